"""Letting go of drafts that nobody writes on any more."""

from communities.retention import Job, delete, moment
from stories.actions import let_go_of
from stories.models import Receipt, Story, StoryState


def untouched_drafts(days):
    """Drafts, also those that would change a told story: the told one and its consent stand."""
    return Story.objects.filter(state=StoryState.DRAFT, changed_at__lte=moment(days))


def unused_sheets(days):
    """Codes printed on paper that nobody typed in."""
    return Receipt.objects.blank().filter(made_at__lte=moment(days))


JOBS = [
    Job("drafts", Story, "draft_days", untouched_drafts, let_go_of),
    Job("sheets", Receipt, "sheet_days", unused_sheets, delete),
]
