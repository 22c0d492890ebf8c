"""Who gets in where: trajectories, gatherings and signals."""

from datetime import timedelta

from django.utils import timezone

from tests.access import EVERYONE, HIDDEN, LIVING_HERE, MEMBERS, OFFICIALS, Row
from tests.factories import communities
from trajectories.models import Gathering, Harvest, Signal, StatusChange, Trajectory

ORGANISERS = ["host", "builder"]
GROUP = ["host", "participant", "builder"]
ROWS = [
    Row(
        "start_trajectory",
        lambda s: [s.community.slug],
        opens=LIVING_HERE,
    ),
    Row("trajectory", lambda s: [s.trajectory.pk]),
    Row("trajectory", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("change_status", lambda s: [s.trajectory.pk], opens=ORGANISERS),
    Row("group_words", lambda s: [s.cast.group.pk], opens=["host"]),
    Row("add_member", lambda s: [s.cast.group.pk], opens=ORGANISERS),
    Row("add_funding", lambda s: [s.cast.group.pk], opens=ORGANISERS),
    Row("plan_gathering", lambda s: [s.cast.group.pk], opens=ORGANISERS),
    Row("raise_signal", lambda s: [s.cast.group.pk], opens=ORGANISERS),
    Row("end_part", lambda s: [s.part.pk], opens=["host"], method="post"),
    Row("gathering", lambda s: [s.closed.pk], opens=MEMBERS, visitor=HIDDEN),
    Row("gathering", lambda s: [s.group_only.pk], opens=GROUP, visitor=HIDDEN),
    Row("gathering", lambda s: [s.municipal.pk], opens=[*MEMBERS, *OFFICIALS], visitor=HIDDEN),
    Row("gathering", lambda s: [s.open_door.pk], opens=EVERYONE),
    Row("add_agenda_item", lambda s: [s.closed.pk], opens=ORGANISERS),
    Row("approve_harvest", lambda s: [s.harvest.pk], opens=GROUP, method="post"),
    Row("signal", lambda s: [s.heard.pk], opens=MEMBERS, visitor=HIDDEN),
    Row("signal", lambda s: [s.asked.pk], opens=EVERYONE),
    Row("put_signal", lambda s: [s.heard.pk], opens=ORGANISERS),
    Row("put_signal", lambda s: [s.asked.pk], opens=[]),
    Row("answer_signal", lambda s: [s.asked.pk], opens=OFFICIALS),
    Row("copy_answer", lambda s: [s.asked.pk], opens=ORGANISERS),
]


def scene(scene):
    """A running trajectory with gatherings on several rungs, a harvest, and two signals."""
    cast = scene.cast
    scene.trajectory = Trajectory.objects.create(group=cast.group)
    StatusChange.objects.create(
        trajectory=scene.trajectory, status="running", on=communities.days_ago(500), why="We begin."
    )
    here = {"community": cast.community, "group": cast.group}

    def gathering(reach, **more):
        soon = timezone.now() + timedelta(days=3)
        return Gathering.objects.create(**here, starts_at=soon, reach=reach, start_question="Why?", **more)

    scene.closed, scene.group_only, scene.municipal = gathering(2), gathering(1), gathering(3)
    scene.open_door = gathering(2, open_door=True)
    scene.harvest = Harvest.objects.create(**here, gathering=scene.closed, told="We laughed.")
    scene.part = cast.group.members.get(user=cast.participant)
    scene.heard = Signal.objects.create(**here, title="It is dark", words="It is dark there.")
    today = timezone.localdate()
    scene.asked = Signal.objects.create(
        **here,
        title="It is wet",
        words="It is wet there.",
        put_to=cast.office,
        put_on=today,
        answer_due=today + timedelta(days=42),
    )
