"""How long a browser is known, and how it is let go of."""

from communities.accounts.models import KnownBrowser
from communities.retention.jobs import Job, cutoff_day, delete


def browsers_not_seen(days):
    """In which nobody logged in for so long that the mark does not count any more."""
    return KnownBrowser.objects.filter(until__lt=cutoff_day(days))


JOBS = [Job("known browsers", KnownBrowser, "keep_days", browsers_not_seen, delete)]
