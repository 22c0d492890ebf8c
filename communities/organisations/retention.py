"""How long rows are kept about posts and administrators, and how they are let go of."""

from communities.organisations.models import Appointment, BackOfficeDeed, Posting
from communities.retention.jobs import Job, cutoff, cutoff_day, delete
from communities.rights.names import BY_ROLE


def posts_over(days):
    """Posts that ended two years ago: the name under them faded already (docs/domain.md, "Names of people")."""
    return Posting.objects.filter(until__lte=cutoff_day(days), user__isnull=False)


def let_go_of_posts(rows):
    """Memory hangs on the office (P9): the dated row stays, signed by function."""
    rows.update(user=None, **BY_ROLE)


def appointments_over(days):
    """Administrators who stopped."""
    return Appointment.objects.filter(until__lte=cutoff_day(days), user__isnull=False)


def let_go_of_appointments(rows):
    """That there was an administrator stays; who it was does not."""
    rows.update(user=None)


def old_deeds(days):
    """What administrators did so long ago that nobody looks into it any more."""
    return BackOfficeDeed.objects.filter(at__lte=cutoff(days))


JOBS = [
    Job("posts", Posting, "keep_days", posts_over, let_go_of_posts),
    Job("appointments", Appointment, "keep_days", appointments_over, let_go_of_appointments),
    Job("deeds of administrators", BackOfficeDeed, "keep_days", old_deeds, delete),
]
