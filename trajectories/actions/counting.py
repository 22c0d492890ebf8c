"""The counts of people that trajectories publish, once a quarter, through disclosure control (P10)."""

from django.conf import settings
from django.db import transaction

from communities.actions import take_snapshot
from communities.dates import half_of, last_quarter, quarter_end, today
from communities.disclosure import mark
from communities.models import Community, User
from trajectories.actions.introductions import WHAT as INTRODUCTIONS
from trajectories.models import DOORS, HeardAnswer, HeardRound, WarmIntroduction

HEARD = "seen_and_heard"


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


@transaction.atomic
def count_heard(now=None):
    """After a half year: how many people of a group answered, for groups of at least twice k people."""
    quarter = last_quarter(now or today())
    rounds = HeardRound.objects.filter(half=half_of(quarter)).select_related("group__community")
    for asked in rounds if quarter_end(quarter).month in {6, 12} else ():
        group = asked.group
        taking_part = User.objects.living_and_taking_part_in(group).count()
        people = HeardAnswer.objects.filter(round=asked).values_list("by", flat=True)
        if taking_part >= 2 * settings.SMALL_NUMBER:
            answers = {mark(HEARD, group.community_id, f"user {pk}"): "answered" for pk in people}
            take_snapshot(
                what=HEARD,
                key=str(group.pk),
                community=group.community,
                quarter=quarter,
                answers=answers,
                categories=["answered"],
            )
