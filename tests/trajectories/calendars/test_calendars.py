"""The calendar on a phone takes our gatherings. The file is read here without the library that wrote it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from dateutil.rrule import rrulestr
from django.utils import timezone

from config.website.my_data.own_data import forget
from tests.factories import communities
from trajectories.calendars import actions as calendars_actions
from trajectories.models import CalendarAddress, Gathering
from trajectories.planning import actions as planning_actions
from trajectories.series import actions as series_actions
from trajectories.series.recurrence import Recurrence

HERE = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HERE)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def unfold(raw):
    """RFC 5545, 3.1: lines end in CRLF, hold at most 75 bytes, and go on after a space."""
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    return raw.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def parse(raw):
    """The components as nested dicts: properties by name, each with its parameters and value."""
    root = {"parts": [], "props": {}}
    stack = [root]
    for line in unfold(raw):
        head, _colon, value = line.partition(":")
        name, *params = head.split(";")
        if name == "BEGIN":
            part = {"kind": value, "parts": [], "props": {}}
            stack[-1]["parts"].append(part)
            stack.append(part)
        elif name == "END":
            assert stack.pop()["kind"] == value
        else:
            assert name not in stack[-1]["props"], f"{name} stands there twice"
            stack[-1]["props"][name] = (dict(p.split("=", 1) for p in params), value)
    assert stack == [root]
    return root["parts"][0]


def events(raw):
    return [part for part in parse(raw)["parts"] if part["kind"] == "VEVENT"]


def value(part, name):
    return part["props"][name][1]


def words(part, name):
    """A text with its escapes undone (RFC 5545, 3.3.11)."""
    text = value(part, name)
    for escaped, plain in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        text = text.replace(escaped, plain)
    return text


def offset_of(zone, local):
    """The offset that the file's own VTIMEZONE gives: the newest observance that began before."""
    begun = []
    for part in zone["parts"]:
        first = datetime.strptime(value(part, "DTSTART"), "%Y%m%dT%H%M%S")
        last = rrulestr(value(part, "RRULE"), dtstart=first).before(local, inc=True)
        begun.append((last, value(part, "TZOFFSETTO")))
    return max(begun)[1]


def instant(raw, part, name="DTSTART"):
    """The moment of an event in UTC, by the rules in the file alone."""
    params, text = part["props"][name]
    assert params == {"TZID": "Europe/Amsterdam"}
    local = datetime.strptime(text, "%Y%m%dT%H%M%S")
    zone = next(p for p in parse(raw)["parts"] if p["kind"] == "VTIMEZONE")
    assert value(zone, "TZID") == "Europe/Amsterdam"
    return local - timedelta(hours=int(offset_of(zone, local)[:3]))


def plan(cast, **more):
    values = {"clock": time(19, 30), "minutes": 120, "start_question": "Why; and, how?", "reach": 4} | more
    rhythm = Recurrence("weeks", 3, date(2026, 12, 1))
    return series_actions.plan_series(by=cast.host, group=cast.group, values=values, rhythm=rhythm)


def gathering(cast, **more):
    fields = {"reach": 2, "start_question": "Why?", "starts_at": timezone.now() + timedelta(days=3)}
    return Gathering.objects.create(community=cast.community, group=cast.group, **fields | more)


def group_feed(cast, browse):
    return browse("visitor").get(f"/groep/{cast.group.pk}/agenda.ics")


def test_a_year_of_evenings_stands_in_the_calendar_at_half_past_seven(cast, browse):
    plan(cast)
    answer = group_feed(cast, browse)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = events(answer.content)
    assert len(found) == 18
    assert {value(part, "DTSTART")[-7:] for part in found} == {"T193000"}
    assert len({value(part, "UID") for part in found}) == 18
    in_file = [instant(answer.content, part) for part in found]
    rows = [row.starts_at.astimezone(ZoneInfo("UTC")).replace(tzinfo=None) for row in Gathering.objects.all()]
    assert in_file == rows
    assert {moment.hour for moment in in_file} == {17, 18}


def test_every_event_has_what_calendar_programs_ask_for(cast, browse):
    make_place = communities.MeetingPlaceFactory(
        community=cast.community, name="De Wiek", address="Molenweg 88"
    )
    plan(cast, place=make_place, needs="Thee, koek; " + "en een heel lange zin met één é " * 5)
    answer = group_feed(cast, browse)
    whole = parse(answer.content)
    assert (whole["kind"], value(whole, "VERSION"), value(whole, "METHOD")) == ("VCALENDAR", "2.0", "PUBLISH")
    part = events(answer.content)[0]
    assert words(part, "SUMMARY") == "Why; and, how?"
    assert words(part, "LOCATION") == "De Wiek, Molenweg 88"
    assert "Thee, koek; en een heel lange zin" in words(part, "DESCRIPTION")
    assert value(part, "STATUS") == "CONFIRMED"
    assert value(part, "DTSTAMP").endswith("Z") and value(part, "LAST-MODIFIED").endswith("Z")
    assert value(part, "SEQUENCE") == "0"
    assert value(part, "URL").startswith("http") and "/bijeenkomst/" in value(part, "URL")
    assert instant(answer.content, part, "DTEND") - instant(answer.content, part) == timedelta(hours=2)


def test_a_moved_date_keeps_its_uid_under_a_higher_number(cast, browse, noon):
    plan(cast)
    before = events(group_feed(cast, browse).content)[0]
    first = Gathering.objects.first()
    noon.move_to(NOON + timedelta(hours=1))
    later = first.starts_at + timedelta(days=1)
    planning_actions.move_gathering(
        by=cast.host, gathering=first, starts_at=later, ends_at=later + timedelta(hours=1)
    )
    after = events(group_feed(cast, browse).content)[0]
    assert value(after, "UID") == value(before, "UID")
    assert (value(before, "DTSTART"), value(after, "DTSTART")) == ("20261201T193000", "20261202T193000")
    assert (value(before, "SEQUENCE"), value(after, "SEQUENCE")) == ("0", "1")
    assert value(before, "LAST-MODIFIED") < value(after, "LAST-MODIFIED")
    assert "1 december 2026" in words(after, "DESCRIPTION")


def test_a_cancelled_date_says_so_to_programs_and_to_people(cast, browse):
    plan(cast)
    planning_actions.cancel_gathering(
        by=cast.host, gathering=Gathering.objects.first(), why="The street has a party."
    )
    part = events(group_feed(cast, browse).content)[0]
    assert value(part, "STATUS") == "CANCELLED"
    assert words(part, "SUMMARY").startswith("Gaat niet door")
    assert "The street has a party." in words(part, "DESCRIPTION")


def test_the_public_calendars_hold_what_is_for_everyone_whoever_asks(cast, browse):
    for reach in (1, 2, 3):
        gathering(cast, reach=reach, start_question=f"Rung {reach}")
    gathering(cast, reach=1, open_door=True, start_question="Open door")
    for address in (f"/groep/{cast.group.pk}/agenda.ics", f"/gemeenschap/{cast.community.slug}/agenda.ics"):
        for name in ("visitor", "host"):
            found = events(browse(name).get(address).content)
            assert [words(part, "SUMMARY") for part in found] == ["Open door"]


@pytest.mark.parametrize(
    ("name", "rungs"),
    [("host", "1234"), ("resident", "234"), ("official", "34"), ("former", ""), ("neighbour", "")],
)
def test_a_personal_calendar_shows_what_its_owner_may_see(cast, browse, name, rungs):
    for reach in (1, 2, 3, 4):
        gathering(cast, reach=reach, start_question=str(reach))
    address = calendars_actions.make_calendar(by=cast.user(name))
    found = events(browse("visitor").get(address.get_absolute_url()).content)
    assert "".join(words(part, "SUMMARY") for part in found) == rungs


def test_a_personal_calendar_follows_what_its_owner_may_see_at_the_moment_of_asking(cast, browse):
    gathering(cast)
    address = calendars_actions.make_calendar(by=cast.resident, community=cast.community)
    asks = browse("visitor")
    assert len(events(asks.get(address.get_absolute_url()).content)) == 1
    cast.resident.memberships.update(until=timezone.localdate())
    assert events(asks.get(address.get_absolute_url()).content) == []


def test_a_revoked_address_and_that_of_an_erased_person_do_not_exist(cast, browse):
    browse("resident").post("/mijn/agenda/", {"about": "all"})
    address = CalendarAddress.objects.get()
    assert address.get_absolute_url() in browse("resident").get("/mijn/agenda/").content.decode()
    assert browse("host").post(f"/mijn/agenda/{address.pk}/weg/").status_code == 404
    browse("resident").post(f"/mijn/agenda/{address.pk}/weg/")
    assert browse("visitor").get(address.get_absolute_url()).status_code == 404
    other = calendars_actions.make_calendar(by=cast.host)
    forget(cast.host)
    assert browse("visitor").get(other.get_absolute_url()).status_code == 404


def test_an_address_cannot_be_guessed(cast):
    tokens = {calendars_actions.make_calendar(by=cast.host).token for _time in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) * 6 >= 128


def test_a_calendar_that_did_not_change_is_not_sent_again_and_leaves_no_session(cast, browse):
    plan(cast)
    first = group_feed(cast, browse)
    again = browse("visitor").get(f"/groep/{cast.group.pk}/agenda.ics", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, first.cookies) == (304, {})


@pytest.mark.parametrize("rows", [1, 10])
def test_a_calendar_asks_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    for _number in range(rows):
        gathering(cast, reach=4)
    address = calendars_actions.make_calendar(by=cast.host).get_absolute_url()
    client = browse("visitor")
    with django_assert_num_queries(2):
        client.get(f"/groep/{cast.group.pk}/agenda.ics")
    with django_assert_num_queries(3):
        client.get(address)
