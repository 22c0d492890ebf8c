"""Who gets in where: what readers say about a story, and where its sentence is used."""

from uuid import UUID

from stories.citing import actions as citing_actions
from stories.responses import actions as responses_actions
from stories.telling.actions import telling
from tests.access import HIDDEN, Row
from tests.factories.stories import told

OTHERS = ["host", "host_of_two", "participant", "builder"]
ORGANISERS = ["host", "builder"]
NOBODYS = UUID(int=7)


def story(scene):
    return [scene.read.uuid]


ROWS = [
    Row("recognise", story, opens=OTHERS),
    Row("recognise", lambda s: [s.kept.uuid], opens=[]),
    Row("recognise", lambda s: [NOBODYS], opens=[]),
    Row("take_back_recognition", lambda s: [s.recognition.pk], opens=["participant"], method="post"),
    Row("follow_story", story, opens=OTHERS, method="post"),
    Row("propose_pair", story, opens=OTHERS),
    Row("how_now", story, opens=["resident"]),
    Row("pair", lambda s: [s.pair.pk], opens=["resident"]),
    Row("accept_pair", lambda s: [s.pair.pk], opens=["resident"], method="post"),
    Row("end_pair", lambda s: [s.pair.pk], opens=["resident", "participant"], method="post"),
    Row("pair", lambda s: [s.closed_pair.pk], opens=[]),
    Row("cite_in_signal", lambda s: [s.asked.pk], opens=ORGANISERS),
    Row("cite_in_theme", lambda s: [s.theme.pk], opens=ORGANISERS),
    Row(
        "cite_beside_figures",
        lambda s: [s.cast.area.code, "people"],
        opens=["resident", "host", "host_of_two"],
    ),
    Row("uncite", lambda s: [s.citation.pk], opens=["resident", *ORGANISERS]),
    Row("uncite", lambda s: [s.closed_citation.pk], opens=["resident"]),
    Row("signal", lambda s: [999_999], opens=[], visitor=HIDDEN),
]


def scene(scene):
    """A story with everything that can hang on it, one that is taken back, and a pair that waits for a yes."""
    cast = scene.cast
    scene.read, scene.kept = told(cast.community, cast.resident, 2), told(cast.community, cast.resident, 0)
    theirs = told(cast.community, cast.participant, 2)
    said = {"words": "So it was.", "pseudonym": "", "reach": 2}
    scene.recognition = responses_actions.recognise(by=cast.participant, story=scene.read, **said)
    scene.pair = responses_actions.propose_pair(by=cast.participant, story=theirs, other=scene.read)
    closed = told(cast.community, cast.participant, 0)
    scene.closed_pair = responses_actions.propose_pair(by=cast.participant, story=closed, other=scene.read)
    for row in (scene.read, scene.kept):
        telling.choose_quote(by=cast.resident, story=row, start=0, end=8)
    scene.citation = citing_actions.cite(by=cast.host, quote=scene.read.quote, signal=scene.asked)
    scene.closed_citation = citing_actions.cite(by=cast.host, quote=scene.kept.quote, theme=scene.theme)
