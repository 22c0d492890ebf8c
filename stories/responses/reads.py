"""What stands under a story: who recognises it, what follows it, and the same moment told by another."""

from django.db.models import Q

from communities.rights import standing
from stories.responses.models import Pair, Recognition
from stories.telling.models.story import Story


def responses_to(story, reader):
    """Everything under one story that this reader may see; no totals, in the order of time."""
    linked = Story.objects.visible_to(reader).told().filter(Q(pk=story.follows_id) | Q(follows=story))
    linked = list(linked.defer("text", "later"))
    pairs = Pair.objects.visible_to(reader).filter(Q(proposed=story) | Q(other=story))
    pairs = list(pairs.select_related("proposed", "other").defer("proposed__text", "other__text"))
    return {
        "recognitions": Recognition.objects.as_seen_by(reader).filter(story=story),
        "before": [row for row in linked if row.pk == story.follows_id],
        "after": [row for row in linked if row.pk != story.follows_id],
        "beside": [(_other(pair, story), pair) for pair in pairs if pair.accepted_on],
        "asked": [(_other(pair, story), pair) for pair in pairs if not pair.accepted_on],
        "may_say": story.community_id in standing.joined(reader),
    }


def _other(pair, story):
    return pair.other if pair.proposed_id == story.pk else pair.proposed


def my_recognitions(reader):
    """What I said beside stories of others, to take it back also when the story is out of sight."""
    return Recognition.objects.editable_by(reader)
