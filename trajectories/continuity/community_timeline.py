"""From rows to the timeline of a community, in a constant number of queries and for no reader in particular."""

from dataclasses import dataclass

from django.utils.formats import date_format

from communities.models import CouncilTerm
from communities.rights.reader import VISITOR
from communities.site.dates import today
from trajectories.continuity.models import Stewardship, Tender
from trajectories.continuity.money import money_lane, pauses
from trajectories.continuity.reads import public_money, steward_label
from trajectories.picture.community import (
    PHONE,
    TABLET,
    WIDE,
    CommunityData,
    DrawnGroup,
    Steward,
    community_rows,
    draw_community,
)
from trajectories.trajectory.models import Trajectory


@dataclass(frozen=True)
class TimelinePicture:
    """Three renditions, the table beside them, and the rows that can be changed or asked about."""

    wide: str
    tablet: str
    phone: str
    rows: list
    stewards: list
    tenders: list
    trajectories: list


def _roads(trajectories, now):
    money = public_money([row.group_id for row in trajectories])
    roads = []
    for row in trajectories:
        stops, start = pauses(row.status_changes.all(), now), row.group.started_on
        lane = money_lane(start, money.get(row.group_id, []), stops, now)
        roads.append(DrawnGroup(row.group.title, start, lane, tuple(stops)))
    return tuple(roads)


def community_timeline(community):
    """The same for every reader. An unopened community is drawn from the same rows for its members."""
    now = today()
    rows = Trajectory.objects.drawn_in(community).select_related("group")
    trajectories = list(rows.prefetch_related("status_changes").order_by("group__started_on", "pk"))
    stewards = list(Stewardship.objects.drawn_in(community).select_related("organisation", "group"))
    tenders = list(Tender.objects.drawn_in(community).select_related("group"))
    roads = _roads(trajectories, now)
    start = min([now, *(road.since for road in roads), *(row.since for row in stewards)])
    councils = CouncilTerm.objects.visible_to(VISITOR).filter(municipality=community.municipality_id)
    data = CommunityData(
        uid=f"g{community.pk}",
        title=community.name,
        start=start,
        today=now,
        roads=roads,
        stewards=tuple(Steward(steward_label(r), r.since, r.until) for r in stewards),
        tenders=tuple((r.decides_on, f"{r.title}, {date_format(r.decides_on, 'F Y')}") for r in tenders),
        councils=tuple(d for d in councils.values_list("begins_on", flat=True) if d >= start),
    )
    return TimelinePicture(
        wide=draw_community(data, WIDE, "b"),
        tablet=draw_community(data, TABLET, "m"),
        phone=draw_community(data, PHONE, "s"),
        rows=community_rows(data),
        stewards=stewards,
        tenders=tenders,
        trajectories=trajectories,
    )
