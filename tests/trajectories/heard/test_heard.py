"""Seen and heard: asked twice a year, answered or not, shown as far as each answer's own yes."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from communities.models import Notice, Snapshot
from config.website.my_data.own_data import forget
from tests.factories import communities
from trajectories.heard import actions, counting
from trajectories.models import HeardAnswer, HeardRound, StatusChange, Trajectory


@pytest.fixture
def trajectory(cast):
    return Trajectory.objects.create(group=cast.group)


@pytest.fixture
def asked(cast, trajectory):
    return actions.ask_seen_and_heard()[0]


def answer(browse, name, asked, **words):
    return browse(name).post(f"/gezien/{asked.pk}/", words)


def test_a_group_is_asked_once_per_half_year_however_often_the_night_comes(cast, trajectory):
    with time_machine.travel(date(2027, 3, 1)):
        assert [row.group for row in actions.ask_seen_and_heard()] == [cast.group]
        assert actions.ask_seen_and_heard() == []
    with time_machine.travel(date(2027, 6, 30)):
        assert actions.ask_seen_and_heard() == []
    with time_machine.travel(date(2027, 7, 1)):
        assert len(actions.ask_seen_and_heard()) == 1
    people = {notice.person for notice in Notice.objects.filter(kind="seen_and_heard")}
    assert people == {cast.host, cast.participant}


def test_a_group_that_rests_or_has_just_begun_is_left_alone(cast, trajectory):
    StatusChange.objects.create(
        trajectory=trajectory, status="resting", on=communities.days_ago(3), why="Tired."
    )
    communities.GroupFactory(community=cast.community, started_on=communities.days_ago(20))
    assert actions.ask_seen_and_heard() == []


def test_each_answer_has_its_own_yes(cast, browse, asked, trajectory):
    answer(
        browse,
        "participant",
        asked,
        feel="Yes, here.",
        feel_shared="everyone",
        why="She calls.",
        why_shared="hosts",
    )
    page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert "Yes, here." in page
    assert "She calls." not in page
    assert "Yes, here." in browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    hosts = browse("host").get(f"/groep/{cast.group.pk}/gezien/").content.decode()
    assert "She calls." in hosts
    assert "Participant" not in hosts
    for name in ("builder", "resident", "official", "administrator"):
        assert browse(name).get(f"/groep/{cast.group.pk}/gezien/").status_code == 404


def test_nothing_is_ticked_beforehand_and_a_choice_is_asked(cast, browse, asked):
    assert "checked" not in browse("participant").get(f"/gezien/{asked.pk}/").content.decode()
    page = answer(browse, "participant", asked, feel="Yes.").content.decode()
    assert "Kies wie dit antwoord mag lezen." in page
    assert "Yes." in page
    assert not HeardAnswer.objects.exists()


def test_an_answer_is_narrowed_or_taken_back_at_once(cast, browse, asked, trajectory):
    answer(browse, "participant", asked, feel="Yes, here.", feel_shared="everyone")
    answer(browse, "participant", asked, feel="Yes, here.", feel_shared="hosts")
    address = trajectory.get_absolute_url()
    assert "Yes, here." not in browse("visitor").get(address).content.decode()
    browse("participant").post(f"/gezien/{asked.pk}/terug/")
    assert not HeardAnswer.objects.exists()
    assert "Yes, here." not in browse("host").get(f"/groep/{cast.group.pk}/gezien/").content.decode()


def test_an_emptied_answer_is_deleted_and_erasure_takes_the_rest(cast, browse, asked):
    answer(browse, "participant", asked, feel="A", feel_shared="hosts", why="B", why_shared="hosts")
    answer(browse, "participant", asked, feel="", feel_shared="hosts", why="B", why_shared="hosts")
    assert [row.words for row in HeardAnswer.objects.all()] == ["B"]
    forget(cast.participant)
    assert not HeardAnswer.objects.exists()


def crowd(cast, many, answering):
    """So many people take part, and so many of them answered in the first half of 2026."""
    asked = HeardRound.objects.create(group=cast.group, half=date(2026, 1, 1))
    for number in range(many):
        row = communities.MembershipFactory(community=cast.community)
        communities.GroupMemberFactory(group=cast.group, user=row.user, role="participant")
        if number < answering:
            words = {"question": "feel", "words": f"Answer {number}", "shared": "hosts"}
            HeardAnswer.objects.create(round=asked, by=row.user, **words)


@pytest.mark.parametrize(
    ("many", "answering", "shown"),
    [(17, 15, None), (18, 12, {"answered": 12}), (18, 9, {})],
)
def test_a_number_stands_there_only_for_a_large_group_with_enough_answers(
    cast, browse, trajectory, many, answering, shown
):
    """Host and participant of the cast take part as well: a group of 2k people has eighteen more."""
    crowd(cast, many, answering)
    counting.count_heard(date(2026, 5, 1))
    assert not Snapshot.objects.exists()
    for _night in range(2):
        counting.count_heard(date(2026, 7, 2))
    found = Snapshot.objects.first()
    assert (found.counts if found else None) == shown
    page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert ("mensen antwoordden" in page) == bool(shown)


def test_a_taken_back_answer_does_not_change_a_number_that_was_published(cast, browse, trajectory):
    crowd(cast, 18, 12)
    counting.count_heard(date(2026, 7, 2))
    HeardAnswer.objects.first().delete()
    counting.count_heard(date(2026, 7, 3))
    assert "12 mensen antwoordden" in browse("visitor").get(trajectory.get_absolute_url()).content.decode()


def test_only_somebody_who_lives_here_and_takes_part_is_asked(cast, browse, asked):
    opened = {n for n in cast.everyone if browse(n).get(f"/gezien/{asked.pk}/").status_code == 200}
    assert opened == {"host", "participant"}
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        assert browse("participant").get(f"/gezien/{asked.pk}/").status_code == 200
