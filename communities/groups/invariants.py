"""What must always hold about who is in a group: each rule gives the keys of rows that break it, never their words."""

from django.db.models import Exists, OuterRef

from communities.groups.models import GroupMember, GroupRole
from communities.membership.models import Membership
from communities.site.row_keys import keys_of


def part_in_a_group_needs_a_membership():
    """An open part of somebody who left gives no right, and should have ended with the membership."""
    here = Membership.objects.current().filter(user=OuterRef("user"), community=OuterRef("group__community"))
    parts = GroupMember.objects.current().filter(user__isnull=False).exclude(role=GroupRole.PARTNER)
    return keys_of(parts.filter(~Exists(here)))


RULES = [
    part_in_a_group_needs_a_membership,
]
