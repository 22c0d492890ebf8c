"""Reading, recognising, going on, standing side by side, looking back, and being cited."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from communities.models import Notice
from stories.citing import actions as citing_actions
from stories.consent import terms
from stories.models import Consent, Pair, Recognition, Story, StoryCitation
from stories.responses import actions as responses_actions
from stories.telling.actions import telling
from tests.factories.communities import CommunityFactory
from tests.factories.stories import allow, told
from tests.house.test_forgetting import whole_database
from trajectories.models import Signal, Theme

RESIDENTS = {"resident", "host", "participant", "builder"}
ALLOWED = {"may_quote": True, "may_count": False, "may_teach": False}


def titles(client, address):
    page = client.get(address).content.decode()
    return {word for word in ("Brug", "Jas", "Sleutel", "Draad") if word in page}


def named(cast, title, reach, teller="resident", **fields):
    story = told(cast.community, cast.user(teller), reach, **fields)
    story.title = title
    story.text_hash = story.fingerprint
    story.save()
    allow(story, text_hash=story.text_hash)
    return story


def recognised(cast, story, reach, by="participant"):
    return responses_actions.recognise(
        by=cast.user(by), story=story, words="Bij ons ook.", pseudonym="Ik", reach=reach
    )


def hears(cast, row):
    rows = type(row).objects
    return {name for name in cast.everyone if rows.visible_to(cast.reader(name)).filter(pk=row.pk).exists()}


def signal(cast, reach=2, put=True):
    here = {
        "community": cast.community,
        "group": cast.group,
        "title": "Dark",
        "words": "Dark.",
        "reach": reach,
    }
    today = timezone.localdate()
    asked = {"put_to": cast.office, "put_on": today, "answer_due": today + timedelta(days=40)}
    return Signal.objects.create(**here, **(asked if put else {}))


def quoted(cast, reach):
    story = told(cast.community, cast.resident, reach, text="Een lamp is genoeg. Meer vragen we niet.")
    telling.choose_quote(by=cast.resident, story=story, start=0, end=19)
    return story


def test_a_word_finds_the_stories_a_reader_may_read_and_no_others(cast, browse):
    named(cast, "Brug", 4, text="De bruggen gingen open.")
    named(cast, "Jas", 2, text="Achter de brug hing een jas. Een brug.")
    named(cast, "Sleutel", 0, text="De brug en de sleutel.")
    assert titles(browse("visitor"), "/verhalen/?zoek=brug") == {"Brug"}
    assert titles(browse("host"), "/verhalen/?zoek=brug") == {"Brug", "Jas"}
    assert titles(browse("resident"), "/zoeken/?q=brug") == {"Brug", "Jas", "Sleutel"}
    assert titles(browse("neighbour"), "/zoeken/?q=brug") == {"Brug"}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="text search is PostgreSQL's")
def test_in_dutch_a_word_finds_its_other_forms(cast, browse):
    named(cast, "Brug", 4, text="De bruggen gingen langzaam open.")
    named(cast, "Jas", 4, text="Er hing een jas.")
    assert titles(browse("visitor"), "/verhalen/?zoek=brug") == {"Brug"}
    assert titles(browse("visitor"), "/verhalen/?zoek=hing+ergens") == set()
    named(cast, "Draad", 4, text="Haar lamp stond bij de poort, zei 'ze' | ! met een \\.")
    assert titles(browse("visitor"), "/verhalen/?zoek=de+lampen") == {"Draad"}
    assert titles(browse("visitor"), "/verhalen/?zoek=%27ze%27+%5C+lamp") == {"Draad"}
    assert titles(browse("visitor"), "/verhalen/?zoek=%21lamp+%7C+jas") == set()


def test_a_hidden_story_changes_neither_what_is_found_nor_where_a_page_ends(cast, browse):
    for number in range(45):
        story = told(cast.community, cast.resident, 4)
        Story.objects.filter(pk=story.pk).update(told_on=timezone.localdate() - timedelta(days=number))
    client = browse("visitor")

    def walk():
        found, address = [], "/verhalen/"
        while address:
            answer = client.get(address)
            found += [row.uuid for row in answer.context["stories"]]
            address = answer.context["older"] and "/verhalen/" + answer.context["older"]
        return found

    before = walk()
    for number in range(30):
        story = told(cast.community, cast.participant, 2)
        Story.objects.filter(pk=story.pk).update(told_on=timezone.localdate() - timedelta(days=number))
    assert len(before) == len(set(before)) == 45
    assert walk() == before


@pytest.mark.parametrize("wrong", ["voor=x", "voor=2026-99-99." + "0" * 32, "groep=x", "thema=99"])
def test_an_address_that_makes_no_sense_is_no_error(cast, browse, wrong):
    told(cast.community, cast.resident, 4)
    assert browse("visitor").get(f"/verhalen/?{wrong}").status_code == 200


def test_only_my_own_groups_can_be_chosen_because_a_story_does_not_say_where_it_was_told(cast, browse):
    named(cast, "Draad", 4, teller="participant", group=cast.group)
    address = f"/verhalen/?groep={cast.group.pk}"
    assert titles(browse("participant"), address) == {"Draad"}
    assert titles(browse("resident"), address) == set()
    assert titles(browse("visitor"), address) == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_and_pages_ask_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    asked = signal(cast)
    for _number in range(rows):
        story = quoted(cast, 4)
        citing_actions.cite(by=cast.host, quote=story.quote, signal=asked)
    first = quoted(cast, 4)
    for name in ("participant", "host", "builder")[:rows]:
        recognised(cast, first, 4, by=name)
    client = browse("host")
    # There the index is asked first which stories hold the word.
    hits = connection.vendor == "postgresql"
    with django_assert_num_queries(7 + hits):
        client.get("/verhalen/?zoek=lamp")
    with django_assert_num_queries(8):
        client.get(first.get_absolute_url())
    with django_assert_num_queries(9):
        client.get(asked.get_absolute_url())


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (0, {"resident", "participant"}),
        (2, RESIDENTS),
        (3, RESIDENTS | {"official", "official_who_lives_here"}),
    ],
)
def test_a_recognition_is_read_as_far_as_its_own_author_said(cast, reach, expected):
    story = told(cast.community, cast.resident, 4)
    assert hears(cast, recognised(cast, story, reach)) == expected


def test_a_recognition_goes_no_further_than_the_story_and_goes_with_it(cast):
    story = told(cast.community, cast.resident, 2)
    said = recognised(cast, story, 4)
    assert hears(cast, said) == RESIDENTS
    telling.withdraw(by=cast.resident, story=story)
    assert hears(cast, said) == {"resident", "participant"}
    telling.erase(by=cast.resident, story=story)
    assert not Recognition.objects.exists()


def test_a_recognition_ends_by_itself_and_its_author_takes_it_back_from_the_own_page(cast, browse):
    story = told(cast.community, cast.resident, 4)
    said = recognised(cast, story, 4)
    with time_machine.travel(timezone.now() + timedelta(days=731), tick=False):
        allow(story, until=timezone.now() + timedelta(days=9))
        assert hears(cast, said) == {"participant"}
    client = browse("participant")
    assert "Bij ons ook." in client.get("/mijn/").content.decode()
    client.post(f"/ook-mijn/{said.pk}/weg/")
    assert "Bij ons ook." not in client.get(story.get_absolute_url()).content.decode()


def test_nothing_is_chosen_beforehand_when_somebody_recognises_a_story(cast, browse):
    story = told(cast.community, cast.resident, 4)
    address = f"{story.get_absolute_url()}ook-mijn/"
    assert "checked" not in browse("participant").get(address).content.decode()
    assert browse("participant").post(address, {"words": "Ook hier."}).status_code == 200
    assert not Recognition.objects.exists()


def test_a_follow_up_story_leads_both_ways_only_where_both_are_read(cast, browse):
    story = named(cast, "Brug", 4)
    browse("participant").post(f"{story.get_absolute_url()}vervolg/")
    draft = Story.objects.get(follows=story)
    telling.save_draft(by=cast.participant, story=draft, values={"text": "Verder.", "title": "Draad"})
    assert titles(browse("host"), story.get_absolute_url()) == {"Brug"}
    permission = {"reach": 2, "may_quote": False, "may_count": False, "may_teach": False}
    after = telling.tell(by=cast.participant, story=draft, permission=permission)
    assert titles(browse("host"), story.get_absolute_url()) == {"Brug", "Draad"}
    assert titles(browse("visitor"), story.get_absolute_url()) == {"Brug"}
    telling.withdraw(by=cast.resident, story=story)
    assert titles(browse("host"), after.get_absolute_url()) == {"Draad"}


def test_two_stories_stand_side_by_side_only_after_both_tellers_said_so(cast, browse):
    mine, other = named(cast, "Jas", 2, teller="participant"), named(cast, "Brug", 4)
    browse("participant").post(f"{other.get_absolute_url()}naast/", {"mine": mine.pk})
    pair = Pair.objects.get()
    assert titles(browse("host"), other.get_absolute_url()) == {"Brug"}
    assert titles(browse("resident"), f"/naast-elkaar/{pair.pk}/") == {"Brug", "Jas"}
    browse("resident").post(f"/naast-elkaar/{pair.pk}/eens/")
    assert titles(browse("host"), other.get_absolute_url()) == {"Brug", "Jas"}
    assert titles(browse("visitor"), other.get_absolute_url()) == {"Brug"}
    browse("participant").post(f"/naast-elkaar/{pair.pk}/uit-elkaar/")
    assert titles(browse("host"), other.get_absolute_url()) == {"Brug"}


def test_a_no_is_known_to_nobody_and_the_question_cannot_be_put_again(cast, browse):
    mine, other = named(cast, "Jas", 2, teller="participant"), named(cast, "Brug", 4)
    pair = responses_actions.propose_pair(by=cast.participant, story=mine, other=other)
    before = browse("participant").get(mine.get_absolute_url()).content
    browse("resident").post(f"/naast-elkaar/{pair.pk}/uit-elkaar/")
    assert browse("resident").get(f"/naast-elkaar/{pair.pk}/").status_code == 404
    after = browse("participant").get(mine.get_absolute_url()).content.decode()
    assert "Gevraagd om naast elkaar te staan" in before.decode()
    assert "Gevraagd om naast elkaar te staan" in after
    with pytest.raises(ValidationError):
        responses_actions.propose_pair(by=cast.participant, story=mine, other=other)


def test_a_teller_who_cannot_read_the_other_story_is_not_asked(cast, browse):
    mine, other = named(cast, "Jas", 0, teller="participant"), named(cast, "Brug", 4)
    pair = responses_actions.propose_pair(by=cast.participant, story=mine, other=other)
    assert browse("resident").get(f"/naast-elkaar/{pair.pk}/").status_code == 404
    assert titles(browse("resident"), other.get_absolute_url()) == {"Brug"}


def test_half_a_year_later_a_teller_is_asked_and_may_add_something(cast, browse):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    telling.save_draft(by=cast.resident, story=draft, values={"text": "Het was koud."})
    story = telling.tell(by=cast.resident, story=draft, permission={"reach": 2, **ALLOWED})
    asked = Notice.objects.get(person=cast.resident, kind="how_now")
    assert asked.due == timezone.now() + terms.ASK_HOW_IT_IS or asked.due > timezone.now()
    before = Consent.objects.not_withdrawn().get(story=story)
    browse("resident").post(f"{story.get_absolute_url()}hoe-nu/", {"words": "Nu is er een kachel."})
    page = browse("host").get(story.get_absolute_url()).content.decode()
    assert "Het was koud." in page
    assert "Nu is er een kachel." in page
    now = Consent.objects.not_withdrawn().get(story=story)
    assert (now.reach, now.until, now.may_quote) == (before.reach, before.until, before.may_quote)
    assert now.text_hash != before.text_hash
    telling.withdraw(by=cast.resident, story=story)
    assert browse("host").get(story.get_absolute_url()).status_code == 404


def test_words_put_under_a_story_behind_its_teller_s_back_make_it_vanish(cast):
    story = told(cast.community, cast.resident, 4)
    Story.objects.filter(pk=story.pk).update(later="Alles is goed nu.")
    story.refresh_from_db()
    Story.objects.filter(pk=story.pk).update(text_hash=story.fingerprint)
    assert hears(cast, story) == {"resident"}


def test_nothing_can_be_added_to_a_story_that_nobody_may_read(cast, browse):
    story = told(cast.community, cast.resident, 2)
    telling.withdraw(by=cast.resident, story=story)
    answer = browse("resident").post(f"{story.get_absolute_url()}hoe-nu/", {"words": "Nu."})
    assert answer.status_code == 200
    story.refresh_from_db()
    assert story.later == ""


def test_a_quote_beside_a_signal_is_read_where_its_story_is_and_leaves_no_mark(cast, browse):
    asked, story = signal(cast), quoted(cast, 2)
    plain = {name: browse(name).get(asked.get_absolute_url()).content for name in ("visitor", "official")}
    page = f"{asked.get_absolute_url()}citaat/"
    assert browse("host").post(page, {"quote": story.quote.pk}).status_code == 302
    for name in ("visitor", "official"):
        assert browse(name).get(asked.get_absolute_url()).content == plain[name]
    assert "Een lamp is genoeg." in browse("host").get(asked.get_absolute_url()).content.decode()
    telling.withdraw(by=cast.resident, story=story)
    for name in ("participant", "builder", "visitor"):
        assert "lamp" not in browse(name).get(asked.get_absolute_url()).content.decode()


def test_a_quote_goes_when_quoting_is_no_longer_allowed(cast, browse):
    asked, story = signal(cast), quoted(cast, 4)
    citing_actions.cite(by=cast.host, quote=story.quote, signal=asked)
    assert "Een lamp is genoeg." in browse("visitor").get(asked.get_absolute_url()).content.decode()
    telling.change_reach(
        by=cast.resident, story=story, permission={"reach": 4, **ALLOWED, "may_quote": False}
    )
    assert "Een lamp is genoeg." not in browse("visitor").get(asked.get_absolute_url()).content.decode()


def test_an_organiser_cites_only_what_they_may_read(cast, browse):
    asked, kept = signal(cast), quoted(cast, 0)
    page = f"{asked.get_absolute_url()}citaat/"
    assert "lamp" not in browse("host").get(page).content.decode()
    assert browse("host").post(page, {"quote": kept.quote.pk}).status_code == 200
    assert not StoryCitation.objects.exists()


def test_a_teller_sees_where_the_sentence_stands_and_what_came_of_it(cast, browse):
    asked, story = signal(cast), quoted(cast, 4)
    citation = citing_actions.cite(by=cast.host, quote=story.quote, signal=asked)
    asked.answers.create(office=cast.office, kind="promise", words="Er komt een lamp bij.")
    used = f"{story.get_absolute_url()}gebruikt/"
    assert used in browse("resident").get(story.get_absolute_url()).content.decode()
    assert "Er komt een lamp bij." in browse("resident").get(used).content.decode()
    assert used not in browse("host").get(story.get_absolute_url()).content.decode()
    assert browse("host").get(used).status_code == 404
    browse("resident").post(f"/citaat/{citation.pk}/weg/")
    assert not StoryCitation.objects.exists()


def test_a_place_its_teller_may_not_read_is_told_by_its_group_alone(cast, browse):
    asked, story = signal(cast, reach=1, put=False), quoted(cast, 4)
    citing_actions.cite(by=cast.host, quote=story.quote, signal=asked)
    page = browse("resident").get(f"{story.get_absolute_url()}gebruikt/").content.decode()
    assert f"In een vraag van {cast.group.title}" in page
    assert asked.title not in page


def test_a_quote_stands_beside_a_theme_and_beside_figures_and_a_theme_finds_its_stories(cast, browse):
    theme = Theme.objects.create(community=cast.community, group=cast.group, words="Het is donker")
    story = quoted(cast, 2)
    browse("host").post(f"/thema/{theme.pk}/citaat/", {"quote": story.quote.pk})
    where = f"/buurt/{cast.area.code}/citaat/people/"
    browse("host").post(where, {"quote": story.quote.pk, "community": cast.community.pk})
    for address in (theme.get_absolute_url(), cast.area.get_absolute_url()):
        assert "Een lamp is genoeg." in browse("participant").get(address).content.decode()
        assert "Een lamp is genoeg." not in browse("visitor").get(address).content.decode()
    found = browse("participant").get(f"/verhalen/?thema={theme.pk}").context["stories"]
    assert [row.pk for row in found] == [story.pk]
    assert browse("visitor").get(f"/verhalen/?thema={theme.pk}").context["stories"] == []


def test_erasing_a_story_takes_everything_that_hung_on_it(cast):
    story = quoted(cast, 4)
    citing_actions.cite(by=cast.host, quote=story.quote, signal=signal(cast))
    recognised(cast, story, 4)
    other = told(cast.community, cast.participant, 4)
    responses_actions.propose_pair(by=cast.participant, story=other, other=story)
    responses_actions.say_how_it_is_now(by=cast.resident, story=story, words="Nu kanarie999 wel.")
    assert "kanarie999" in whole_database()
    telling.erase(by=cast.resident, story=story)
    assert "kanarie999" not in whole_database()
    assert "Een lamp is genoeg" not in whole_database()
    assert not any(rows.objects.exists() for rows in (StoryCitation, Recognition, Pair))


def test_a_list_of_stories_offers_own_communities_first_and_never_a_whole_country(cast, browse):
    for number in range(60):
        CommunityFactory(
            name=f"Aa {number:02}", slug=f"aa-{number}", municipality=cast.community.municipality
        )
    page = browse("resident").get("/verhalen/?gemeenschap=aa-59")
    offered = [row.slug for row in page.context["choices"]["communities"]]
    assert len(offered) == 50
    assert {cast.community.slug, "aa-59"} == set(offered[:2])
