"""The rows of one group's road, asked once for the picture, the figures and the page (P2: no reader)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, CharField, F, Value
from django.utils.translation import gettext as _

from communities.models import CouncilTerm, GroupMember
from communities.rights.reader import VISITOR
from communities.site.dates import today
from trajectories.continuity.models import FundingPeriod, Stewardship, Tender
from trajectories.continuity.money import pauses
from trajectories.trajectory.models import StatusChange


@dataclass(frozen=True)
class Mark:
    """A council that begins, a decision about who works here, or the years of an organisation."""

    kind: str
    key: int
    words: str
    since: date
    until: date | None
    tendered: bool

    @property
    def label(self):
        """An organisation with whether it came by a tender."""
        return organisation_words(self.words, self.tendered)


def organisation_words(name, tendered):
    """An organisation that works here, and whether it came by a tender."""
    return _("%(who)s (by tender)") % {"who": name} if tendered else str(name)


@dataclass(frozen=True)
class GroupHistory:
    """Four questions' worth of rows; everything about continuity is derived from them."""

    group: object
    members: list
    periods: list
    changes: list
    marks: list

    @property
    def stops(self):
        """Where it rested or was rounded off."""
        return pauses(self.changes, today())

    def of(self, kind):
        """The marks of one kind, in the order of time."""
        return [mark for mark in self.marks if mark.kind == kind]


def _marks(group):
    """Councils, decisions and organisations in one question; they share no table but they share a road."""

    def columns(rows, kind, words, since, until, tendered, key="pk"):
        fixed = {"kind": Value(kind, CharField()), "by_tender": tendered, "said": words}
        rows = rows.order_by().annotate(**fixed, first=F(since), last=F(until), link=F(key))
        return rows.values_list("kind", "link", "said", "first", "last", "by_tender")

    no, nothing = Value(False, BooleanField()), Value("", CharField())
    councils = CouncilTerm.objects.visible_to(VISITOR).filter(municipality=group.community.municipality_id)
    tenders = Tender.objects.visible_to(VISITOR).around(group)
    works = Stewardship.objects.visible_to(VISITOR).around(group)
    rows = columns(councils, "council", nothing, "begins_on", "begins_on", no).union(
        columns(tenders, "tender", F("title"), "decides_on", "decides_on", no),
        columns(works, "works", F("organisation__name"), "since", "until", F("tendered"), "organisation"),
        all=True,
    )
    return sorted((Mark(*row) for row in rows), key=lambda mark: (mark.since, mark.key))


def history_of(group):
    """Everything that came and went under a group, for no reader in particular; only a trajectory rests or ends."""
    members = GroupMember.objects.visible_to(VISITOR).filter(group=group).as_shown_to(VISITOR)
    dates = {name: F(f"handovers__{name}") for name in ("shared_on", "met_on", "accepted_on")}
    return GroupHistory(
        group=group,
        members=list(members.annotate(**dates)),
        periods=list(FundingPeriod.objects.visible_to(VISITOR).filter(group=group)),
        changes=list(StatusChange.objects.drawn_for(group).select_related("gathering")),
        marks=_marks(group),
    )
