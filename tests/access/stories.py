"""Who gets in where: stories and voices."""

from uuid import UUID

from stories.models import Story, Voice
from tests.access import EVERYONE, HIDDEN, LIVING_HERE, LOGGED_IN, MEMBERS, OFFICIALS, Row
from tests.factories.stories import told

NOBODYS = UUID(int=7)
ROWS = [
    Row("stories"),
    Row("story", lambda s: [s.stories[0].uuid], opens=["resident"], visitor=HIDDEN),
    Row("story", lambda s: [s.stories[1].uuid], opens=["host", "participant", "builder"], visitor=HIDDEN),
    Row("story", lambda s: [s.stories[2].uuid], opens=MEMBERS, visitor=HIDDEN),
    Row("story", lambda s: [s.stories[3].uuid], opens=[*MEMBERS, *OFFICIALS], visitor=HIDDEN),
    Row("story", lambda s: [s.stories[4].uuid], opens=EVERYONE),
    Row("story", lambda s: [NOBODYS], opens=[], visitor=HIDDEN),
    Row("where_used", lambda s: [s.stories[2].uuid], opens=["resident"], visitor=HIDDEN),
    Row("change_reach", lambda s: [s.stories[2].uuid], opens=["resident"]),
    Row("withdraw", lambda s: [s.stories[4].uuid], opens=["resident"], method="post"),
    Row("start_changing", lambda s: [s.stories[4].uuid], opens=["resident"], method="post"),
    Row("choose_quote", lambda s: [s.stories[4].uuid], opens=["resident"]),
    Row("erase_story", lambda s: [s.stories[4].uuid], opens=["resident"]),
    Row("tell", opens=LOGGED_IN),
    Row("write_story", lambda s: [s.draft.uuid], opens=["resident"]),
    Row("write_story", lambda s: [s.written_down.uuid], opens=["builder"]),
    Row("share_story", lambda s: [s.draft.uuid], opens=["resident"]),
    Row("read_back", lambda s: [s.written_down.uuid], opens=["builder"]),
    Row(
        "voice",
        lambda s: [s.cast.area.code, "people"],
        opens=LIVING_HERE,
    ),
    Row("remove_voice", lambda s: [s.voice.pk], opens=["resident"], method="post"),
]


def scene(scene):
    """One story of the resident on each rung (rung 1 by the participant, in the group), and drafts."""
    cast = scene.cast
    scene.stories = [told(cast.community, cast.resident, reach) for reach in (0, 2, 2, 3, 4)]
    scene.stories[1] = told(cast.community, cast.participant, 1, group=cast.group)
    scene.draft = Story.objects.create(community=cast.community, teller=cast.resident)
    scene.written_down = Story.objects.create(
        community=cast.community, written_by=cast.builder, told_by="listener", text="She told."
    )
    scene.voice = Voice.objects.create(
        community=cast.community, area_code=cast.area.code, subject="people", words="True.", by=cast.resident
    )
