"""Canaries in what readers say about stories, in what tellers add later, and quotes beside what others ask."""

from datetime import timedelta

from django.utils import timezone

from stories.citing import actions as citing_actions
from stories.models import Quote, Recognition
from stories.responses import actions as responses_actions
from stories.telling.actions import telling
from tests.factories.stories import told
from trajectories.models import Signal, Theme


def _recognised(cage, cast, story, where, reach, heard=None):
    owners = {"participant", "resident"} if reach == 0 or heard == "nobody" else {"participant"}
    tokens = [
        cage.token(f"herkend{where}{part}", None if heard else reach, owners, of="participant")
        for part in ("s", "n")
    ]
    said = {"words": tokens[0], "pseudonym": tokens[1], "reach": reach}
    return responses_actions.recognise(by=cast.participant, story=story, **said)


def plant_reading(cage, cast):
    """On every rung a recognition of an open story; of a withdrawn one; one whose yes ended; and an addition."""
    for reach in (0, 2, 3, 4):
        story = told(cast.community, cast.resident, 4)
        _recognised(cage, cast, story, f"op{reach}", reach)
        token = cage.token(f"later{reach}", reach, {"resident"})
        told(cast.community, cast.resident, reach, later=token, later_on=timezone.localdate())
    gone = told(cast.community, cast.resident, 4)
    _recognised(cage, cast, gone, "weg", 4, heard="nobody")
    telling.withdraw(by=cast.resident, story=gone)
    ended = _recognised(cage, cast, told(cast.community, cast.resident, 4), "voorbij", 4, heard="author")
    past = timezone.now() - timedelta(days=1)
    Recognition.objects.filter(pk=ended.pk).update(given_at=past - timedelta(days=1), until=past)
    signal = Signal.objects.exclude(put_on=None).get(title__contains="kanarie")
    theme = Theme.objects.filter(words__contains="kanarie").first()
    for quote in Quote.objects.all():
        citing_actions.cite(by=cast.host, quote=quote, signal=signal)
        citing_actions.cite(by=cast.host, quote=quote, theme=theme)
        place = {"community": cast.community, "area_code": cast.area.code, "subject": "people"}
        citing_actions.cite(by=cast.host, quote=quote, **place)
