"""Raising a signal, putting it to an office, and answering it (P8)."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.models import User
from communities.news.actions import notify
from communities.site.dates import today
from trajectories.signals.models import Answer, Signal

TERM = timedelta(weeks=6)


def answer_term(day):
    """Six calendar weeks later, moved to the next working day (docs/domain.md, signals)."""
    due = day + TERM
    while due.weekday() > 4:
        due += timedelta(days=1)
    return due


@transaction.atomic
def raise_signal(*, by, group, title, words, theme=None):
    """A group says what is going on; for the community only, until it is put to somebody.

    It may come out of a theme: the trail stays, and only the signal's own words ever go further.
    """
    return Signal.objects.create(
        group=group, community=group.community, title=title, words=words, theme=theme, created_by=by
    )


@transaction.atomic
def put_signal(*, by, signal, office):
    """Put it to an office: from now on it is public, its words stand, and an answer is owed.

    `ValidationError` when it was put to somebody already.
    """
    signal = Signal.objects.select_for_update().get(pk=signal.pk)
    if signal.put_on is not None:
        raise ValidationError(_("This was already asked."))
    signal.put_to, signal.put_on, signal.answer_due = office, today(), answer_term(today())
    signal.save(update_fields=["put_to", "put_on", "answer_due"])
    people = User.objects.posted_at(office)
    notify(by=by, people=people, kind="signal", about=signal.pk, community=signal.community)
    return signal


@transaction.atomic
def answer_signal(*, by, signal, kind, words, promised_by=None, on_paper=False):
    """Answer for the office, or write down an answer that came on paper. The signal itself stays as it is."""
    answer = Answer.objects.create(
        signal=signal,
        office=signal.put_to,
        kind=kind,
        words=words,
        promised_by=promised_by,
        by=by,
        on_paper=on_paper,
    )
    people = User.objects.taking_part_in(signal.group)
    notify(by=by, people=people, kind="answer", about=signal.pk, community=signal.community)
    return answer
