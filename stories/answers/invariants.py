"""What must always hold about answers to a story call: each rule gives the keys of rows that break it, never their words."""

from django.db.models import F

from communities.site.row_keys import keys_of
from stories.calls.models import StoryAnswer


def answer_is_to_the_call_of_its_story():
    """What somebody says about a story answers a question of the call it was told for."""
    fits = StoryAnswer.objects.filter(question__call=F("story__call"))
    return keys_of(StoryAnswer.objects.exclude(pk__in=fits.values("pk")))


RULES = [
    answer_is_to_the_call_of_its_story,
]
