"""What must always hold and no constraint of the database can say (4-quality.md rule 12).

Each rule gives the keys of rows that break it: never a word of what stands in them.
"""

from communities.site.row_keys import keys_of
from stories.citing.models import StoryCitation
from stories.telling.models.story import StoryState


def cited_quote_is_of_a_told_story():
    """A sentence stands somewhere only while its story is told."""
    return keys_of(StoryCitation.objects.exclude(quote__story__state=StoryState.TOLD))


RULES = [
    cited_quote_is_of_a_told_story,
]
