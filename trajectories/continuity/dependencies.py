"""What breaks when an organisation stops on a day, or a tender changes hands (T7); no reader (P2, P10)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from communities.models import Group, Membership
from communities.rights.reader import VISITOR
from trajectories.continuity.letter import bonds_of, public_people
from trajectories.continuity.models import FundingPeriod, Stewardship
from trajectories.continuity.reads import public_money
from trajectories.signals.models import Answer

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Dependency:
    """One group: whether its last money goes, until when other money holds, and who loses whom."""

    group: Group
    loses_cover: bool
    cover_until: date | None
    bonds: list


def groups_with(organisation, on):
    """Groups under which this organisation stands on the day before: its money, its work, or its people."""
    before = on - DAY
    money = FundingPeriod.objects.visible_to(VISITOR).filter(
        funder=organisation, starts_on__lte=before, ends_on__gte=before
    )
    work = Stewardship.objects.visible_to(VISITOR).current(before).filter(organisation=organisation)
    built = (
        Membership.objects.visible_to(VISITOR)
        .current(before)
        .filter(organisation=organisation, user__isnull=False)
    )
    guided = Q(members__role="facilitator", members__user__in=built.values("user"), members__until=None)
    guided &= Q(community__in=built.values("community"))
    whole = work.filter(group=None).values("community")
    found = Q(pk__in=money.values("group")) | Q(pk__in=work.values("group")) | guided
    found |= Q(community__in=whole)
    shown = Group.objects.visible_to(VISITOR)
    return shown.filter(pk__in=shown.filter(found).values("pk"))


def dependencies_of(organisation, on, groups=None):
    """What hangs on this organisation on this day, group by group, in the order of the alphabet."""
    rows = groups_with(organisation, on)
    if groups is not None:
        rows = rows.filter(pk__in=groups.values("pk"))
    rows = list(rows.select_related("community", "trajectory").order_by("title", "pk"))
    keys = [row.pk for row in rows]
    money, people = public_money(keys), public_people(keys)
    works = _tendered_here(organisation, on)
    built = _builders(organisation, on)
    return [_broken(row, organisation, on, money, people, works, built) for row in rows]


def _tendered_here(organisation, on):
    """Where this organisation works by a tender: money that came by tender goes with it."""
    rows = Stewardship.objects.visible_to(VISITOR).current(on - DAY)
    rows = rows.filter(organisation=organisation, tendered=True)
    return {(row.group_id, row.community_id) for row in rows}


def _builders(organisation, on):
    rows = Membership.objects.visible_to(VISITOR).current(on - DAY)
    rows = rows.filter(organisation=organisation, user__isnull=False)
    return set(rows.values_list("user", "community"))


def _broken(group, organisation, on, money, people, works, built):
    tendered = {(group.pk, group.community_id), (None, group.community_id)} & works
    held = [p for p in money.get(group.pk, []) if p.starts_on < on <= p.ends_on + DAY]
    goes = [p for p in held if p.funder_id == organisation.pk or (tendered and p.form == "tender")]
    stays = [p for p in held if p not in goes and p.ends_on >= on]
    theirs = [
        (row, person)
        for row, person in people.get(group.pk, [])
        if row.role != "facilitator" or (row.user_id, group.community_id) in built
    ]
    return Dependency(
        group=group,
        loses_cover=bool(goes) and not stays,
        cover_until=max((p.ends_on for p in stays), default=None),
        bonds=bonds_of(theirs),
    )


def promises_hanging_on(organisation):
    """What the offices of this organisation promised and everybody may read, by the day it is due."""
    rows = Answer.objects.visible_to(VISITOR).filter(office__organisation=organisation, kind="promise")
    return rows.select_related("signal__community", "office").order_by("promised_by", "pk")
