"""Money that ends within a year, and who works in a municipality; no reader (P2)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from communities.models import Community, Group, Organisation
from communities.rights.reader import VISITOR
from communities.site.dates import today
from trajectories.continuity.models import FundingPeriod, Stewardship
from trajectories.continuity.money import covered

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Ending:
    """A group whose last money ends within a year, for the bar on the municipality page."""

    group: Group
    ends_on: date
    decision_by: date | None
    share: float
    decision_share: float | None


def funding_ending_within_a_year(municipality):
    """Groups whose last public money ends within a year, by the day it ends (T7); no reader (P2)."""
    now = today()
    rows = FundingPeriod.objects.visible_to(VISITOR).filter(
        group__community__municipality=municipality, ends_on__gte=now
    )
    by_group = {}
    for period in rows.select_related("group__community"):
        by_group.setdefault(period.group, []).append(period)
    found = [_ending(group, periods, now) for group, periods in by_group.items()]
    return sorted((e for e in found if e.ends_on <= now + YEAR), key=lambda e: (e.ends_on, e.group.title))


def _ending(group, periods, now):
    # Only what follows on today's money counts: money that begins after a gap does not cover it.
    stretch = next((s for s in covered(periods) if s.since <= now), None) or covered(periods)[0]
    ends_on = stretch.until - timedelta(days=1)
    decisions = [p.decision_by for p in periods if p.decision_by and now <= p.decision_by <= ends_on]
    decision = min(decisions) if decisions else None
    share = round((ends_on - now).days / YEAR.days * 100, 1)
    at = round((decision - now).days / YEAR.days * 100, 1) if decision else None
    return Ending(group, ends_on, decision, share, at)


def organisations_working_in(municipality):
    """Who works in this municipality or gives money under a group there, by the alphabet; no reader (P2)."""
    here = Community.objects.visible_to(VISITOR).filter(municipality=municipality)
    work = Stewardship.objects.visible_to(VISITOR).current().filter(community__in=here)
    money = FundingPeriod.objects.visible_to(VISITOR).filter(
        group__community__in=here, funder__isnull=False, ends_on__gte=today()
    )
    return Organisation.objects.visible_to(VISITOR).filter(
        Q(pk__in=work.values("organisation")) | Q(pk__in=money.values("funder"))
    )
