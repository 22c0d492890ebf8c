"""What must always hold between the rows of several apps."""

from django.db.models import F

from communities.site.row_keys import keys_of
from stories.models import Story
from trajectories.models import Gathering, Harvest, Insight, Signal, TablePromise, Theme
from volunteers.models import SupportRequest


def row_is_of_its_group_s_community():
    """Who may read a row follows from its community: it must be that of its group."""
    found = []
    for model in (Gathering, Harvest, Insight, Theme, TablePromise, Signal, SupportRequest, Story):
        astray = model.objects.filter(group__isnull=False).exclude(community=F("group__community"))
        found += [f"{model._meta.label}:{pk}" for pk in keys_of(astray)]
    return found


RULES = [
    row_is_of_its_group_s_community,
]
