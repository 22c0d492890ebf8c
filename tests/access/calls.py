"""Who gets in where: story calls, answers, patterns and cards."""

from communities.site.dates import today
from stories.models import CallOwner, Question
from tests.access import HIDDEN, MEMBERS, RESIDENTS, Row
from tests.factories.stories import a_call, told

OWNERS = ["resident", "host"]
ROWS = [
    Row("start_call", lambda s: [s.community.slug], opens=MEMBERS),
    Row("call", lambda s: [s.call.pk]),
    Row("call", lambda s: [s.call_draft.pk], opens=[*OWNERS, "builder"], visitor=HIDDEN),
    Row("call", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("patterns", lambda s: [s.call.pk]),
    Row("patterns", lambda s: [s.call_draft.pk], opens=[], visitor=HIDDEN),
    Row("story_cards", lambda s: [s.call.pk], opens=MEMBERS),
    Row("story_cards", lambda s: [s.call_draft.pk], opens=[]),
    Row("change_call", lambda s: [s.call_draft.pk], opens=OWNERS),
    Row("change_call", lambda s: [s.call.pk], opens=[]),
    Row("ask_owner", lambda s: [s.call_draft.pk], opens=OWNERS),
    Row("own_call", lambda s: [s.call_draft.pk], opens=["builder"], method="post"),
    Row("leave_call", lambda s: [s.call_draft.pk], opens=[*OWNERS, "builder"], method="post"),
    Row("add_question", lambda s: [s.call_draft.pk], opens=OWNERS),
    Row("add_question", lambda s: [s.call.pk], opens=[]),
    Row("change_question", lambda s: [s.call_question.pk], opens=OWNERS),
    Row("remove_question", lambda s: [s.call_question.pk], opens=OWNERS, method="post"),
    Row("move_question", lambda s: [s.call_question.pk], opens=OWNERS, method="post"),
    Row("try_call", lambda s: [s.call_draft.pk], opens=[name for name in RESIDENTS if name not in OWNERS]),
    Row("try_call", lambda s: [s.call.pk], opens=[]),
    Row("open_call", lambda s: [s.call_draft.pk], opens=OWNERS, method="post"),
    Row("copy_call", lambda s: [s.call.pk], opens=OWNERS, method="post"),
    Row("archive_call", lambda s: [s.call.pk], opens=OWNERS),
    Row("tell_for_call", lambda s: [s.call.pk], opens=MEMBERS, method="post"),
    Row("answer_questions", lambda s: [s.call_story.uuid], opens=["resident"]),
    Row("answer_questions", lambda s: [s.stories[4].uuid], opens=[]),
]


def scene(scene):
    """One open call with a story of the resident, and one that is still being made."""
    cast = scene.cast
    scene.call = a_call(cast.community, [cast.resident, cast.host], opened_on=today())
    scene.call_draft = a_call(cast.community, [cast.resident, cast.host])
    CallOwner.objects.create(call=scene.call_draft, user=cast.builder)
    scene.call_question = Question.objects.create(
        call=scene.call_draft, kind="choice", text="?", ends=["a", "b"]
    )
    scene.call_story = told(cast.community, cast.resident, 4, call=scene.call)
