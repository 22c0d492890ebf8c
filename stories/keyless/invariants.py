"""What must always hold about stories without an account: each rule gives the keys of rows that break it, never their words."""

from django.db.models import Q

from communities.site.row_keys import keys_of
from stories.keys.models import StoryKey


def letting_in_is_whole():
    """Whoever let a story in let in one text on one day. The name goes when its person does; the day stays."""
    astray = Q(let_in_hash="") & ~Q(let_in_at=None, let_in_by=None)
    astray |= ~Q(let_in_hash="") & Q(story=None)
    return keys_of(StoryKey.objects.filter(astray))


RULES = [
    letting_in_is_whole,
]
