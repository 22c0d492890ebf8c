"""Canaries in a row's neighbours: what is read by many hangs on something that is read by few, on every rung.

A page shows a row and what it hangs on. Each neighbour keeps its own rung, whatever the row beside it says.
"""

from datetime import timedelta

from django.utils import timezone

from stories.models import NamedTheme, Observation, ReadingSession, ReportPart, StoryRef, StoryReport
from tests.factories import communities
from tests.factories.stories import told
from trajectories.models import Gathering, Harvest, MethodUse, Signal, StatusChange, Theme


def plant_neighbours(cage, cast):
    """On each rung a gathering under a harvest, a theme and an office under a signal, a story under what came of it."""
    for reach in (1, 2, 3):
        gathering = _gathering(cage, cast, reach)
        _under_a_gathering(cage, cast, gathering)
        _under_a_signal(cage, cast, gathering)
        if reach > 1:
            _under_what_was_understood(cage, cast, reach)


def _gathering(cage, cast, reach):
    return Gathering.objects.create(
        community=cast.community,
        group=cast.group,
        reach=reach,
        starts_at=timezone.now() - timedelta(days=reach),
        title=cage.token(f"onderoogst{reach}", reach, in_group=True),
        start_question=cage.token(f"onderoogstvraag{reach}", reach, in_group=True),
    )


def _under_a_gathering(cage, cast, gathering):
    """A harvest for everyone of a gathering for few; and a turn in the course that was decided there."""
    reach = gathering.reach
    harvest = Harvest.objects.create(
        gathering=gathering,
        community=cast.community,
        group=cast.group,
        reach=4,
        approved_on=timezone.localdate(),
        told=cage.token(f"vanonder{reach}", 4),
    )
    here = {"community": cast.community, "group": cast.group}
    Theme.objects.create(**here, harvest=harvest, words=cage.token(f"themaonder{reach}", 4))
    StatusChange.objects.filter(trajectory__group=cast.group, gathering=None).update(gathering=gathering)
    otherwise = cage.token(f"andersonder{reach}", reach, in_group=True)
    MethodUse.objects.create(gathering=gathering, card="samen-koken", otherwise=otherwise)


def _under_a_signal(cage, cast, gathering):
    """A public question to an office of its own, that began with a theme for few."""
    here, reach = {"community": cast.community, "group": cast.group}, gathering.reach
    harvest = Harvest.objects.get(told__contains="kanarie", reach=reach)
    theme = Theme.objects.create(
        **here, harvest=harvest, words=cage.token(f"ondersignaal{reach}", reach, in_group=True)
    )
    today = timezone.localdate()
    office = communities.OfficeFactory(
        organisation=cast.community.municipality, name=cage.token(f"loket{reach}", 4)
    )
    put = {"put_to": office, "put_on": today, "answer_due": today + timedelta(days=40)}
    Signal.objects.create(**here, **put, reach=4, theme=theme, title="Under it a theme", words="Asked.")


def _under_what_was_understood(cage, cast, reach):
    """What was understood for everyone rests on a story and an observation for few."""
    agreed = {"community": cast.community, "approved_on": timezone.localdate()}
    story = told(
        cast.community, cast.resident, reach, text=cage.token(f"ondergrond{reach}", reach, {"resident"})
    )
    session = ReadingSession.objects.create(**agreed, reach=4, place="The kitchen")
    StoryRef.objects.create(session=session, story=story, why=cage.token(f"waaromdeze{reach}", reach))
    report = StoryReport.objects.create(**agreed, reach=4, title="What we heard")
    ReportPart.objects.create(report=report, story=story, words=cage.token(f"bijdeze{reach}", reach))
    noticed = Observation.objects.create(
        **agreed, reach=reach, words=cage.token(f"onderbundel{reach}", reach)
    )
    named = NamedTheme.objects.create(**agreed, reach=4, words="Seen")
    named.observations.set([noticed])
