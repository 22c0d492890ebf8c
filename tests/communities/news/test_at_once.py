"""What happens now is mailed within the hour, with date and place, and never more than somebody may know."""

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from icalendar import Calendar

from communities.admission.actions import leave
from communities.models import Letter, Notice, User
from communities.news.actions import choose_notices
from config.website.mail.at_once import make_letters
from config.website.mail.letters import letters, post, post_waiting
from tests.communities.news import servers
from tests.factories import communities
from trajectories.models import Gathering, SignUp
from trajectories.planning import actions as planning_actions
from trajectories.roles import actions as roles_actions
from trajectories.signups import actions as signups_actions

HERE = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HERE)
IN_A_WEEK = NOON + timedelta(days=7, hours=7, minutes=30)
TEN_MINUTES = timedelta(minutes=10)


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def evening(cast, starts_at=IN_A_WEEK, **more):
    """A gathering to which the group was invited."""
    values = {"start_question": "What keeps us awake?", "starts_at": starts_at, **more}
    made = planning_actions.plan_gathering(by=cast.builder, group=cast.group, values=values)
    return planning_actions.invite_to_gathering(by=cast.builder, gathering=made)


def heard(clock, moment):
    """It is this moment, and the sender runs."""
    clock.move_to(moment)
    call_command("send_letters", verbosity=0)


def mails_to(mailoutbox, name):
    return [mail for mail in mailoutbox if mail.to == [f"{name}@mail.example"]]


def dates_in(mail):
    """The events in the calendar file of a mail."""
    (name, content, kind) = mail.attachments[0]
    assert (name, kind) == ("bijeenkomst.ics", "text/calendar")
    return Calendar.from_ical(content).walk("VEVENT")


def come(row, by=None, **more):
    by = by or AnonymousUser()
    return signups_actions.sign_up(by=by, gathering=row, name="Somebody", token=uuid.uuid4(), **more)


def test_a_resident_hears_of_a_cancelled_evening_the_same_hour_and_not_on_day_seven(cast, noon, mailoutbox):
    row = evening(cast)
    heard(noon, NOON + TEN_MINUTES)
    planning_actions.cancel_gathering(by=cast.builder, gathering=row, why="Ans is ill.")
    heard(noon, NOON + 2 * TEN_MINUTES)
    invited, cancelled = mails_to(mailoutbox, "participant")
    assert invited.subject == "Nieuwe bijeenkomst: What keeps us awake?"
    assert cancelled.subject == "Gaat niet door: What keeps us awake?"
    assert "dinsdag 1 december 2026, 19.30" in cancelled.body
    assert f"/bijeenkomst/{row.pk}/" in cancelled.body
    assert "Ans is ill" not in cancelled.body
    assert [str(event["status"]) for event in dates_in(invited) + dates_in(cancelled)] == [
        "CONFIRMED",
        "CANCELLED",
    ]
    assert dates_in(invited)[0]["uid"] == dates_in(cancelled)[0]["uid"]


def test_who_invites_and_mends_within_ten_minutes_sends_one_mail(cast, noon, mailoutbox):
    row = evening(cast)
    heard(noon, NOON + timedelta(minutes=5))
    assert mailoutbox == []
    planning_actions.change_gathering(by=cast.builder, gathering=row, values={"needs": "Bring slippers."})
    heard(noon, NOON + timedelta(minutes=16))
    (mail,) = mails_to(mailoutbox, "participant")
    assert mail.body.count("What keeps us awake?") == 1


def test_a_moved_evening_says_when_it_was_at_first(cast, noon, mailoutbox):
    row = evening(cast)
    heard(noon, NOON + TEN_MINUTES)
    later = IN_A_WEEK + timedelta(days=1)
    planning_actions.move_gathering(by=cast.builder, gathering=row, starts_at=later)
    heard(noon, NOON + 2 * TEN_MINUTES)
    mail = mails_to(mailoutbox, "participant")[-1]
    assert "woensdag 2 december 2026, 19.30" in mail.body
    assert "Eerst was het: dinsdag 1 december 2026, 19.30" in mail.body
    assert int(dates_in(mail)[0]["sequence"]) == 1


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        ({"place_text": "Bij Ans aan de keukentafel", "reach": 1}, False),
        ({"place_text": "Bij Ans aan de keukentafel", "reach": 4}, True),
        ({"place_text": "Bij Ans aan de keukentafel", "reach": 1, "open_door": True}, True),
    ],
)
def test_a_place_that_is_not_for_everybody_stands_behind_the_link(cast, noon, mailoutbox, how, shown):
    evening(cast, **how)
    heard(noon, NOON + TEN_MINUTES)
    (mail,) = mails_to(mailoutbox, "participant")
    rich = mail.alternatives[0].content
    calendar = mail.attachments[0][1]
    assert {"keukentafel" in words for words in (mail.body, rich, calendar)} == {shown}
    assert ("Waar het is, lees je op de pagina" in mail.body) is not shown


def test_a_meeting_place_with_a_page_of_its_own_stands_in_the_mail(cast, noon, mailoutbox):
    place = communities.MeetingPlaceFactory(community=cast.community, name="De Wiek", address="Plein 1")
    evening(cast, reach=1, place=place)
    heard(noon, NOON + TEN_MINUTES)
    (mail,) = mails_to(mailoutbox, "participant")
    assert "De Wiek, Plein 1" in mail.body
    assert str(dates_in(mail)[0]["location"]) == "De Wiek, Plein 1"


@pytest.mark.parametrize(
    ("starts_at", "at_night"),
    [
        (NOON.replace(day=25, hour=9), True),
        (NOON.replace(day=25, hour=13), False),
    ],
)
def test_it_is_quiet_at_night_but_for_what_begins_before_the_next_noon(
    cast, noon, mailoutbox, starts_at, at_night
):
    row = evening(cast, starts_at=starts_at)
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    noon.move_to(NOON.replace(hour=22))
    planning_actions.cancel_gathering(by=cast.builder, gathering=row, why="It storms.")
    heard(noon, NOON.replace(hour=22, minute=1))
    assert bool(mails_to(mailoutbox, "participant")) is at_night
    heard(noon, NOON.replace(day=25, hour=8, minute=5))
    assert len(mails_to(mailoutbox, "participant")) == 1


def test_what_moves_from_tomorrow_morning_to_next_week_does_not_wait_for_the_morning(cast, noon, mailoutbox):
    row = evening(cast, starts_at=NOON.replace(day=25, hour=9))
    omar = come(row, mail="omar@mail.example")
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    noon.move_to(NOON.replace(hour=22))
    planning_actions.move_gathering(by=cast.builder, gathering=row, starts_at=IN_A_WEEK)
    heard(noon, NOON.replace(hour=22, minute=1))
    assert len(mails_to(mailoutbox, "participant")) == len(mails_to(mailoutbox, "omar")) == 1
    assert omar.get_absolute_url() in mails_to(mailoutbox, "omar")[0].body


def test_after_midnight_only_the_coming_morning_is_before_the_next_noon(cast, noon, mailoutbox):
    row = evening(cast, starts_at=NOON.replace(day=26, hour=10))
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    noon.move_to(NOON.replace(day=25, hour=2))
    planning_actions.cancel_gathering(by=cast.builder, gathering=row, why="It storms.")
    heard(noon, NOON.replace(day=25, hour=2, minute=30))
    assert mailoutbox == []


def test_a_guest_is_not_woken_by_a_change_for_next_week(cast, noon, mailoutbox):
    row = evening(cast)
    come(row, mail="omar@mail.example")
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    noon.move_to(NOON.replace(hour=22))
    planning_actions.move_gathering(by=cast.builder, gathering=row, starts_at=IN_A_WEEK + TEN_MINUTES)
    heard(noon, NOON.replace(hour=23))
    assert mailoutbox == []
    assert letters()["waiting too long"] == 0
    heard(noon, NOON.replace(day=25, hour=8))
    (mail,) = mails_to(mailoutbox, "omar")
    assert mail.subject == "Verzet naar een ander moment: What keeps us awake?"


def test_off_is_off_and_never_is_never(cast, noon, mailoutbox):
    choose_notices(by=cast.participant, digest="daily", silent={"gathering", "cancelled"})
    User.objects.filter(pk=cast.host.pk).update(digest="never")
    row = evening(cast)
    planning_actions.cancel_gathering(by=cast.builder, gathering=row, why="It storms.")
    heard(noon, NOON + TEN_MINUTES)
    assert mailoutbox == []


def test_who_chooses_news_reads_what_is_mailed_at_once(cast, browse):
    page = browse("resident").get("/mijn/nieuws/kiezen/").content.decode()
    assert "Een bijeenkomst van mijn groep is verzet (mailen we meteen)" in page
    assert "Iemand vertelde een verhaal dat ik mag lezen (mailen" not in page


def test_a_mail_is_composed_under_the_rights_of_the_moment_it_goes(cast, noon, mailoutbox):
    evening(cast, reach=1)
    noon.move_to(NOON + TEN_MINUTES)
    make_letters()
    leave(by=cast.participant, community=cast.community)
    post_waiting()
    assert mails_to(mailoutbox, "participant") == []
    assert len(mails_to(mailoutbox, "host")) == 1


def test_two_senders_at_once_put_news_in_one_letter(cast, noon, mailoutbox):
    evening(cast)
    noon.move_to(NOON + TEN_MINUTES)
    made = make_letters()
    assert make_letters() == []
    assert [post(letter.pk) for letter in made + made] == [True, True, False, False]


def test_news_that_no_mail_took_for_a_day_comes_with_the_digest(cast, noon, settings, mailoutbox):
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    row = evening(cast)
    for hours in range(1, 8):
        heard(noon, NOON + timedelta(hours=hours))
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert Letter.objects.undelivered().filter(person=cast.participant).count() == 1
    heard(noon, NOON + timedelta(hours=24))
    (mail,) = mails_to(mailoutbox, "participant")
    assert mail.subject == "Nieuws uit Lindenhof"
    assert f"/bijeenkomst/{row.pk}/" in mail.body


def test_nothing_is_mailed_about_an_evening_that_has_been(cast, noon, settings, mailoutbox):
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    row = evening(cast, starts_at=NOON + timedelta(hours=1))
    come(row, mail="omar@mail.example")
    heard(noon, NOON + TEN_MINUTES)
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    heard(noon, NOON + timedelta(hours=2))
    assert mailoutbox == []


def test_other_words_are_told_only_to_who_counts_on_the_evening(cast, noon):
    values = {"start_question": "Why?", "starts_at": IN_A_WEEK, "places": 5}
    row = planning_actions.plan_gathering(by=cast.builder, group=cast.group, values=values)
    planning_actions.change_gathering(by=cast.builder, gathering=row, values={"needs": "Bring slippers."})
    assert not Notice.objects.exists()
    row = planning_actions.invite_to_gathering(by=cast.builder, gathering=row)
    planning_actions.change_gathering(by=cast.builder, gathering=row, values={"places": 6, "reach": 2})
    assert not Notice.objects.filter(kind="changed").exists()
    planning_actions.change_gathering(by=cast.builder, gathering=row, values={"place_text": "De Wiek"})
    assert {notice.person for notice in Notice.objects.filter(kind="changed")} == {
        cast.host,
        cast.participant,
    }


def test_whoever_signs_up_gets_the_date_for_their_calendar_with_and_without_an_account(
    cast, noon, mailoutbox
):
    row = evening(cast, places=2, place_text="De Wiek", reach=4)
    come(row, by=cast.resident)
    come(row, mail="omar@mail.example")
    come(row, mail="tesfay@mail.example")
    heard(noon, NOON + TEN_MINUTES)
    mine, omar, tesfay = (mails_to(mailoutbox, name)[0] for name in ("resident", "omar", "tesfay"))
    assert mine.subject == omar.subject == "Er is plek voor je: What keeps us awake?"
    assert tesfay.subject == "Je staat op de wachtlijst: What keeps us awake?"
    assert "Je staat op de wachtlijst." in tesfay.body
    for mail in (mine, omar, tesfay):
        assert "dinsdag 1 december 2026, 19.30" in mail.body and "De Wiek" in mail.body
        assert dates_in(mail)[0]["dtstart"].dt == IN_A_WEEK


def test_a_guest_who_signs_up_in_the_evening_hears_at_once(
    cast, noon, settings, mailoutbox, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    row = evening(cast)
    noon.move_to(NOON.replace(hour=22))
    with django_capture_on_commit_callbacks(execute=True):
        come(row, mail="omar@mail.example")
    assert [mail.subject for mail in mails_to(mailoutbox, "omar")] == [f"Er is plek voor je: {row}"]


def test_a_guest_s_mail_tells_how_things_are_when_it_goes(cast, noon, mailoutbox):
    row = evening(cast, places=1)
    first = come(row)
    omar = come(row, mail="omar@mail.example")
    signups_actions.cancel_signup(by=AnonymousUser(), signup=first)
    heard(noon, NOON + TEN_MINUTES)
    (mail,) = mails_to(mailoutbox, "omar")
    assert mail.subject.startswith("Er is plek voor je")
    planning_actions.move_gathering(by=cast.builder, gathering=row, starts_at=IN_A_WEEK + TEN_MINUTES)
    signups_actions.cancel_signup(by=AnonymousUser(), signup=SignUp.objects.get(pk=omar.pk))
    heard(noon, NOON + 3 * TEN_MINUTES)
    assert len(mails_to(mailoutbox, "omar")) == 1


def test_whoever_wants_a_reminder_gets_one_the_day_before_by_day_and_once(cast, noon, mailoutbox):
    row = evening(cast, reach=4)
    come(row, by=cast.resident, wants_reminder=True)
    come(row, by=cast.stranger)
    come(row, mail="omar@mail.example", wants_reminder=True)
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    heard(noon, IN_A_WEEK.replace(day=30, month=11, hour=7))
    assert mailoutbox == []
    for minutes in (0, 20, 40):
        heard(noon, IN_A_WEEK.replace(day=30, month=11, hour=9, minute=minutes))
    assert sorted(mail.to[0] for mail in mailoutbox) == ["omar@mail.example", "resident@mail.example"]
    assert {mail.subject for mail in mailoutbox} == {"Niet vergeten: What keeps us awake?"}


def test_nobody_is_reminded_of_what_does_not_take_place(cast, noon, mailoutbox):
    row = evening(cast, reach=4)
    come(row, by=cast.resident, wants_reminder=True)
    planning_actions.cancel_gathering(by=cast.builder, gathering=row, why="It storms.")
    heard(noon, NOON + TEN_MINUTES)
    mailoutbox.clear()
    heard(noon, IN_A_WEEK.replace(day=30, month=11, hour=10))
    assert mailoutbox == []


def test_somebody_whose_part_was_ended_by_a_host_hears_it_the_same_hour(cast, noon, mailoutbox):
    roles_actions.end_part(by=cast.host, member=cast.participant.group_roles.get())
    heard(noon, NOON + TEN_MINUTES)
    (mail,) = mails_to(mailoutbox, "participant")
    assert mail.subject == f"Je rol in {cast.group} is gestopt"
    assert mail.attachments == []


def test_several_things_come_in_one_mail_with_one_calendar_file(cast, noon, mailoutbox):
    evening(cast)
    evening(cast, starts_at=IN_A_WEEK + timedelta(days=7))
    heard(noon, NOON + TEN_MINUTES)
    (mail,) = mails_to(mailoutbox, "participant")
    assert mail.subject == "Nieuwe bijeenkomst: What keeps us awake?, en nog 1 bericht"
    assert len(dates_in(mail)) == Gathering.objects.count() == 2
