"""Support networks, agreements with a care team, what people bring, and places with their hours."""

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from communities.models import MeetingPlace, Membership, Notice, OpeningHours
from tests.factories import communities
from tests.factories.stories import told
from trajectories.models import Asset, LookBack, SupportNetwork, Trajectory
from trajectories.networks import actions

WORDS = {
    "name": "The ladder",
    "kind_words": "neighbours with tools",
    "own_words": "Nobody sits in the dark.",
    "does": "A lamp.",
    "reach_at": "Friday at the boat",
    "contact_role": "who has the key",
}


@pytest.fixture
def network(cast):
    return SupportNetwork.objects.create(community=cast.community, **WORDS)


@pytest.fixture
def team(cast):
    return communities.OrganisationFactory(name="Wijkteam", kind="care")


def test_residents_write_down_a_network_and_everybody_finds_it(cast, browse):
    address = "/gemeenschap/lindenhof/netwerk/"
    for name in ("builder", "official", "neighbour"):
        assert browse(name).post(address, WORDS).status_code == 404
    browse("resident").post(address, WORDS)
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert all(word in page for word in ("The ladder", "Nobody sits in the dark.", "Friday at the boat"))


def test_a_network_that_stopped_leaves_the_page_and_keeps_its_own(cast, browse, network):
    yesterday = communities.days_ago(1)
    wrong = browse("resident").post(
        f"/netwerk/{network.pk}/woorden/", {**WORDS, "until": communities.days_ago(5)}
    )
    assert "De laatste dag ligt vóór de eerste dag" in wrong.content.decode()
    SupportNetwork.objects.update(since=communities.days_ago(90))
    browse("resident").post(f"/netwerk/{network.pk}/woorden/", {**WORDS, "until": yesterday})
    assert "The ladder" not in browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "met dank aan iedereen" in browse("visitor").get(f"/netwerk/{network.pk}/").content.decode()


def test_after_a_year_both_sides_are_asked_once_how_it_goes(cast, browse, network, team):
    agreed = {"care_team": team.pk, "care_contact": "a nurse", "rhythm": "Coffee on Mondays"}
    assert (
        "Hoe vaak zien jullie elkaar?"
        in browse("builder").post(f"/netwerk/{network.pk}/afspraak/", {"care_team": team.pk}).content.decode()
    )
    browse("builder").post(f"/netwerk/{network.pk}/afspraak/", agreed)
    for days in (364, 366, 367):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            actions.ask_to_look_back()
            asked = Notice.objects.filter(kind="look_back")
            assert asked.exists() == (days > 365)
    assert {notice.person for notice in asked} >= {cast.resident, cast.builder}
    browse("resident").post(f"/netwerk/{network.pk}/terugkijken/", {"words": "They sit with us now."})
    browse("builder").post(f"/netwerk/{network.pk}/terugkijken/", {"words": "We learned to wait."})
    page = browse("visitor").get(f"/netwerk/{network.pk}/").content.decode()
    assert "They sit with us now." in page
    assert "We learned to wait." in page
    assert LookBack.objects.count() == 2


def test_who_looked_back_this_year_is_not_asked_again(cast, network, team):
    actions.agree(
        by=cast.host,
        network=network,
        care_team=team,
        care_contact="",
        rhythm="r",
        agreed_on=communities.days_ago(500),
    )
    actions.look_back(by=cast.host, network=network, words="Fine.")
    actions.ask_to_look_back()
    assert not Notice.objects.filter(kind="look_back").exists()


def test_what_somebody_brings_is_named_only_after_their_yes_and_taken_back_with_one_tap(cast, browse):
    address = "/gemeenschap/lindenhof/meebrengen/"
    browse("resident").post(address, {"words": "I sing.", "shown_as": "community"})
    page = cast.community.get_absolute_url()
    assert "Een bewoner" in browse("visitor").get(page).content.decode()
    assert "Resident" in browse("host").get(page).content.decode()
    asset = Asset.objects.get()
    assert browse("host").post(f"/meegebracht/{asset.pk}/terug/").status_code == 404
    browse("resident").post(f"/meegebracht/{asset.pk}/terug/")
    assert "I sing." not in browse("host").get(page).content.decode()


def test_who_leaves_takes_along_what_they_bring_and_a_group_s_stays(cast, browse):
    actions.bring(by=cast.host, community=cast.community, words="I bake.")
    browse("host").post(
        "/gemeenschap/lindenhof/meebrengen/",
        {"words": "We have a tent.", "shown_as": "role", "group": cast.group.pk},
    )
    Membership.objects.filter(user=cast.host).update(until=communities.days_ago(1))
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "I bake." not in page
    assert "We have a tent." in page


def test_hours_of_a_place_are_changed_in_a_form_with_what_is_there(cast, browse):
    place = communities.MeetingPlaceFactory(community=cast.community, name="The shed", about="Warm")
    rows = [("walk_in", 1, time(9, 30), time(12), "ouders"), ("rental", 5, time(10), time(17), "")]
    for kind, weekday, opens, closes, what in rows:
        OpeningHours.objects.create(
            place=place, kind=kind, weekday=weekday, opens=opens, closes=closes, what=what
        )
    page = browse("resident").get(f"/plek/{place.pk}/").content.decode()
    assert "Inloop; dinsdag; 09:30; 12:00; ouders\nVerhuur; zaterdag; 10:00; 17:00" in page
    hours = (
        "Inloop; dinsdag; 09:30; 12:00; ouders\nVerhuur; zaterdag; 10:00; 17:00\nInloop; maandag; 9:00; 10:00"
    )
    browse("resident").post(f"/plek/{place.pk}/", {"name": "The shed", "about": "Warm", "hours": hours})
    now = list(OpeningHours.objects.values_list("kind", "weekday", "opens", "closes", "what"))
    assert now == [("walk_in", 0, time(9), time(10), ""), *rows]


def test_a_closed_place_stays_with_its_reason_and_is_not_changed_any_more(cast, browse):
    place = MeetingPlace.objects.create(
        community=cast.community,
        name="The roof",
        closed_on=communities.days_ago(400),
        closed_why="It leaked.",
    )
    assert "It leaked." in browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert browse("resident").get(f"/plek/{place.pk}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_member_s_community_page_asks_a_fixed_number_of_questions(
    cast, browse, rows, django_assert_num_queries
):
    for number in range(rows):
        SupportNetwork.objects.create(community=cast.community, **{**WORDS, "name": f"N{number}"})
        Asset.objects.create(community=cast.community, by=cast.resident, words=f"W{number}")
        told(cast.community, cast.resident, 4, group=None)
        communities.MeetingPlaceFactory(community=cast.community)
        communities.FigureFactory(
            area=cast.area, indicator=communities.IndicatorFactory(subject=f"s{number}")
        )
        Trajectory.objects.create(group=communities.GroupFactory(community=cast.community))
    client = browse("host")
    with django_assert_num_queries(29):
        client.get(cast.community.get_absolute_url())


@pytest.mark.parametrize("rows", [1, 3])
def test_a_network_asks_a_fixed_number_of_questions(cast, browse, network, rows, django_assert_num_queries):
    for number in range(rows):
        LookBack.objects.create(network=network, words=f"Year {number}")
    client = browse("visitor")
    with django_assert_num_queries(1):
        client.get(f"/netwerk/{network.pk}/")
