"""How long rows are kept about who is in a group, and how they are let go of."""

from django.db.models import Exists, OuterRef, Q

from communities.groups.models import GroupMember
from communities.membership.models import Membership
from communities.retention.jobs import Job, cutoff_day
from communities.rights.names import BY_ROLE
from communities.site.dates import today


def parts_over(days):
    """Parts in a group that ended, and those nobody ended of people who left the community itself."""
    here = Membership.objects.filter(user=OuterRef("user"), community=OuterRef("group__community"))
    left = Exists(here.filter(until__lte=cutoff_day(days)))
    stayed = Exists(here.filter(Q(until__isnull=True) | Q(until__gt=cutoff_day(days))))
    over = Q(until__lte=cutoff_day(days)) | (Q(left, until__isnull=True) & ~stayed)
    return GroupMember.objects.filter(over).exclude(user__isnull=True, name="", expertise="")


def let_go_of_parts(rows):
    """The row stays for the picture of the group, signed by role."""
    rows.filter(until=None).update(until=today())
    rows.update(user=None, name="", expertise="", **BY_ROLE)


JOBS = [
    Job("parts in groups", GroupMember, "keep_days", parts_over, let_go_of_parts),
]
