"""Who gets in where: series, inviting, signing up, calendars."""

import uuid
from datetime import date, time

from tests.access import EVERYONE, HIDDEN, LOGGED_IN, MEMBERS, OPEN, Row
from trajectories.models import CalendarAddress, Gathering, SignUp
from trajectories.series import actions
from trajectories.series.recurrence import Recurrence

ORGANISERS = ["host", "builder"]


def series(scene):
    return [scene.series.pk]


def closed(scene):
    return [scene.closed.pk]


def mine(scene):
    return [scene.place_of_resident.code]


ROWS = [
    Row("plan_series", lambda s: [s.cast.group.pk], opens=ORGANISERS),
    Row("series", series, opens=ORGANISERS),
    Row("series", lambda s: [999_999], opens=[]),
    Row("change_series", series, opens=ORGANISERS),
    Row("extend_series", series, opens=ORGANISERS, method="post"),
    Row("ready_to_invite", closed, opens=ORGANISERS),
    Row("ready_to_invite", closed, opens=ORGANISERS, method="post"),
    Row("change_gathering", closed, opens=ORGANISERS),
    Row("move_gathering", closed, opens=ORGANISERS),
    Row("cancel_gathering", closed, opens=ORGANISERS),
    Row("gathering_paper", closed, opens=ORGANISERS),
    Row("gathering_poster", closed, opens=ORGANISERS),
    Row("renew_poster", closed, opens=ORGANISERS, method="post"),
    Row("sign_up", closed, opens=MEMBERS, visitor=HIDDEN),
    Row("sign_up", closed, opens=MEMBERS, visitor=HIDDEN, method="post", answers=200),
    Row("sign_up", lambda s: [s.open_door.pk], opens=[], visitor=HIDDEN),
    Row("signups", closed, opens=ORGANISERS),
    Row("add_signup", closed, opens=ORGANISERS),
    Row("add_signup", closed, opens=ORGANISERS, method="post", answers=200),
    Row("add_signup", lambda s: [s.open_door.pk], opens=[]),
    Row("remove_signup", lambda s: [s.place_of_resident.pk], opens=ORGANISERS),
    Row("remove_signup", lambda s: [s.place_of_resident.pk], opens=ORGANISERS, method="post"),
    Row("remove_signup", lambda s: [999_999], opens=[]),
    Row("signups_file", closed, opens=ORGANISERS),
    Row("scanned", lambda s: [s.closed.code]),
    Row("scanned", lambda s: ["nocode"], opens=[], visitor=HIDDEN),
    Row("signup", mine, visitor=OPEN),
    Row("signup", lambda s: ["nocode"], opens=[], visitor=HIDDEN),
    Row("cancel_signup", mine, opens=EVERYONE, visitor=OPEN, method="post"),
    Row("cancel_signup", lambda s: ["nocode"], opens=[], visitor=HIDDEN, method="post"),
    Row("community_agenda", lambda s: [s.community.slug]),
    Row("community_agenda", lambda s: [s.hidden_community.slug], opens=[], visitor=HIDDEN),
    Row("group_agenda", lambda s: [s.cast.group.pk]),
    Row("my_agenda_file", lambda s: [s.agenda.token]),
    Row("my_agenda_file", lambda s: ["nobody"], opens=[], visitor=HIDDEN),
    Row("my_agenda", opens=LOGGED_IN),
    Row("revoke_agenda", lambda s: [s.agenda.pk], opens=["resident"], method="post"),
]


def scene(scene):
    """A series, a gathering of the community with a poster and a sign-up, and a personal calendar."""
    cast = scene.cast
    values = {"clock": time(19, 30), "minutes": 120, "start_question": "Why?"}
    rhythm = Recurrence("weeks", 3, date(2099, 1, 6))
    scene.series = actions.plan_series(by=cast.host, group=cast.group, values=values, rhythm=rhythm)
    Gathering.objects.filter(pk=scene.closed.pk).update(code="abcdefgh2345")
    scene.closed.refresh_from_db()
    scene.place_of_resident = SignUp.objects.create(
        gathering=scene.closed, person=cast.resident, name="Resident", token=uuid.uuid4()
    )
    scene.agenda = CalendarAddress.objects.create(person=cast.resident)
