"""How many people of a group answered, published through disclosure control (P10)."""

from django.conf import settings
from django.db import transaction

from communities.models import User
from communities.rights.disclosure import mark
from communities.site.dates import half_of, last_quarter, quarter_end, today
from communities.snapshots.actions import take_snapshot
from trajectories.heard.models import HeardAnswer, HeardRound

HEARD = "seen_and_heard"


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
