"""What carriers do with their initiative."""

from django.db import transaction

from communities.models import Group, GroupMember, GroupRole
from communities.site.dates import today
from trajectories.models import Trajectory
from volunteers.initiatives.models import Initiative, Stage


@transaction.atomic
def start_initiative(*, by, community, title, own_words, kinds, can_ask, cannot_ask, theme=None):
    """A resident begins something and is its first carrier; what you cannot ask is there at once (V1).

    It may be born of a theme, and then of the trajectory that named it: the trail stays (M2, M5).
    """
    group = Group.objects.create(community=community, title=title, own_words=own_words, started_on=today())
    GroupMember.objects.create(group=group, user=by, role=GroupRole.CARRIER, since=today())
    return Initiative.objects.create(
        group=group,
        kinds=kinds,
        can_ask=can_ask,
        cannot_ask=cannot_ask,
        stage=Stage.IDEA,
        stage_since=today(),
        born_of_theme=theme,
        born_from=Trajectory.objects.filter(group=theme.group_id).first() if theme else None,
    )


@transaction.atomic
def change_initiative(*, by, initiative, kinds, can_ask, cannot_ask, stage, stage_words):
    """Carriers say what one can ask, and how it is going. Resting needs no reason (V1)."""
    if stage != initiative.stage:
        initiative.stage_since = today()
    initiative.kinds, initiative.can_ask, initiative.cannot_ask = kinds, can_ask, cannot_ask
    initiative.stage, initiative.stage_words = stage, stage_words
    initiative.save()
