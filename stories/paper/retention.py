"""How long codes printed on paper are kept."""

from communities.retention.jobs import Job, cutoff, delete
from stories.keys.models import StoryKey


def unused_sheets(days):
    """Codes printed on paper that nobody typed in."""
    return StoryKey.objects.blank().filter(made_at__lte=cutoff(days))


JOBS = [
    Job("sheets", StoryKey, "sheet_days", unused_sheets, delete),
]
