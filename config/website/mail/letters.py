"""Outgoing mail: a request only writes a letter down; one sender hands letters to the mail server.

So a mail server that is down or hangs never keeps anybody waiting, and what could not be delivered is seen.
"""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from communities.models import Letter, User
from communities.news.models import TRIES_AT_MOST
from config.website.mail.digest import NOTHING_LEFT, compose, may_send_now
from config.website.mail.signature import signed

WAITS = timedelta(minutes=5)
LATE = timedelta(minutes=15)
EMPTY = {"to": "", "subject": "", "text": "", "html": ""}


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
        person=person, to=address, subject=str(message.subject)[:200], text=message.body, html=html
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
    rows = Letter.objects.waiting()
    if not may_send_now(timezone.now()):
        rows = rows.exclude(kind=Letter.Kind.DIGEST)
    return sum(post(pk) for pk in list(rows.values_list("pk", flat=True)))


def letters():
    """How the mail is doing, for the health page: numbers of letters, never whose (docs/principles.md rule 12)."""
    old = Letter.objects.filter(made_at__lte=timezone.now() - LATE)
    return {
        "waiting too long": old.waiting().count(),
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
    """The mail itself; a digest is composed now, of what its reader may see now."""
    if letter.kind == Letter.Kind.DIGEST:
        words = compose(letter)
        if words is None:
            return None
    else:
        words = {"to": letter.to, "subject": letter.subject, "text": letter.text, "html": letter.html}
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
    message.extra_headers.update(words.get("headers", {}))
    return message


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
