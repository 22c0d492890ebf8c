"""Writing down who works somewhere and when that is decided, and warning everybody in time (T7)."""

from calendar import monthrange
from datetime import date, timedelta

from django.db import transaction

from communities.models import Group, User
from communities.news.actions import notify
from communities.retention.heartbeat import each_apart
from communities.site.dates import today
from trajectories.continuity.models import Cliff, CliffKind, FundingPeriod, Tender
from trajectories.continuity.money import covered
from trajectories.continuity.reads import public_money
from trajectories.trajectory.models import Status, Trajectory


@transaction.atomic
def add_funding(*, by, group, values):
    """Write down money that comes under a group, with the day a decision is needed."""
    return FundingPeriod.objects.create(group=group, **_with_funder(values))


@transaction.atomic
def change_funding(*, by, period):
    """Mend what was written down; what follows from it (covered, gaps, warnings) is derived again."""
    if period.office_id:
        period.funder = period.office.organisation
    period.save()


def _with_funder(values):
    """Money through a department comes from its organisation: so its people can be warned (T7)."""
    office = values.get("office")
    return {**values, "funder": office.organisation} if office and not values.get("funder") else values


MARKS = (3, 6, 12)
SAME = timedelta(days=92)
DAY = timedelta(days=1)


@transaction.atomic
def save_stewardship(*, by, stewardship):
    """Keep that an organisation works here since a day, and perhaps until a day."""
    stewardship.save()
    return stewardship


@transaction.atomic
def save_tender(*, by, tender):
    """Keep the day on which is decided who works here."""
    tender.save()
    return tender


@transaction.atomic
def take_away(*, by, row):
    """An organisation, a decision or money that was written down by mistake. What was said of it in news stays."""
    row.delete()


def months_before(day, months):
    """The same day so many months earlier; the last of the month where that day does not exist."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def warn_of_cliffs(*, by=None):
    """Warn all parties 12, 6 and 3 months before the last money ends, or a decision is due; each once.

    Run every night. A group that was rounded off is left alone; a resting one is warned: money may end
    while people gather strength.
    """
    over = Trajectory.objects.with_status().filter(status=Status.ROUNDED_OFF).values("group")
    groups = Group.objects.exclude(pk__in=over).filter(community__opened_on__isnull=False)
    money, tenders = public_money(groups), list(Tender.objects.ahead())
    tendered = {row.group_id for row in tenders} | {None}
    places = {row.community_id for row in tenders if row.group_id is None}
    concerned = [
        group
        for group in groups.select_related("community__municipality")
        if group.pk in money or group.pk in tendered or group.community_id in places
    ]
    told = each_apart(
        concerned, lambda group: _warn(by, group, money.get(group.pk, []), tenders), job="cliffs"
    )
    return [cliff for found in told for cliff in found]


def days_ahead(group, periods, tenders):
    """The days that matter to a group: its last cover ends; money or a tender is decided."""
    now = today()
    stretch = next((s for s in covered(periods) if s.since <= now < s.until), None)
    days = {(CliffKind.COVER, stretch.until - DAY)} if stretch else set()
    days |= {(CliffKind.DECISION, row.decision_by) for row in periods if row.decision_by}
    days |= {
        (CliffKind.DECISION, row.decides_on)
        for row in tenders
        if row.group_id == group.pk or (row.group_id is None and row.community_id == group.community_id)
    }
    return sorted((day, kind) for kind, day in days if day >= now)


@transaction.atomic
def _warn(by, group, periods, tenders):
    """One mark per cliff at a time: the nearest that was passed; a day moved a little is the same cliff."""
    group = Group.objects.select_for_update().select_related("community").get(pk=group.pk)
    told = []
    for day, kind in days_ahead(group, periods, tenders):
        mark = next((n for n in MARKS if months_before(day, n) <= today()), None)
        if mark is None:
            continue
        near = Cliff.objects.filter(group=group, kind=kind, day__range=(day - SAME, day + SAME))
        if near.filter(months__lte=mark).exists():
            continue
        told.append(Cliff.objects.create(group=group, kind=kind, day=day, months=mark))
    if told:
        people = parties(group, periods)
        notify(by=by, people=people, kind="cliff", about=group.pk, community=group.community)
    return told


def parties(group, periods):
    """Residents and builders in the group, and who holds a post at a funder or the municipality."""
    funders = {row.funder_id for row in periods} | {
        row.office and row.office.organisation_id for row in periods
    }
    bodies = (funders | {group.community.municipality_id}) - {None}
    inside = set(User.objects.taking_part_in(group))
    return inside | set(User.objects.posted_in(bodies))
