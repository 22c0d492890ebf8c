"""A host plans "every third Tuesday, half past seven" for a year, moves one date and cancels another."""

import uuid
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone, translation

from communities.models import Notice, OpeningHours
from tests.factories import communities
from trajectories.gatherings import actions as gatherings_actions
from trajectories.models import Gathering, Series
from trajectories.planning import actions as planning_actions
from trajectories.series import actions as series_actions
from trajectories.series.recurrence import Recurrence
from trajectories.signups import actions as signups_actions

HERE = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HERE)
FORM = {
    "start_question": "What keeps us awake?",
    "often": "weeks",
    "every": "3",
    "first_on": "2026-12-01",
    "clock": "19:30",
    "minutes": "120",
}


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def plan(cast, first=date(2026, 12, 1), often="weeks", every=3, clock=time(19, 30), **end):
    values = {"clock": clock, "minutes": 120, "start_question": "What keeps us awake?"}
    rhythm = Recurrence(often, every, first, **end)
    return series_actions.plan_series(by=cast.host, group=cast.group, values=values, rhythm=rhythm)


def change(cast, series, **how):
    """Change the series to another rhythm, with the other values as they were."""
    values = {"clock": how.pop("clock", series.clock), "minutes": how.pop("minutes", series.minutes)}
    values["start_question"] = how.pop("question", series.start_question)
    rhythm = Recurrence(**{"often": "weeks", "every": 3, "first": series.first_on} | how)
    return series_actions.change_series(
        by=cast.host, series=series, values=values, rhythm=rhythm, why="New days."
    )


def days(series, **where):
    rows = Gathering.objects.filter(series=series, **where)
    return [f"{timezone.localtime(row.starts_at):%Y-%m-%d %H:%M}" for row in rows]


def test_a_host_plans_a_year_on_one_form(cast, browse, noon):
    answer = browse("host").post(f"/groep/{cast.group.pk}/reeks/", FORM)
    series = Series.objects.get()
    assert answer["Location"] == f"/reeks/{series.pk}/"
    assert series.rrule == "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"
    assert len(days(series)) == 18
    page = browse("host").get(answer["Location"]).content.decode()
    assert "Elke 3 weken op dinsdag, 19.30" in page
    assert not Notice.objects.exists()


def test_half_past_seven_stays_half_past_seven_through_summer_and_winter_time(cast, noon):
    series = plan(cast)
    assert {day[-5:] for day in days(series)} == {"19:30"}
    in_utc = {row.starts_at.astimezone(ZoneInfo("UTC")).hour for row in Gathering.objects.all()}
    assert in_utc == {17, 18}


@pytest.mark.parametrize(
    ("first", "often", "found"),
    [
        (date(2026, 12, 15), "weekday", ["2026-12-15", "2027-01-19", "2027-02-16"]),
        (date(2026, 12, 29), "weekday", ["2026-12-29", "2027-01-26", "2027-02-23"]),
        (date(2026, 12, 15), "date", ["2026-12-15", "2027-01-15", "2027-02-15"]),
        (date(2026, 12, 31), "date", ["2026-12-31", "2027-01-31", "2027-02-28"]),
    ],
)
def test_a_month_has_its_third_tuesday_and_its_last_day(first, often, found):
    rhythm = Recurrence(often, 1, first)
    assert [str(day) for day in islice(rhythm.days(), 3)] == found
    assert Recurrence.read(rhythm.text, first) == rhythm


def test_a_rhythm_is_said_in_words():
    with translation.override("nl"):
        third = Recurrence("weekday", 1, date(2026, 12, 15), count=10)
        assert third.in_words(time(19, 30)) == "Elke derde dinsdag van de maand, 19.30, 10 keer"
        until = Recurrence("weeks", 1, date(2026, 12, 1), until=date(2027, 3, 2))
        assert until.in_words(time(9, 0)) == "Elke week op dinsdag, 9.00, tot en met 2 maart 2027"


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY;INTERVAL=1", "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;BYHOUR=3", ""])
def test_a_rule_that_the_form_does_not_make_is_refused(rule):
    with pytest.raises(ValueError):
        Recurrence.read(rule, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"until": "2096-12-01", "every": "1"}, "meer dan 200 bijeenkomsten"),
        ({"count": "10000"}, "200"),
        ({"until": "2027-12-01", "count": "5"}, "Kies er één"),
        ({"until": "2026-11-30"}, "Heb je ze omgedraaid"),
        ({"first_on": "2026-11-23"}, "Deze dag is al geweest"),
        ({"first_on": "2028-11-23"}, "meer dan een jaar weg"),
        ({"every": "0"}, "1"),
    ],
)
def test_bad_input_gets_a_clear_answer_and_nothing_is_lost(cast, browse, noon, more, sentence):
    page = browse("host").post(f"/groep/{cast.group.pk}/reeks/", FORM | more).content.decode()
    assert sentence in page
    assert "What keeps us awake?" in page
    assert not Series.objects.exists()


def test_a_series_without_end_is_made_a_year_at_a_time_and_nothing_twice(cast, noon):
    series = plan(cast, every=1)
    assert len(days(series)) == 52
    call_command("nightly", verbosity=0)
    assert len(days(series)) == 52
    noon.move_to(NOON + timedelta(days=70))
    call_command("nightly", verbosity=0)
    assert len(days(series)) == 62
    assert len(set(days(series))) == 62


def test_a_date_that_was_moved_is_not_made_again(cast, noon):
    series = plan(cast)
    first = Gathering.objects.first()
    planning_actions.move_gathering(by=cast.host, gathering=first, starts_at=NOON + timedelta(days=9))
    series_actions.extend_series(by=cast.host, series=series)
    assert len(days(series)) == 18
    first.refresh_from_db()
    assert (first.is_moved, first.sequence) == (True, 1)
    assert timezone.localtime(first.original_at).day == 1


def test_looking_at_a_series_writes_nothing(cast, browse, noon):
    series = plan(cast)
    noon.move_to(NOON + timedelta(days=70))
    browse("host").get(f"/reeks/{series.pk}/")
    assert len(days(series)) == 18


@pytest.mark.parametrize(
    ("when", "sentence"),
    [("2026-11-23T19:30", "Dit moment is al geweest"), ("2026-12-02T20:00", "Het is verzet")],
)
def test_a_date_moves_forward_only(cast, browse, noon, when, sentence):
    plan(cast)
    first = Gathering.objects.first()
    answer = browse("host").post(f"/bijeenkomst/{first.pk}/verzetten/", {"starts_at": when}, follow=True)
    assert sentence in answer.content.decode()


def test_what_has_been_cannot_be_moved(cast, noon):
    plan(cast)
    first = Gathering.objects.first()
    noon.move_to(NOON + timedelta(days=30))
    with pytest.raises(ValidationError):
        planning_actions.move_gathering(by=cast.host, gathering=first, starts_at=NOON + timedelta(days=40))
    with pytest.raises(ValidationError):
        planning_actions.cancel_gathering(by=cast.host, gathering=first, why="Late.")


def test_a_cancelled_date_stays_visible_with_its_reason_and_people_hear(cast, browse, noon):
    plan(cast)
    first = Gathering.objects.first()
    browse("host").post(f"/bijeenkomst/{first.pk}/gaat-niet-door/", {"why": "The street has a party."})
    page = browse("participant").get(f"/bijeenkomst/{first.pk}/").content.decode()
    assert "Deze bijeenkomst gaat niet door" in page
    assert "The street has a party." in page
    assert "Gaat niet door" in browse("participant").get("/mijn/nieuws/").content.decode()


def test_changing_a_series_changes_only_what_is_to_come_and_was_not_moved_by_hand(cast, noon):
    series = plan(cast, count=5)
    rows = list(Gathering.objects.all())
    planning_actions.move_gathering(
        by=cast.host, gathering=rows[2], starts_at=rows[2].starts_at + timedelta(days=1)
    )
    planning_actions.cancel_gathering(by=cast.host, gathering=rows[3], why="Holiday.")
    noon.move_to(NOON + timedelta(days=14))
    change(cast, series, clock=time(20, 0), first=date(2026, 12, 3), count=5)
    assert days(series) == [
        "2026-12-01 19:30",
        "2026-12-24 20:00",
        "2027-01-13 19:30",
        "2027-02-02 19:30",
        "2027-02-25 20:00",
    ]


def test_what_was_written_for_one_date_stays_when_the_series_changes(cast, noon):
    series = plan(cast, count=3)
    own = Gathering.objects.order_by("starts_at")[1]
    planning_actions.change_gathering(
        by=cast.host, gathering=own, values={"start_question": "Who was there?"}
    )
    gatherings_actions.add_agenda_item(by=cast.host, gathering=own, text="Tea", origin="residents")
    change(cast, series, question="Another question?", every=1, count=3)
    rows = Gathering.objects.order_by("starts_at")
    assert [row.start_question for row in rows] == [
        "Another question?",
        "Who was there?",
        "Another question?",
    ]
    assert [row.agenda.count() for row in rows] == [0, 1, 0]
    assert days(series)[1] == "2026-12-08 19:30"


def test_dates_left_over_go_unless_people_count_on_them(cast, noon):
    series = plan(cast, count=4)
    rows = list(Gathering.objects.all())
    planning_actions.invite_to_gathering(by=cast.host, gathering=rows[3])
    change(cast, series, count=2)
    assert len(days(series, cancelled_on=None)) == 2
    assert Gathering.objects.get(cancelled_on__isnull=False) == rows[3]


def test_more_dates_never_bring_back_a_cancelled_one(cast, noon):
    series = plan(cast, count=3)
    rows = list(Gathering.objects.all())
    planning_actions.cancel_gathering(by=cast.host, gathering=rows[1], why="Holiday.")
    change(cast, series, every=1, count=7)
    found = days(series)
    assert len(found) == len(set(found)) == 7
    assert days(series, cancelled_on__isnull=False) == ["2026-12-22 19:30"]


def test_the_page_says_when_a_place_is_not_open_and_refuses_nothing(cast, browse, noon):
    place = communities.MeetingPlaceFactory(community=cast.community, name="De Wiek")
    OpeningHours.objects.create(place=place, kind="walk_in", weekday=3, opens="10:00", closes="12:00")
    form = {"start_question": "Why?", "starts_at": "2026-12-01T19:30", "place": place.pk}
    answer = browse("host").post(f"/groep/{cast.group.pk}/bijeenkomst/", form, follow=True)
    assert "De Wiek is dan niet open" in answer.content.decode()
    form["starts_at"], form["ends_at"] = "2026-12-03T10:00", "2026-12-03T12:00"
    answer = browse("host").post(f"/groep/{cast.group.pk}/bijeenkomst/", form, follow=True)
    assert "is dan niet open" not in answer.content.decode()


def test_before_inviting_it_says_that_residents_have_no_question_yet(cast, browse, noon):
    plan(cast)
    first = Gathering.objects.first()
    ready = f"/bijeenkomst/{first.pk}/klaar/"
    assert "nog geen vraag van bewoners" in browse("builder").get(ready).content.decode()
    gatherings_actions.add_agenda_item(by=cast.host, gathering=first, text="Our street", origin="residents")
    assert "nog geen vraag van bewoners" not in browse("builder").get(ready).content.decode()
    browse("builder").post(ready)
    assert Notice.objects.filter(kind="gathering", person=cast.participant).count() == 1
    assert browse("builder").get(f"/bijeenkomst/{first.pk}/poster/").status_code == 200


def test_a_changed_series_is_a_move_for_every_date_that_somebody_was_invited_to(cast, browse, noon):
    series = plan(cast, count=3)
    rows = list(Gathering.objects.all())
    planning_actions.invite_to_gathering(by=cast.host, gathering=rows[0])
    signup = signups_actions.sign_up(by=cast.resident, gathering=rows[1], name="Resident", token=uuid.uuid4())
    Notice.objects.all().delete()
    change(cast, series, first=date(2026, 12, 3), count=3)
    told = {(row.person, row.kind, row.about) for row in Notice.objects.all()}
    assert told == {
        (cast.participant, "moved", str(rows[0].pk)),
        (cast.builder, "moved", str(rows[0].pk)),
        (cast.resident, "signup", signup.code),
        (cast.participant, "moved", str(rows[1].pk)),
        (cast.builder, "moved", str(rows[1].pk)),
    }
    page = browse("participant").get(f"/bijeenkomst/{rows[0].pk}/").content.decode()
    assert "Eerst was het op dinsdag 1 december 2026, 19.30" in page
    assert "Eerst was het" not in browse("participant").get(f"/bijeenkomst/{rows[2].pk}/").content.decode()
    assert "Verzet" in browse("resident").get("/mijn/nieuws/").content.decode()


def test_a_date_that_moved_with_its_series_still_follows_it(cast, noon):
    series = plan(cast, count=2)
    first = Gathering.objects.first()
    planning_actions.invite_to_gathering(by=cast.host, gathering=first)
    change(cast, series, first=date(2026, 12, 3), count=2)
    change(cast, series, first=date(2026, 12, 4), count=2)
    first.refresh_from_db()
    assert days(series)[0] == "2026-12-04 19:30"
    assert timezone.localtime(first.was_at).day == 1
    change(cast, series, first=date(2026, 12, 1), count=2)
    first.refresh_from_db()
    assert not first.is_moved


@pytest.mark.parametrize("how", [{"question": "Another question?"}, {"minutes": 60}])
def test_other_words_or_another_length_are_told_to_who_was_invited(cast, noon, how):
    series = plan(cast, count=2)
    first = Gathering.objects.first()
    planning_actions.invite_to_gathering(by=cast.host, gathering=first)
    change(cast, series, count=2, **how)
    told = Notice.objects.exclude(kind="gathering").values_list("person__email", "kind", "about")
    assert set(told) == {
        (f"{name}@mail.example", "changed", str(first.pk)) for name in ("participant", "builder")
    }


def test_practical_needs_are_ticks_and_words(cast, browse, noon):
    form = {
        "start_question": "Why?",
        "starts_at": "2026-12-01T19:30",
        "provisions": ["childcare"],
        "interpreter": "Tigrinya",
        "needs": "Bring slippers.",
    }
    answer = browse("host").post(f"/groep/{cast.group.pk}/bijeenkomst/", form, follow=True)
    assert "Er is oppas en een tolk Tigrinya. Bring slippers." in answer.content.decode()


def test_what_a_host_planned_stands_in_my_data_in_words(cast, browse):
    plan(cast)
    Gathering.objects.update(movements=["explore", "learn"], provisions=["food"])
    page = browse("host").get("/mijn/gegevens/").content.decode()
    assert "verkennen, leren" in page
    assert "iets te eten" in page
    assert "[&#x27;" not in page
