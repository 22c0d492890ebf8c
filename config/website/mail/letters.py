"""Outgoing mail: a request only writes a letter down; one sender hands letters to the mail server.

So a mail server that is down or hangs never keeps anybody waiting, and what could not be delivered is seen.
"""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from communities.models import Letter, User
from communities.news.models import TRIES_AT_MOST
from communities.news.quiet import cannot_wait, may_send_now
from config.website.mail import at_once, digest, places
from config.website.mail.digest import NOTHING_LEFT
from config.website.mail.signature import signed
from trajectories.gatherings.ical import calendar_file

WAITS = timedelta(minutes=5)
LATE = timedelta(minutes=15)
EMPTY = {"to": "", "subject": "", "text": "", "html": ""}
# The kinds of letters that are composed when they are sent; what keeps quiet hours says so itself.
COMPOSED = {
    Letter.Kind.DIGEST: digest.compose,
    Letter.Kind.SOON: at_once.compose,
    Letter.Kind.PLACE: places.compose,
}


class LetterBackend(BaseEmailBackend):
    """Django's mail goes into the queue, so that no page waits for a mail server (docs/principles.md, performance)."""

    def send_messages(self, email_messages):
        for message in email_messages:
            html = next((part.content for part in getattr(message, "alternatives", [])), "")
            for address in message.recipients():
                _write_down(address, message, html)
        return len(email_messages)


@transaction.atomic
def _write_down(address, message, html):
    person = User.objects.filter(email=address.lower()).first()
    letter = Letter.objects.create(
        person=person,
        to=address,
        subject=str(message.subject)[:200],
        text=message.body,
        html=html,
        valid_until=getattr(message, "valid_until", None),
    )
    send_soon(letter)


def send_soon(letter):
    """Hand the letter to the worker once it is safely written down."""
    transaction.on_commit(lambda: deliver.enqueue(letter.pk))


@task()
def deliver(pk):
    """The worker's part: one letter, named by its key alone, so that no words stand in the task table."""
    post(pk)


def post_waiting():
    """Every letter that waits: new ones whose task was lost, and those the mail server refused before."""
    now = timezone.now()
    rows = list(Letter.objects.waiting(now))
    if not may_send_now(now):
        rows = [row for row in rows if _goes_at_night(row, now)]
    return sum(post(row.pk) for row in rows)


def _goes_at_night(letter, now):
    """What somebody asked for this minute, and news about what begins before the next noon."""
    if letter.kind == Letter.Kind.PLAIN:
        return True
    words = COMPOSED[letter.kind](letter)
    return any(cannot_wait(moment.first_at, now) for moment in (words or {}).get("moments", ()))


def letters():
    """How the mail is doing, for the health page: numbers of letters, never whose (docs/principles.md rule 12)."""
    now = timezone.now()
    old = Letter.objects.filter(made_at__lte=now - LATE)
    waiting = old.waiting()
    if not (may_send_now(now) and may_send_now(now - LATE)):
        waiting = waiting.filter(kind=Letter.Kind.PLAIN)  # the others wait for the morning
    return {
        "waiting too long": waiting.count(),
        "broken off": old.broken_off().count(),
        "undelivered": Letter.objects.undelivered().count(),
    }


def post(pk):
    """Send one letter, at most once. True when the mail server took it.

    The beginning is committed before the mail server is spoken to. Whoever is stopped in between leaves
    a letter that is never sent again by itself; the health page counts those.
    """
    letter = _begin(pk)
    if letter is None:
        return False
    message = _message(letter)
    if message is None:
        _finish(letter, why=NOTHING_LEFT)
        return False
    try:
        message.send()
    except Exception as refusal:  # noqa: BLE001  whatever a mail server does, the queue goes on
        _put_back(letter, type(refusal).__name__)
        return False
    _finish(letter)
    return True


@transaction.atomic
def _begin(pk):
    letter = Letter.objects.select_for_update().waiting().filter(pk=pk).first()
    if letter is not None:
        letter.begun_at, letter.tries = timezone.now(), letter.tries + 1
        letter.save(update_fields=["begun_at", "tries"])
    return letter


def _message(letter):
    """The mail itself; news is composed now, of what its reader may see now."""
    words = COMPOSED.get(letter.kind, _as_written)(letter)
    if words is None:
        return None
    words = signed(words, letter.person)
    host = settings.SITE_URL.rpartition("/")[2].partition(":")[0]
    message = EmailMultiAlternatives(
        words["subject"],
        words["text"],
        to=[words["to"]],
        connection=get_connection(settings.LETTER_BACKEND),
        headers={"Message-ID": f"<{letter.key}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    if words["html"]:
        message.attach_alternative(words["html"], "text/html")
    if words.get("moments"):
        message.attach("bijeenkomst.ics", calendar_file(words["moments"]), "text/calendar")
    message.extra_headers.update(words.get("headers", {}))
    return message


def _as_written(letter):
    """The words of a page; a code that ended while the mail server was away is not sent any more."""
    if letter.valid_until and letter.valid_until <= timezone.now():
        return _too_late(letter)
    return {"to": letter.to, "subject": letter.subject, "text": letter.text, "html": letter.html}


def _too_late(letter):
    """Instead of a code that opens nothing any more: that it came too late, and where a new one is asked for."""
    with translation.override(letter.person.language if letter.person else settings.LANGUAGE_CODE):
        values = {"link": settings.SITE_URL + reverse("account_login")}
        text, html = (render_to_string(f"email/code_too_late.{half}", values) for half in ("txt", "html"))
        return {"to": letter.to, "subject": _("Your code came too late"), "text": text, "html": html}


def _finish(letter, why=""):
    done = {**EMPTY, "sent_at": timezone.now(), "why": why}
    Letter.objects.filter(pk=letter.pk).update(**done)


@transaction.atomic
def _put_back(letter, why):
    """Refused: try again later, each time later; after the last time its words go and its news is free again."""
    now, row = timezone.now(), Letter.objects.filter(pk=letter.pk)
    if letter.tries < TRIES_AT_MOST:
        row.update(begun_at=None, due_at=now + WAITS * 2 ** (letter.tries - 1), why=why)
        return
    row.update(**EMPTY, gave_up_at=now, why=why)
    letter.notices.update(letter=None)
