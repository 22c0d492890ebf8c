"""Whether the worker is there: it is asked something small, and given some seconds to answer."""

import time

from django.utils.translation import gettext as _
from django_tasks import task

from communities.models import Letter
from config.website.mail.letters import post, send_soon

STEP = 0.2


@task()
def answer():
    """Nothing but an answer."""
    return "here"


def _within(seconds, happened):
    """Wait until something happened, at most so long."""
    until = time.monotonic() + seconds
    while not happened():
        if time.monotonic() >= until:
            return False
        time.sleep(STEP)
    return True


def worker_answers(seconds):
    """Whether somebody does the work that waits."""
    asked = answer.enqueue()

    def finished():
        if not asked.is_finished:
            asked.refresh()
        return asked.is_finished

    return _within(seconds, finished)


def mail_arrives(address, seconds):
    """Send a mail by the road that all mail takes; what went wrong, in one sentence, or nothing.

    Where no worker takes it, it is sent from here: then at least the mail server has shown itself.
    """
    words = {
        "subject": _("Samenspel: test mail"),
        "text": _("This mail shows that the mail of the site works."),
    }
    letter = Letter.objects.create(to=address, **words)
    send_soon(letter)

    def tried():
        letter.refresh_from_db()
        return letter.sent_at or letter.why

    if not _within(seconds, tried):
        post(letter.pk)
        letter.refresh_from_db()
    if letter.sent_at:
        return ""
    return f"The mail server refused the test mail ({letter.why}). Look at EMAIL_URL and DEFAULT_FROM_EMAIL."
