"""From rows to the picture of a trajectory, in a constant number of queries and for no reader in particular."""

from dataclasses import dataclass

from django.utils import timezone

from communities.dates import today
from communities.models import CouncilTerm, GroupMember, GroupRole, ShownAs
from trajectories.continuity import VISITOR, changes, organisation_words
from trajectories.models import FundingPeriod, Gathering, Handover, StatusChange, Stewardship, Tender
from trajectories.money import money_lane, pauses
from trajectories.picture import (
    Bead,
    Lane,
    PictureData,
    describe,
    draw_phone,
    draw_wide,
    table_rows,
)
from trajectories.picture.draw import TABLET, WIDE
from trajectories.picture.lanes import drawn_lanes

BUILDER_ROLES = {GroupRole.FACILITATOR, GroupRole.ARTIST}


@dataclass(frozen=True)
class Picture:
    """The three renditions, the table beside them, and the people list of the phone."""

    wide: str
    tablet: str
    phone: str
    rows: list
    people: list
    title: str


def _kind(role):
    if role in BUILDER_ROLES:
        return "builder"
    return "official" if role == GroupRole.PARTNER else "resident"


def _lanes(group):
    """Who was there since when, and how one came after another (T8).

    Names only of people who said yes to everyone: all readers see this.
    """
    rows = list(GroupMember.objects.visible_to(VISITOR).filter(group=group).as_shown_to(VISITOR))
    guides = [row for row in rows if row.role == GroupRole.FACILITATOR]
    came = changes(guides, Handover.objects.filter(part__group=group))
    return tuple(_lane(row, came.get(row.pk)) for row in rows)


def _lane(row, change):
    role = row.get_role_display()
    named = row.shown_name and row.shown_as == ShownAs.EVERYONE
    return Lane(
        f"{row.shown_name}, {role}" if named else role,
        row.since,
        row.until,
        _kind(row.role),
        change.cold_since if change else None,
        change.together_until if change else None,
    )


def _around(group):
    """The organisations that worked here, and the days on which that is decided."""
    stewards = Stewardship.objects.visible_to(VISITOR).around(group).select_related("organisation")
    tenders = Tender.objects.visible_to(VISITOR).around(group)
    return {
        "stewards": tuple(Lane(organisation_words(r), r.since, r.until, "builder") for r in stewards),
        "tenders": tuple((row.decides_on, row.title) for row in tenders),
    }


def picture_data(trajectory):
    """The rows of one trajectory as the picture wants them (nine queries, however long the road)."""
    group, now = trajectory.group, today()
    days = Gathering.objects.filter(group=group, starts_at__lt=timezone.now())
    beads = [
        Bead(timezone.localtime(at).date(), tuple(moves))
        for at, moves in days.order_by("starts_at").values_list("starts_at", "movements")
    ]
    periods = list(FundingPeriod.objects.visible_to(VISITOR).filter(group=group))
    stops = pauses(StatusChange.objects.filter(trajectory=trajectory), now)
    councils = CouncilTerm.objects.filter(municipality=group.community.municipality_id)
    start = min([group.started_on, *(bead.on for bead in beads)])
    return PictureData(
        uid=f"t{trajectory.pk}",
        title=group.title,
        start=start,
        today=now,
        gatherings=tuple(beads),
        people=_lanes(group),
        funding=money_lane(start, periods, stops, now),
        councils=tuple(d for d in councils.values_list("begins_on", flat=True) if start <= d),
        pauses=tuple(stops),
        **_around(group),
    )


def draw(trajectory):
    """The picture of a trajectory, the same for every reader (P2)."""
    data = picture_data(trajectory)
    return Picture(
        wide=draw_wide(data, WIDE, "b"),
        tablet=draw_wide(data, TABLET, "m"),
        phone=draw_phone(data),
        rows=table_rows(data),
        people=[lane.label for lane in drawn_lanes(data)],
        title=describe(data),
    )
