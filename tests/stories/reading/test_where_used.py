"""A teller finds everywhere their story is used, and what came of it; a closed door tells no title."""

import pytest
from django.urls import reverse

from communities.rights.reader import Reader
from stories.keyless import actions
from stories.meaning.actions import rounds, together
from stories.models import ChangeRound, NamedTheme, Observation, ReadingSession, StoryLesson, StoryReport
from stories.reading.where_used import where_used
from stories.telling.actions import telling
from tests.factories.stories import a_call, allow, told
from tests.stories.meaning.test_meaning import SECRET, agree, keep, observed, pages, story
from trajectories.table.actions import name_theme

__all__ = ["pages", "story"]

WHERE = "Lindenhof"


def used(story):
    return reverse("where_used", args=[story.uuid])


def lines(story, reader):
    return {(use.what, use.title) for use in where_used(story, reader)}


def test_a_teller_finds_every_place_that_was_made_together(cast, story, pages):
    bundle = keep(cast, NamedTheme, words="Being seen", observations=[Observation.objects.get()])
    agree(cast, bundle)
    rows = [
        *(model.objects.get() for model in (Observation, ReadingSession, StoryReport, ChangeRound)),
        StoryLesson.objects.get(),
        bundle,
    ]
    uses = where_used(story, cast.reader("resident"))
    assert {use.url for use in uses} == {row.get_absolute_url() for row in rows}
    assert {use.title for use in uses} == {str(row) for row in rows}
    assert len(uses) == 6


def test_a_report_that_shows_it_under_an_observation_is_a_place_too(cast, story):
    report = keep(cast, StoryReport, title="Along the water")
    together.add_part(by=cast.host, report=report, values={"observation": observed(cast, story)})
    agree(cast, report)
    assert "Along the water" in {title for _what, title in lines(story, cast.reader("resident"))}


def test_what_came_of_it_stands_beside_it(cast, story, browse):
    theme = name_theme(by=cast.host, group=cast.group, values={"words": "Kanariethema"})
    came = {"came_of_it": "Kanarieopbrengst", "theme": theme}
    session = keep(cast, ReadingSession, place="The kitchen", **came)
    together.lay_story(by=cast.host, row=session, story=story)
    agree(cast, session)
    round_ = keep(cast, ChangeRound, title="This spring", ends_on=story.told_on)
    rounds.offer_story(by=cast.resident, round=round_, story=story)
    for name in ("host", "builder"):
        rounds.sit_down(by=cast.user(name), round=round_)
    rounds.choose(by=cast.host, round=round_, domain=0, story=story, reason="Kanariereden")
    rounds.close_round(by=cast.host, round=round_, differently="Kanarieanders", told_back="Thanks.")
    page = browse("resident").get(used(story)).content.decode()
    for words in ("Kanarieopbrengst", "Kanariethema", "Kanariereden", "Kanarieanders"):
        assert words in page


def test_a_closed_door_is_told_by_its_kind_and_whose_it_is_and_never_by_its_title(cast, story, browse):
    closed = {"group": cast.group, "reach": 1}
    session = keep(cast, ReadingSession, place="Kanariekeuken", came_of_it="Kanariegeheim", **closed)
    report = keep(cast, StoryReport, title="Kanarieverslag", **closed)
    together.lay_story(by=cast.host, row=session, story=story)
    together.add_part(by=cast.host, report=report, values={"story": story})
    found = lines(story, cast.reader("resident"))
    assert found == {
        ("In een leessessie van Ouders van de hof", ""),
        ("In een verslag over verhalen van Ouders van de hof", ""),
    }
    assert "Kanarie" not in browse("resident").get(used(story)).content.decode()


def test_what_it_became_is_told_only_as_far_as_the_teller_may_see_that(cast, story):
    signal = together.become_signal(
        by=cast.host,
        bundle=keep(cast, NamedTheme, words="Being seen", observations=[observed(cast, story)]),
        group=cast.group,
        title="Kanariesignaal",
        words="We ask.",
    )
    agree(cast, NamedTheme.objects.get())
    type(signal).objects.filter(pk=signal.pk).update(reach=1)
    (bundle,) = [use for use in where_used(story, cast.reader("resident")) if use.title == "Being seen"]
    assert bundle.came == []
    (bundle,) = [use for use in where_used(story, cast.reader("host")) if use.title == "Being seen"]
    assert [came.what for came in bundle.came] == ["Kanariesignaal"]


def test_a_call_and_what_was_given_back_stand_there(cast):
    call = a_call(cast.community, [cast.host], opened_on=cast.host.joined_on, gave_back="A letter.")
    kept = told(cast.community, cast.resident, 1, group=cast.group, call=call)
    (use,) = where_used(kept, cast.reader("resident"))
    assert (use.title, use.url) == (str(call), call.get_absolute_url())
    assert [came.words for came in use.came] == ["A letter."]
    shared = told(cast.community, cast.resident, 2, call=call)
    assert where_used(shared, cast.reader("resident"))[0].what != use.what


def test_a_lesson_the_teller_no_longer_allows_is_named_nowhere(cast, story, pages):
    allow(story, may_teach=False)
    assert StoryLesson.objects.exists()
    assert not any("les" in what for what, _title in lines(story, cast.reader("resident")))


def test_who_holds_the_code_sees_where_the_story_is_used(cast, client):
    page = client.post(f"/vertellen/zonder-account/{cast.community.slug}/")
    mine = page.context["story"]
    telling.save_draft(by=None, story=mine, values={"text": SECRET})
    permission = {"reach": 4, "may_quote": True, "may_count": False, "may_teach": False}
    mine = telling.tell(by=None, story=mine, permission=permission)
    actions.release_story(by=cast.host, story=mine, seen=mine.text_hash)
    noticed = observed(cast, mine)
    near = keep(cast, ReadingSession, reach=2, place="Kanariekeuken")
    together.lay_story(by=cast.host, row=near, story=mine)
    page = client.get(used(mine)).content.decode()
    assert noticed.get_absolute_url() in page
    assert "In een leessessie van Lindenhof" in page
    assert "Kanariekeuken" not in page
    client.post(reverse("close_receipts"))
    assert lines(mine, Reader()) & {("In een leessessie van Lindenhof", "Kanariekeuken")} == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_teller_asks_a_fixed_number_of_questions(
    rows, cast, story, pages, browse, django_assert_num_queries
):
    for number in range(rows):
        session = keep(cast, ReadingSession, place=f"Table {number}")
        together.lay_story(by=cast.host, row=session, story=story)
        bundle = keep(cast, NamedTheme, words=f"Seen {number}", observations=[Observation.objects.get()])
        agree(cast, bundle)
    client = browse("resident")
    for address, queries in ((story.get_absolute_url(), 11), (used(story), 13)):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)
