"""Sentences and protected counts about feeling seen and heard."""

from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from communities.models import Snapshot
from communities.rights.reader import VISITOR
from trajectories.heard.counting import HEARD
from trajectories.heard.models import HeardAnswer, HeardRound

SENTENCES = 5


def sentences_of(reader):
    """Sentences that may be shown to everyone, without a name; the same for every reader (P2)."""
    return HeardAnswer.objects.visible_to(VISITOR).sentences().select_related("round__group")


@dataclass(frozen=True)
class HeardSummary:
    """What stands on the page of a group: sentences, and a number only when enough people answered."""

    sentences: list
    answered: int | None
    as_of: object


def heard_of(group, reader):
    """Seen and heard in one group: the same for every reader."""
    sentences = list(sentences_of(reader).filter(round__group=group)[:SENTENCES])
    newest = Snapshot.objects.visible_to(VISITOR).newest(HEARD).filter(key=str(group.pk)).first()
    count = newest.counts.get("answered") if newest else None
    return HeardSummary(sentences, count, newest.as_of if newest else None)


def heard_rounds_for_hosts(group, reader):
    """Per round what people answered, for resident hosts; without names and not in order of answering."""
    rows = HeardAnswer.objects.visible_to(reader).filter(round__group=group)
    together = {}
    for row in rows.select_related("round").order_by("-round__half", "question", "words"):
        together.setdefault(row.round, []).append(row)
    return list(together.items())


def half_in_words(half):
    """ "January to June 2026"."""
    last = half.month + 5
    months = {"first": MONTHS[half.month], "last": MONTHS[last], "year": half.year}
    return capfirst(_("%(first)s to %(last)s %(year)s") % months)


def my_questions(reader):
    """Rounds of this half year that ask me something."""
    return HeardRound.objects.answerable_by(reader).open().select_related("group")
