"""Deciding together, what changed in own words, and art that hangs under a road."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import communities
from trajectories.decisions import actions
from trajectories.models import ArtProject, Decision, Gathering, StatusChange, Trajectory, YearlyChange

WORDS = {
    "what": "People say hello.",
    "for_whom": "Who walks here.",
    "why": "It is ours.",
    "our_part": "We sat.",
}


@pytest.fixture
def held(cast):
    return Gathering.objects.create(
        community=cast.community,
        group=cast.group,
        start_question="Why?",
        starts_at=timezone.now() - timedelta(days=2),
    )


@pytest.fixture
def trajectory(cast):
    row = Trajectory.objects.create(group=cast.group)
    StatusChange.objects.create(trajectory=row, status="running", on=communities.days_ago(700), why="We go.")
    return row


def hands(residents, residents_yes, everyone, everyone_yes, **more):
    numbers = {
        "residents": residents,
        "residents_yes": residents_yes,
        "everyone": everyone,
        "everyone_yes": everyone_yes,
    }
    return {"question": "Do we go?", "proposal": "We go together.", **numbers, **more}


def decide(browse, held, data, name="host"):
    return browse(name).post(f"/bijeenkomst/{held.pk}/besluit/", data)


@pytest.mark.parametrize(
    ("numbers", "passed"),
    [
        ((9, 5, 12, 7), True),
        ((9, 5, 12, 6), False),  # half of all is no majority
        ((10, 5, 12, 7), False),  # half of the residents is no majority
        ((3, 1, 12, 10), False),  # outvoted by people who do not live here
        ((1, 1, 1, 1), True),
        ((0, 0, 4, 4), False),  # nobody who lives here was there
        ((0, 0, 0, 0), False),
    ],
)
def test_it_is_carried_by_a_majority_of_residents_and_of_all(cast, browse, held, numbers, passed):
    decide(browse, held, hands(*numbers))
    assert Decision.objects.get().passed is passed


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        ((4, 5, 9, 6), "Er zeiden meer bewoners ja dan er waren."),
        ((4, 3, 9, 10), "Er zeiden meer mensen ja dan er waren."),
        ((6, 3, 5, 4), "Er waren meer bewoners dan mensen."),
        ((6, 5, 9, 4), "Tel bewoners die ja zeiden hier ook mee."),
        ((6, 2, 8, 6), "Er zeiden meer mensen van buiten ja dan er waren."),
        ((-1, 0, 5, 4), "Zorg ervoor"),
        (("veel", 0, 5, 4), "geheel getal"),
    ],
)
def test_numbers_that_cannot_be_true_get_a_clear_answer(cast, browse, held, numbers, answer):
    page = decide(browse, held, hands(*numbers)).content.decode()
    assert answer in page
    assert "We go together." in page
    assert not Decision.objects.exists()


def test_of_the_votes_nothing_is_kept_but_that_it_passed(cast, browse, held):
    kept = {field.name for field in Decision._meta.concrete_fields}
    assert kept == {"id", "gathering", "question", "proposal", "objections", "used", "passed", "decided_on"}
    decide(browse, held, hands(9, 5, 12, 8))
    page = browse("resident").get(f"/bijeenkomst/{held.pk}/").content.decode()
    assert "Gedragen, bewoners in de meerderheid." in page
    assert browse("official").get(f"/bijeenkomst/{held.pk}/").status_code == 404


def test_what_is_not_carried_says_so_and_objections_are_used(cast, browse, held):
    unused = decide(browse, held, hands(9, 2, 12, 3, objections="Too early.")).content.decode()
    assert "Wat is er gedaan met wat mensen ertegen hadden?" in unused
    decide(browse, held, hands(9, 2, 12, 3, objections="Too early.", used="We wait."))
    page = browse("host").get(f"/bijeenkomst/{held.pk}/").content.decode()
    assert "Nog niet gedragen." in page
    assert "We wait." in page


def test_a_decision_that_is_sent_twice_stands_once_and_is_recorded_by_residents(cast, browse, held):
    assert decide(browse, held, hands(9, 5, 12, 8), name="builder").status_code == 404
    for _sent in range(2):
        decide(browse, held, hands(9, 5, 12, 8))
    assert Decision.objects.count() == 1


def test_rest_is_decided_together_and_said_with_thanks(cast, browse, held, trajectory):
    address, client = f"/traject/{trajectory.pk}/verder/", browse("host")
    refused = client.post(address, {"status": "resting", "why": "Tired."}).content.decode()
    assert "Op welke bijeenkomst was dat?" in refused
    client.post(address, {"status": "resting", "why": "Tired.", "gathering": held.pk})
    page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert "Met dank" in page
    assert "Samen besloten op" in page


def test_a_group_that_never_met_may_rest_too(cast, browse, trajectory):
    browse("host").post(f"/traject/{trajectory.pk}/verder/", {"status": "resting", "why": "Tired."})
    assert Trajectory.objects.with_status().get().status == "resting"


def year(cast):
    return f"/groep/{cast.group.pk}/veranderd/{timezone.localdate().year}/"


def test_what_changed_is_read_by_everyone_after_two_yeses_of_which_one_a_resident(cast, browse):
    form = {**WORDS, "year": timezone.localdate().year}
    browse("builder").post(f"/groep/{cast.group.pk}/veranderd/", form)
    change = YearlyChange.objects.get()
    assert "People say hello." in browse("participant").get(year(cast)).content.decode()
    assert "People say hello." not in browse("resident").get(year(cast)).content.decode()
    for name in ("builder", "builder"):
        browse(name).post(f"/verandering/{change.pk}/akkoord/")
    assert "Een bewoner moet nog ja zeggen" in browse("participant").get(year(cast)).content.decode()
    assert "Ja, dit zijn onze woorden" not in browse("builder").get(year(cast)).content.decode()
    browse("participant").post(f"/verandering/{change.pk}/akkoord/", {"seen": change.changed_at.isoformat()})
    page = browse("visitor").get(year(cast)).content.decode()
    assert "People say hello." in page
    assert "De groep was het hierover eens op" in page
    assert browse("host").get(f"/verandering/{change.pk}/aanpassen/").status_code == 404


def test_two_who_rewrite_what_changed_see_both_texts(cast, browse):
    change = actions.write_change(by=cast.host, group=cast.group, values={**WORDS, "year": 2026})
    seen = change.changed_at.isoformat()
    address = f"/verandering/{change.pk}/aanpassen/"
    with_year = {**WORDS, "year": timezone.localdate().year, "seen": seen}
    browse("builder").post(address, {**with_year, "what": "They wave."})
    page = browse("host").post(address, {**with_year, "what": "They nod."}).content.decode()
    assert "They wave." in page
    assert "They nod." in page
    assert YearlyChange.objects.get().what == "They wave."


@pytest.mark.parametrize("wrong", [1950, timezone.localdate().year + 1])
def test_a_year_without_the_group_gets_a_clear_answer(cast, browse, wrong):
    page = browse("host").post(f"/groep/{cast.group.pk}/veranderd/", {**WORDS, "year": wrong})
    assert "Kies een jaar van" in page.content.decode()
    assert "It is ours." in page.content.decode()
    assert browse("host").get(f"/groep/{cast.group.pk}/veranderd/{wrong}/").status_code == 404


def test_art_that_outlives_its_trajectory_says_so(cast, browse, held, trajectory):
    values = {
        "title": "The wall",
        "own_words": "We paint.",
        "artists": "a painter",
        "since": communities.days_ago(90),
    }
    browse("host").post(f"/traject/{trajectory.pk}/kunst/", values)
    art = ArtProject.objects.get()
    address = trajectory.get_absolute_url()
    assert "Wie draagt het verder?" not in browse("visitor").get(address).content.decode()
    actions.change_status(
        by=cast.host, trajectory=trajectory, status="rounded_off", why="Done.", gathering=held
    )
    assert "Wie draagt het verder?" in browse("visitor").get(address).content.decode()
    backwards = browse("host").post(f"/kunst/{art.pk}/", {**values, "until": communities.days_ago(100)})
    assert "Het einde ligt vóór het begin" in backwards.content.decode()
    browse("host").post(f"/kunst/{art.pk}/", {**values, "until": timezone.localdate()})
    page = browse("visitor").get(address).content.decode()
    assert "The wall" in page
    assert "Wie draagt het verder?" not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_year_asks_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    for number in range(rows):
        values = {**WORDS, "what": f"Hello {number}", "year": timezone.localdate().year}
        actions.write_change(by=cast.host, group=cast.group, values=values)
    client = browse("host")
    with django_assert_num_queries(5):
        client.get(year(cast))
