"""Naïma sits at the table with her phone: what is said is kept, and comes back when it should."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import communities
from trajectories.models import Gathering, Harvest, Insight, Signal, TablePromise, Theme, Trajectory
from trajectories.signals import actions as signals_actions
from trajectories.table import actions as table_actions
from volunteers.models import Initiative


@pytest.fixture
def held(cast):
    return gathering(cast, days=-2)


def gathering(cast, days, **more):
    values = {"start_question": "Why?", "starts_at": timezone.now() + timedelta(days=days), **more}
    return Gathering.objects.create(community=cast.community, group=cast.group, **values)


def typed(page, **more):
    """The fields of the page as they stand, with what somebody changes in them."""
    seen = re.search(r'name="seen" value="([^"]*)"', page) or re.search(r'name="seen"()', page)
    return {"told": "We laughed.", "seen": seen.group(1), **more}


def quietly(client, held, data):
    return client.post(f"/bijeenkomst/{held.pk}/aan-tafel/", data, headers={"accept": "application/json"})


def at_table(client, held):
    return client.get(f"/bijeenkomst/{held.pk}/aan-tafel/").content.decode()


def agreed(cast, held, **values):
    harvest = table_actions.write_harvest(
        by=cast.host, gathering=held, values={"told": "We laughed.", **values}
    )
    table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    return table_actions.approve_harvest(by=cast.host, harvest=harvest)


def test_it_says_saved_only_after_the_server_kept_it(cast, browse, held):
    client = browse("host")
    told = quietly(client, held, typed(at_table(client, held), head_count="12")).json()
    assert told["saved"] is True
    assert re.fullmatch(r"\d\d:\d\d", told["at"])
    assert Harvest.objects.get().head_count == 12
    again = quietly(
        client, held, {"told": "We laughed, and cried.", "head_count": "12", "seen": told["seen"]}
    )
    assert again.json()["saved"] is True
    assert Harvest.objects.get().told == "We laughed, and cried."


def test_two_hosts_write_one_harvest_and_see_both_texts(cast, browse, held):
    first = at_table(browse("host"), held)
    quietly(browse("builder"), held, {"told": "The builder heard this.", "seen": ""})
    client = browse("host")
    answer = quietly(client, held, typed(first, told="The host heard that."))
    assert answer.status_code == 409
    assert "Iemand anders heeft intussen bewaard" in answer.json()["why"]
    page = client.post(f"/bijeenkomst/{held.pk}/aan-tafel/", typed(first, told="The host heard that."))
    assert page.status_code == 409
    both = page.content.decode()
    assert "The builder heard this." in both
    assert "The host heard that." in both
    assert "data-autosave" not in both
    assert Harvest.objects.get().told == "The builder heard this."
    client.post(f"/bijeenkomst/{held.pk}/aan-tafel/", typed(both, told="This and that."))
    assert Harvest.objects.get().told == "This and that."


def test_five_thousand_words_are_kept_to_the_last(cast, browse, held):
    words = "gisteren " * 5000
    assert quietly(browse("host"), held, {"told": words, "seen": ""}).json()["saved"] is True
    assert Harvest.objects.get().told.split() == words.split()


def test_what_is_too_long_or_cannot_be_true_gets_a_clear_answer(cast, browse, held):
    client = browse("host")
    long = quietly(client, held, {"told": "a" * 50_001, "seen": ""})
    assert long.status_code == 400
    assert "50.000 tekens" in long.json()["why"]
    wrong = quietly(client, held, {"told": "Yes.", "head_count": "4", "new_faces": "9", "seen": ""})
    assert "meer nieuwe gezichten dan mensen" in wrong.json()["why"]
    assert "geheel getal" in quietly(client, held, {"head_count": "veel", "seen": ""}).json()["why"]
    assert not Harvest.objects.exists()


def test_a_session_that_ended_loses_no_character(cast, browse, held):
    page = browse("visitor").post(
        f"/bijeenkomst/{held.pk}/aan-tafel/", {"told": "We <laughed>.", "theme": "Dark"}
    )
    assert page.status_code == 403
    assert "We &lt;laughed&gt;." in page.content.decode()
    assert "Dark" in page.content.decode()


@pytest.mark.parametrize(("count", "words"), [(7, "een kleine groep"), (10, "een grotere groep")])
def test_a_head_count_is_a_number_for_who_organises_and_words_for_everybody_else(
    cast, browse, held, count, words
):
    agreed(cast, held, head_count=count, new_faces=3)
    Harvest.objects.update(reach=4)
    Gathering.objects.update(reach=4)
    assert f'value="{count}"' in at_table(browse("builder"), held)
    for name in ("participant", "resident", "official", "visitor"):
        page = browse(name).get(f"/bijeenkomst/{held.pk}/").content.decode()
        assert words in page
        assert not re.search(rf">[^<]*\b{count} (mensen|bewoners)", page)
        assert f'value="{count}"' not in page


def test_half_a_text_asks_nobody_for_a_yes(cast, browse, held):
    quietly(browse("host"), held, {"told": "We", "seen": ""})
    page = browse("participant").get(f"/bijeenkomst/{held.pk}/").content.decode()
    assert "Hier wordt nog aan geschreven" in page
    assert "Lees het en zeg ja" not in browse("participant").get("/mijn/").content.decode()
    with pytest.raises(ValidationError):
        table_actions.approve_harvest(by=cast.participant, harvest=Harvest.objects.get())
    client = browse("host")
    client.post(
        f"/bijeenkomst/{held.pk}/aan-tafel/", typed(at_table(client, held), told="We laughed.", done="1")
    )
    assert "Lees het en zeg ja" in browse("participant").get("/mijn/").content.decode()


def test_the_page_says_who_still_has_to_say_yes(cast, browse, held):
    harvest = table_actions.write_harvest(by=cast.host, gathering=held, values={"told": "We laughed."})
    address = f"/bijeenkomst/{held.pk}/"
    assert (
        "Twee mensen moeten nog ja zeggen, van wie één bewoner."
        in browse("host").get(address).content.decode()
    )
    table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    assert "Een bewoner moet nog ja zeggen." in browse("host").get(address).content.decode()
    table_actions.approve_harvest(by=cast.host, harvest=harvest)
    assert "moet nog ja zeggen" not in browse("host").get(address).content.decode()


def test_a_yes_never_goes_to_words_that_were_changed_meanwhile(cast, browse, held):
    harvest = table_actions.write_harvest(by=cast.builder, gathering=held, values={"told": "We laughed."})
    read = harvest.changed_at.isoformat()
    table_actions.write_harvest(by=cast.builder, gathering=held, values={"told": "We cried."})
    answer = browse("host").post(f"/oogst/{harvest.pk}/akkoord/", {"seen": read}, follow=True)
    assert "Lees het nog eens voor je ja zegt" in answer.content.decode()
    assert Harvest.objects.get().approved_by_resident is None


def test_a_theme_and_a_promise_are_lines_until_somebody_presses_save(cast, browse, held):
    client = browse("host")
    data = {"theme": "The street is dark.", "promise": "Ask about the lamp."}
    told = quietly(client, held, {**data, "seen": ""}).json()
    assert not Theme.objects.exists()
    page = at_table(client, held)
    assert "Ask about the lamp." in page
    address = f"/bijeenkomst/{held.pk}/aan-tafel/"
    refused = client.post(address, {**data, "seen": told["seen"]})
    assert "Wie doet het? Een rol of een afdeling is genoeg." in refused.content.decode()
    client.post(address, {**data, "promise_who": "a host", "promise_by": "2027-01-05", "seen": told["seen"]})
    assert Theme.objects.get().words == "The street is dark."
    promise = TablePromise.objects.get()
    assert (promise.who, promise.due_on.isoformat()) == ("a host", "2027-01-05")
    assert Harvest.objects.get().noted == {}


def test_what_was_promised_comes_back_at_the_next_gathering_until_people_say_how_it_went(cast, browse, held):
    harvest = agreed(cast, held)
    here = {"community": cast.community, "group": cast.group}
    promise = TablePromise.objects.create(**here, harvest=harvest, what="Ask about the lamp.", who="a host")
    soon, later = gathering(cast, days=3), gathering(cast, days=30)
    assert "Ask about the lamp." in browse("resident").get(f"/bijeenkomst/{soon.pk}/").content.decode()
    assert "Ask about the lamp." not in browse("resident").get(f"/bijeenkomst/{later.pk}/").content.decode()
    address, client = f"/beloofd/{promise.pk}/", browse("host")
    unsaid = client.post(address, {"outcome": "passed_on", "outcome_words": ""})
    assert "Aan wie is het doorgegeven?" in unsaid.content.decode()
    client.post(address, {"outcome": "passed_on", "outcome_words": "The lamp people."})
    assert "Ask about the lamp." not in client.get(f"/bijeenkomst/{soon.pk}/").content.decode()
    found = client.get(f"/groep/{cast.group.pk}/gevonden/").content.decode()
    assert "Het is doorgegeven aan iemand anders: ‘The lamp people.’" in found
    assert client.get(address).status_code == 404


def test_an_insight_becomes_a_theme_and_a_theme_a_signal_or_an_initiative_and_the_trail_stays(
    cast, browse, held
):
    Trajectory.objects.create(group=cast.group)
    agreed(cast, held, insights="Light is company.")
    client = browse("host")
    form = client.get(f"/bijeenkomst/{held.pk}/inzicht/").content.decode()
    assert "Light is company." in form
    client.post(f"/bijeenkomst/{held.pk}/inzicht/", {"words": "Light is company.", "differently": "We walk."})
    insight = Insight.objects.get()
    for _tap in range(2):
        client.post(f"/inzicht/{insight.pk}/thema/")
    theme = Theme.objects.get()
    why = {
        "words": theme.words,
        "in_the_way": "The lamp.",
        "why": "Rust.",
        "why_that": "Rain.",
        "who_can": "policy",
    }
    client.post(f"/thema/{theme.pk}/verder/", why)
    ask = f"/groep/{cast.group.pk}/signaal/?thema={theme.pk}"
    assert "The lamp." in client.get(ask).content.decode()
    client.post(ask, {"title": "It is dark.", "words": "The lamp is out."})
    begin = f"/gemeenschap/{cast.community.slug}/initiatief/begin/?thema={theme.pk}"
    assert "Light is company." in client.get(begin).content.decode()
    data = {
        "title": "Walkers",
        "own_words": "We walk.",
        "kinds": ["moving"],
        "can_ask": "Walk.",
        "cannot_ask": "Run.",
    }
    client.post(begin, data)
    signal, initiative = Signal.objects.get(), Initiative.objects.get()
    assert (signal.theme, initiative.born_of_theme) == (theme, theme)
    assert initiative.born_from == cast.group.trajectory
    page = client.get(theme.get_absolute_url()).content.decode()
    assert all(words in page for words in ("Why?", "Light is company.", "It is dark.", "Walkers"))
    for row in (signal, initiative):
        assert theme.get_absolute_url() in client.get(row.get_absolute_url()).content.decode()


def test_a_theme_goes_as_far_as_its_harvest_and_no_further_through_a_signal(cast, browse, held):
    harvest = table_actions.write_harvest(by=cast.host, gathering=held, values={"told": "We laughed."})
    here = {"community": cast.community, "group": cast.group}
    theme = Theme.objects.create(**here, harvest=harvest, words="We are tired.")
    signal = signals_actions.raise_signal(
        by=cast.host, group=cast.group, title="Rest", words="We ask rest.", theme=theme
    )
    signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)
    for name in ("resident", "official", "visitor"):
        page = browse(name).get(signal.get_absolute_url())
        assert page.status_code == 200
        assert "We are tired." not in page.content.decode()
        assert browse(name).get(theme.get_absolute_url()).status_code == 404
    table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    table_actions.approve_harvest(by=cast.host, harvest=harvest)
    assert browse("resident").get(theme.get_absolute_url()).status_code == 200
    assert browse("official").get(theme.get_absolute_url()).status_code == 404


def test_a_theme_of_elsewhere_cannot_be_carried_into_a_form(cast, browse):
    group = communities.GroupFactory(community=cast.elsewhere)
    theme = Theme.objects.create(community=cast.elsewhere, group=group, words="Theirs alone.")
    for address in (
        f"/groep/{cast.group.pk}/signaal/",
        f"/gemeenschap/{cast.community.slug}/initiatief/begin/",
    ):
        for asked in (theme.pk, "x", "9" * 30):
            page = browse("host").get(f"{address}?thema={asked}")
            assert page.status_code == 200
            assert "Theirs alone." not in page.content.decode()


def test_a_professional_adds_what_stands_in_the_way_and_cannot_reword_a_theme(cast, browse):
    theme = Theme.objects.create(community=cast.community, group=cast.group, words="We are tired.")
    browse("builder").post(f"/thema/{theme.pk}/verder/", {"words": "Burnout.", "in_the_way": "Rent."})
    theme.refresh_from_db()
    assert (theme.words, theme.in_the_way) == ("We are tired.", "Rent.")


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_of_a_gathering_ask_a_fixed_number_of_questions(
    cast, browse, held, rows, django_assert_num_queries
):
    harvest = agreed(cast, held)
    at = {"community": cast.community, "group": cast.group, "harvest": harvest}
    for number in range(rows):
        insight = Insight.objects.create(**at, words=f"One {number}")
        theme = Theme.objects.create(**at, words=f"Two {number}", born_of=insight)
        TablePromise.objects.create(**at, what=f"Three {number}", who="a host")
        Signal.objects.create(
            community=cast.community, group=cast.group, title="Four", words="Dark.", theme=theme
        )
    client = browse("host")
    for address, count in (
        (f"/bijeenkomst/{held.pk}/", 11),
        (f"/bijeenkomst/{held.pk}/aan-tafel/", 8),
        (f"/groep/{cast.group.pk}/gevonden/", 9),
        (theme.get_absolute_url(), 8),
    ):
        with django_assert_num_queries(count):
            assert client.get(address).status_code == 200


def test_saving_at_the_table_takes_few_questions(cast, browse, held, django_assert_num_queries):
    client = browse("host")
    seen = quietly(client, held, {"told": "We", "seen": ""}).json()["seen"]
    with django_assert_num_queries(10):
        assert quietly(client, held, {"told": "We laughed.", "seen": seen}).json()["saved"] is True
