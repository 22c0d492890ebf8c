"""With how many people somebody went along, published through disclosure control (P10)."""

from django.db import transaction

from communities.models import Community
from communities.site.dates import last_quarter, quarter_end, today
from communities.snapshots.actions import take_snapshot
from trajectories.introductions.actions import WHAT as INTRODUCTIONS
from trajectories.introductions.models import DOORS, WarmIntroduction


@transaction.atomic
def count_introductions(now=None):
    """Once a quarter and community: how many people somebody went along with, by kind of door (M12).

    The marks that say "the same person" are deleted here: after this nothing leads to anybody.
    """
    quarter = last_quarter(now or today())
    rows = WarmIntroduction.objects.closed().filter(month__lte=quarter_end(quarter)).exclude(mark="")
    people = {}
    for row in rows.order_by("month", "pk"):
        inside = people.setdefault(row.community_id, {})
        if row.month >= quarter:
            inside[row.mark] = row.kind
    for community in Community.objects.filter(pk__in=people):
        take_snapshot(
            what=INTRODUCTIONS,
            community=community,
            quarter=quarter,
            answers=people[community.pk],
            categories=dict(DOORS),
        )
    rows.update(mark="")
