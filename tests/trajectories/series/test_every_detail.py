"""Every detail of a gathering was thought of: in a series, on the invitation, in a calendar, in a report.

Whoever adds a detail is stopped here until it stands in each of the four, or stands below with the reason why not.
"""

from datetime import time, timedelta

import pytest
from django.db import models
from django.urls import reverse
from django.utils import timezone

from tests.factories import communities
from tests.house.registers import forgotten, outdated, token
from trajectories.gatherings.details import GatheringDetails
from trajectories.gatherings.ical import calendar_of
from trajectories.gatherings.reportable import KINDS
from trajectories.models import Gathering
from trajectories.series import actions
from trajectories.series.recurrence import Recurrence

FIELDS = {field.name: field for field in GatheringDetails._meta.get_fields()}
TEXTS = {name for name, field in FIELDS.items() if isinstance(field, models.CharField)}
NOT_WORDS = dict.fromkeys(FIELDS.keys() - TEXTS, "holds no words of people")
BEHIND = {
    "movements": "a strand of the picture; not of use to who comes",
    "reach": "decides who gets to see it",
    "created_by": "a person is on no page because they planned",
    "places": "is said where people sign up",
}
WITHOUT = {
    "series": {"created_by": "each date says for itself who planned it"},
    "invitation": {
        **BEHIND,
        "title": "the question is what invites",
        "method": "on the page behind the code",
    },
    "calendar": {**BEHIND, "method": "on the page behind the link"},
    "report": NOT_WORDS,
}


def values():
    """Something in every detail."""
    told = {"open_door": True, "reach": 4, "places": 7, "movements": ["meeting"]}
    return {**{name: token(name) for name in TEXTS}, "provisions": ["food", "interpreter"], **told}


def planned(cast, **more):
    """A gathering with something in every detail, and a code on its poster."""
    place = communities.MeetingPlaceFactory(community=cast.community, name=token("place"))
    here = {"community": cast.community, "group": cast.group, "created_by": cast.host, "place": place}
    soon = {"starts_at": timezone.now() + timedelta(days=3), "code": "abcdefgh2345"}
    return Gathering.objects.create(**{**values(), **here, **soon, **more})


def shown(text):
    """Which details stand in a text: words by themselves, choices by what they are called."""
    words = {"provisions": "iets te eten", "open_door": "Loop gewoon binnen", "place": token("place")}
    return lambda name: words.get(name, token(name)) in text


def handed_on(cast):
    """Whether the dates of a series hold what was planned for it."""
    place = communities.MeetingPlaceFactory(community=cast.community)
    details = {**values(), "place": place}
    rhythm = Recurrence("weeks", 3, timezone.localdate() + timedelta(days=1))
    series = actions.plan_series(
        by=cast.host,
        group=cast.group,
        values={**details, "clock": time(19, 30), "minutes": 90},
        rhythm=rhythm,
    )
    row = series.gatherings.first()
    return lambda name: name in details and getattr(row, name, None) == details[name]


def printed(cast):
    """Whether the invitation on paper says it: with a place of ours, and with another place."""
    cast.client.force_login(cast.host, backend="django.contrib.auth.backends.ModelBackend")
    pages = ""
    for place in ({}, {"place": None}):
        row = planned(cast, **place)
        pages += cast.client.get(reverse("gathering_paper", args=[row.pk])).content.decode()
        row.delete()
    return shown(pages)


def in_calendar(cast):
    """Whether a calendar program is told: of a place of ours, and of another place."""
    planned(cast)
    planned(cast, place=None, code=None)
    return shown(calendar_of("All", Gathering.objects.all()).decode().replace("\r\n ", ""))


def reported(cast):
    """Whether those who look at a report read it."""
    return shown("\n".join(KINDS[0].words(planned(cast))))


ASKED = {"series": handed_on, "invitation": printed, "calendar": in_calendar, "report": reported}


@pytest.fixture
def ask(cast, client):
    """What one of the four says of each detail."""
    cast.client = client
    return lambda register: ASKED[register](cast)


@pytest.mark.parametrize("register", ASKED)
def test_every_detail_of_a_gathering_was_thought_of(ask, register):
    """The proof fails when a detail is added and forgotten in one of the four."""
    assert forgotten(FIELDS, ask(register), WITHOUT[register]) == set()


@pytest.mark.parametrize("register", ASKED)
def test_each_reason_for_leaving_a_detail_out_still_holds(ask, register):
    assert outdated(FIELDS, ask(register), WITHOUT[register]) == set()


@pytest.mark.parametrize("register", ASKED)
def test_the_proof_fails_when_a_gathering_gets_a_subtitle(ask, register):
    assert forgotten([*FIELDS, "subtitle"], ask(register), WITHOUT[register]) == {"subtitle"}
