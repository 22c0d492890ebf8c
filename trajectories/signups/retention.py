"""How long rows are kept about a place at a gathering, and how they are let go of."""

from communities.retention.jobs import Job, cutoff, delete
from trajectories.signups.models import SignUp


def old_signups(days):
    """Sign-ups for what has been: nobody needs to know later who came."""
    return SignUp.objects.filter(gathering__starts_at__lte=cutoff(days))


JOBS = [Job("sign-ups", SignUp, "keep_days", old_signups, delete)]
