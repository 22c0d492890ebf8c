"""Canaries in what happens before a gathering: series, posters, sign-ups and calendars."""

import uuid
from datetime import timedelta

from django.utils import timezone

from tests.house.cage import ORGANISERS
from trajectories.models import CalendarAddress, Gathering, Series, SignUp

OF_THE_GROUP = {"owners": ORGANISERS, "stays_because": "planned by the group"}
NO_ACCOUNT = "of somebody without an account"
HANDED_ON = ("title", "start_question", "method", "place_text", "needs", "interpreter")


def _series(cage, cast):
    """A series of the group on each rung; its dates carry what the host wrote."""
    for reach in (1, 2):
        series = Series.objects.create(
            community=cast.community,
            group=cast.group,
            reach=reach,
            rrule="FREQ=WEEKLY;INTERVAL=3;BYDAY=TU",
            first_on=timezone.localdate(),
            clock="19:30",
            provisions=["interpreter"],
            **{
                field: cage.token(f"reeks{reach}{field[:5]}".replace("_", ""), None, **OF_THE_GROUP)
                for field in HANDED_ON
            },
        )
        Gathering.objects.create(
            community=cast.community,
            group=cast.group,
            reach=reach,
            series=series,
            starts_at=timezone.now() + timedelta(days=4, hours=reach),
            original_at=timezone.now() + timedelta(days=5, hours=reach),
            start_question=cage.token(f"reeksvraag{reach}", reach, in_group=True),
            title=cage.token(f"reekstitel{reach}", reach, in_group=True),
            method=cage.token(f"reekswijze{reach}", reach, in_group=True),
            place_text=cage.token(f"reeksplek{reach}", reach, in_group=True),
            interpreter=cage.token(f"tolk{reach}", reach, in_group=True),
            provisions=["interpreter"],
            cancelled_on=timezone.localdate(),
            cancelled_why=cage.token(f"afgezegd{reach}", reach, in_group=True),
        )


def _signups(cage, cast):
    """Names are for those who organise; a mail address is for nobody's eyes."""
    row = Gathering.objects.create(
        community=cast.community,
        group=cast.group,
        reach=2,
        starts_at=timezone.now() + timedelta(days=6),
        start_question=cage.token("opgeven", 2, in_group=True),
        code=cage.token("postercode", None, **OF_THE_GROUP)[:24],
        invited_on=timezone.localdate(),
    )
    SignUp.objects.create(
        gathering=row,
        person=cast.user("resident"),
        name=cage.token("naamresidentplek", None, {"resident", *ORGANISERS}, of="resident"),
        token=uuid.uuid4(),
    )
    SignUp.objects.create(
        gathering=row,
        name=cage.token("naamzonderaccount", None, ORGANISERS, stays_because=NO_ACCOUNT),
        mail=cage.token("mailzonderaccount", None) + "@mail.example",
        token=uuid.uuid4(),
    )


def plant_planning(cage, cast):
    """Everybody has a calendar of everything, so that the crawl reads what the feed tells each of them."""
    _series(cage, cast)
    _signups(cage, cast)
    for name, person in cast.people.items():
        CalendarAddress.objects.create(
            person=person, token=cage.token(f"mail{name.replace('_', '')[:18]}agenda", None, {name})
        )
