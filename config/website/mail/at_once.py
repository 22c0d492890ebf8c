"""What happens now is mailed within the hour, with date and place (docs/decisions/0033).

A letter is made of what lies ready and composed when it goes, under the rights of who reads it.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone, translation
from django.utils.translation import ngettext

from communities.models import Letter, Notice, User
from communities.news.models import A_DAY
from communities.news.quiet import SETTLES, cannot_wait, may_send_now
from communities.news.reads import in_words, soon_kinds
from communities.rights.reader import Reader
from config.website.mail.digest import in_two_halves, news_in, wants_mail


def receivers(now):
    """Who has news that goes at once and wants mail; a server that just refused theirs is left alone a day."""
    news = Notice.objects.for_at_once(soon_kinds(), now).filter(person=OuterRef("pk"))
    refused = Letter.objects.filter(person=OuterRef("pk"), kind=Letter.Kind.SOON, gave_up_at__gt=now - A_DAY)
    rows = User.objects.filter(is_active=True).exclude(digest=User.Digest.NEVER)
    return rows.filter(Exists(news), ~Exists(refused)).order_by("pk")


def make_letters(now=None):
    """Write a letter for everybody for whom something lies ready."""
    now = now or timezone.now()
    made = [_make(person, now) for person in receivers(now).iterator()]
    return [letter for letter in made if letter]


def _make(person, now):
    """One letter with all that may go now; two senders at once put no notice in two letters."""
    rows = Notice.objects.for_at_once(soon_kinds(), now).filter(person=person)
    ready = [row.pk for row in _ready(person, rows, now)]
    if not ready:
        return None
    with transaction.atomic():
        letter = Letter.objects.create(kind=Letter.Kind.SOON, person=person, made_at=now, due_at=now)
        if Notice.objects.filter(pk__in=ready, letter=None).update(letter=letter):
            return letter
        letter.delete()
    return None


def _ready(person, rows, now):
    """By day all that settled; at any hour what is about something that begins before the next noon."""
    by_day = may_send_now(now)
    for _community, lines in in_words(Reader(user=person), rows.select_related("community")):
        for line in lines:
            settled = by_day and line.due <= now - SETTLES
            if settled or (line.moment and cannot_wait(line.moment.first_at, now)):
                yield line.notice


def compose(letter):
    """The words of such a mail as things are at this moment; or None."""
    if not wants_mail(letter.person):
        return None
    with translation.override(letter.person.language):
        news = _still_to_come(news_in(letter), timezone.now())
        lines = [line for _community, found in news for line in found]
        if not lines:
            return None
        moments = [line.moment for line in lines if line.moment]
        return {
            **in_two_halves(letter.person, "at_once", _subject(lines), {"news": news}),
            "moments": moments,
        }


def _still_to_come(news, now):
    """Without what began already, and of each date only the newest line."""
    told, left = set(), []
    for community, lines in news:
        kept = [line for line in lines if _is_first(line, told) and not _is_over(line, now)]
        left += [(community, kept)] if kept else []
    return left


def _is_first(line, told):
    if line.moment is None:
        return True
    is_first = line.moment.key not in told
    told.add(line.moment.key)
    return is_first


def _is_over(line, now):
    return line.moment is not None and line.moment.starts_at <= now


def _subject(lines):
    more = len(lines) - 1
    if not more:
        return lines[0].title
    words = ngettext("%(title)s, and %(n)s other thing", "%(title)s, and %(n)s other things", more)
    return words % {"title": lines[0].title, "n": more}
