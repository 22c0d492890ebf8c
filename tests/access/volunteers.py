"""Who gets in where: initiatives and support."""

from tests.access import HIDDEN, LIVING_HERE, Row
from tests.factories import communities
from volunteers.models import Initiative, SupportRequest

ROWS = [
    Row("group", lambda s: [s.initiative.group_id], answers=302),
    Row("group", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("start_initiative", lambda s: [s.community.slug], opens=LIVING_HERE),
    Row("initiative", lambda s: [s.initiative.pk]),
    Row("change_initiative", lambda s: [s.initiative.pk], opens=["resident"]),
    Row("ask_support", lambda s: [s.initiative.group_id], opens=["resident"]),
    Row("reply_support", lambda s: [s.support.pk], opens=["builder"]),
    Row("reopen_support", lambda s: [s.support.pk], opens=["resident"], method="post"),
]


def scene(scene):
    """An initiative carried by the resident, who asked the builder's organisation for a room."""
    cast = scene.cast
    group = communities.GroupFactory(community=cast.community)
    communities.GroupMemberFactory(group=group, user=cast.resident, role="carrier")
    scene.initiative = Initiative.objects.create(group=group, can_ask="A room.", cannot_ask="Names.")
    scene.support = SupportRequest.objects.create(
        community=cast.community, group=group, kind="space", words="A room.", asked_of=cast.organisation
    )
