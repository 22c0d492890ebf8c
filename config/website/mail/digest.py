"""The digest: at most one mail a day, title and link only, and nothing that may not be seen now.

What happens now does not wait for it: see `at_once.py` and docs/decisions/0033.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from communities.models import Letter, Notice, User
from communities.news.quiet import may_send_now
from communities.news.reads import in_words, soon_kinds
from communities.rights.reader import Reader

WEEK = timedelta(days=7)
STOP = "stop-mail"
NOTHING_LEFT = "nothing left to say"


def stop_link(person):
    """The way to no more mail, without logging in: it opens a page with a button."""
    return reverse("stop_mail", args=[signing.dumps(person.pk, salt=STOP)])


def receivers(now):
    """Who has news that is in no mail yet, and whose rhythm allows a mail today."""
    news = Notice.objects.for_the_digest(soon_kinds(), now).filter(person=OuterRef("pk"))
    mailed = Letter.objects.filter(person=OuterRef("pk"), kind=Letter.Kind.DIGEST, gave_up_at=None)
    mailed = mailed.exclude(why=NOTHING_LEFT)
    recent = mailed.filter(made_at__gt=now - WEEK + timedelta(hours=12))
    weekly = Q(digest=User.Digest.WEEKLY) & ~Exists(recent)
    rows = User.objects.filter(weekly | Q(digest=User.Digest.DAILY), is_active=True)
    return rows.filter(Exists(news)).order_by("pk")


def make_digests(now=None):
    """Write a letter for everybody who has news. Each is made once a day, whatever happens in between."""
    now = now or timezone.now()
    if not may_send_now(now):
        return []
    made = [_make(person, now) for person in receivers(now).iterator()]
    return [letter for letter in made if letter]


def _make(person, now):
    key = f"digest-{person.pk}-{timezone.localdate(now)}"
    try:
        with transaction.atomic():
            letter = Letter.objects.create(
                key=key, kind=Letter.Kind.DIGEST, person=person, made_at=now, due_at=now
            )
            Notice.objects.for_the_digest(soon_kinds(), now).filter(person=person).update(letter=letter)
    except IntegrityError:
        return None
    return letter


def compose(letter):
    """The words of a digest, of what its reader may see and wants to hear at this moment; or None."""
    person = letter.person
    if not wants_mail(person):
        return None
    with translation.override(person.language):
        news = news_in(letter)
        return in_two_halves(person, "digest", _subject(news), {"news": news}) if news else None


def wants_mail(person):
    """Somebody with an account that is open, who did not say "never"."""
    return person is not None and person.is_active and person.digest != User.Digest.NEVER


def news_in(letter):
    """The lines of a letter: what its reader may see and did not read yet, by community."""
    reader = Reader(user=letter.person)
    rows = Notice.objects.visible_to(reader).filter(letter=letter, seen_at=None).due()
    return in_words(reader, rows.select_related("community"))


def in_two_halves(person, name, subject, values):
    """A mail with news, plain and rich, with the ways to other mail and to no mail under it."""
    stop = settings.SITE_URL + stop_link(person)
    values = {"person": person, "site": settings.SITE_URL, "stop": stop, **values}
    return {
        "to": person.email,
        "subject": subject,
        "text": render_to_string(f"email/{name}.txt", values),
        "html": render_to_string(f"email/{name}.html", values),
        "headers": {"List-Unsubscribe": f"<{stop}>"},
    }


def _subject(news):
    names = [community.name for community, _lines in news if community]
    if not names:
        return _("News for you")
    return _("News from %(names)s") % {"names": get_text_list(names[:3], _("and"))}
