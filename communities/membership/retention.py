"""How long rows are kept about communities and who belongs to them, and how they are let go of."""

from django.db.models import Q

from communities.membership.models import Invitation, Membership
from communities.retention.jobs import Job, cutoff_day, delete
from communities.rights.names import BY_ROLE


def memberships_over(days):
    """Who left the community long enough ago."""
    rows = Membership.objects.filter(until__lte=cutoff_day(days))
    return rows.exclude(user__isnull=True, introduced_by__isnull=True)


def let_go_of_memberships(rows):
    """The dated row stays, signed by role."""
    rows.update(user=None, introduced_by=None, **BY_ROLE)


def unanswered(days):
    """Who asked to come in and was not answered."""
    return Membership.objects.pending().filter(asked_on__lte=cutoff_day(days))


def codes_over(days):
    """Expired, used up (which ends a code the same day) or voided."""
    return Invitation.objects.filter(Q(expires_on__lte=cutoff_day(days)) | Q(voided_on__lte=cutoff_day(days)))


JOBS = [
    Job("memberships", Membership, "keep_days", memberships_over, let_go_of_memberships),
    Job("unanswered requests", Membership, "waiting_days", unanswered, delete),
    Job("invitations", Invitation, "keep_days", codes_over, delete),
]
