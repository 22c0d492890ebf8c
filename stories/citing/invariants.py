"""What must always hold about citing: each rule gives the keys of rows that break it, never their words."""

from communities.site.row_keys import keys_of
from stories.citing.models import StoryCitation
from stories.telling.models.kinds import StoryState


def cited_quote_is_of_a_told_story():
    """A sentence stands somewhere only while its story is told."""
    return keys_of(StoryCitation.objects.exclude(quote__story__state=StoryState.TOLD))


RULES = [
    cited_quote_is_of_a_told_story,
]
