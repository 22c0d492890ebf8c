"""Letting go of drafts that nobody writes on any more."""

from communities.retention import Job, delete, moment
from stories.models import Story, StoryState


def untouched_drafts(days):
    """Drafts, also those that would change a told story: the told one and its consent stand."""
    return Story.objects.filter(state=StoryState.DRAFT, changed_at__lte=moment(days))


JOBS = [Job("drafts", Story, "draft_days", untouched_drafts, delete)]
