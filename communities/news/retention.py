"""How long rows are kept about news and mail, and how they are let go of."""

from communities.news.models import Letter, Notice
from communities.retention.jobs import Job, cutoff, delete


def old_notices(days):
    """News counts from the day it was due: what is to be told later stays."""
    return Notice.objects.filter(due__lte=cutoff(days))


def old_letters(days):
    """Sent, given up or broken off: after this time no mail needs to be known any more."""
    return Letter.objects.filter(made_at__lte=cutoff(days))


JOBS = [
    Job("notices", Notice, "keep_days", old_notices, delete),
    Job("letters", Letter, "keep_days", old_letters, delete),
]
