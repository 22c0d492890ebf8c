"""Canaries with members without an account: their names and what is told for them."""

from communities.models import GroupMember, GroupRole
from stories.models import Story


def plant_codes(cage, cast):
    """A member by name only, for whom the builder is writing something down."""
    member = GroupMember.objects.create(
        group=cast.group,
        name=cage.token("zonderaccount", 1, in_group=True),
        role=GroupRole.PARTICIPANT,
        since=cast.group.started_on,
    )
    Story.objects.create(
        community=cast.community,
        group=cast.group,
        told_for=member,
        written_by=cast.user("builder"),
        told_by="listener",
        text=cage.token("opgeschrevenvoor", None, {"builder"}),
    )
