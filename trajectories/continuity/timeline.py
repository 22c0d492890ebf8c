"""From rows to the picture of a trajectory, in a constant number of queries and for no reader in particular."""

from dataclasses import dataclass

from django.utils import timezone

from communities.models import GroupRole, NameVisibility
from communities.site.dates import today
from trajectories.continuity.history import history_of
from trajectories.continuity.money import money_lane
from trajectories.continuity.reads import changes_of_worker, guides_in
from trajectories.gatherings.models import Gathering
from trajectories.picture.data import Bead, Lane, PictureData
from trajectories.picture.draw import TABLET, WIDE, draw_phone, draw_wide
from trajectories.picture.lanes import drawn_lanes
from trajectories.picture.words import beside_the_phone, describe, table_rows

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


def _lanes(road):
    """Who was there since when, and how one came after another (T8).

    Names only of people who said yes to everyone: all readers see this.
    """
    came = changes_of_worker(guides_in(road))
    return tuple(_lane(row, came.get(row.pk)) for row in road.members)


def _lane(row, change):
    role = row.get_role_display()
    named = row.shown_name and row.shown_as == NameVisibility.EVERYONE
    return Lane(
        f"{row.shown_name}, {role}" if named else role,
        row.since,
        row.until,
        _kind(row.role),
        change.cold_since if change else None,
        change.together_until if change else None,
    )


def picture_data(road):
    """The rows of one trajectory as the picture wants them (one query more than the road itself)."""
    group, now = road.group, today()
    days = Gathering.objects.drawn_for(group)
    beads = [
        Bead(timezone.localtime(at).date(), tuple(moves))
        for at, moves in days.order_by("starts_at").values_list("starts_at", "movements")
    ]
    start = min([group.started_on, *(bead.on for bead in beads)])
    return PictureData(
        uid=f"g{road.group.pk}",
        title=group.title,
        start=start,
        today=now,
        gatherings=tuple(beads),
        people=_lanes(road),
        funding=money_lane(start, road.periods, road.stops, now),
        councils=tuple(mark.since for mark in road.of("council") if start <= mark.since),
        pauses=tuple(road.stops),
        stewards=tuple(Lane(m.label, m.since, m.until, "builder") for m in road.of("works")),
        tenders=tuple((mark.since, mark.words) for mark in road.of("tender")),
    )


def draw(trajectory):
    """The picture of a trajectory, the same for every reader (P2)."""
    return draw_history(history_of(trajectory.group))


def draw_history(road):
    """The picture from rows that were asked already."""
    data = picture_data(road)
    return Picture(
        wide=draw_wide(data, WIDE, "b"),
        tablet=draw_wide(data, TABLET, "m"),
        phone=draw_phone(data),
        rows=table_rows(data),
        people=beside_the_phone(drawn_lanes(data), data.stewards),
        title=describe(data),
    )
