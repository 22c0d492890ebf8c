"""From a poster, a form or a card: telling for a call by who has no account."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from communities.rights.reader import Reader
from communities.site.dates import last_quarter, today
from stories.answers.actions import lists_of
from stories.keyless import actions as keyless_actions
from stories.models import Question, Story, StoryAnswer, StoryKey
from stories.paper import actions as paper_actions
from tests.factories.stories import a_call
from tests.stories.telling.test_telling import permission


@pytest.fixture
def call(cast):
    """An open call of the resident, with one question of each kind."""
    call = a_call(cast.community, [cast.resident], opened_on=today())
    ends = {"triad": ["us", "me", "them"], "slider": ["low", "high"], "choice": ["a", "b"], "word": []}
    for number, kind in enumerate(ends):
        Question.objects.create(call=call, position=number, kind=kind, text=kind.title(), ends=ends[kind])
    return call


def links(page):
    return re.findall(r'href="([^"]+)"', page.content.decode())


def test_a_visitor_starts_from_the_page_of_the_call(cast, client, call):
    start = f"/vertellen/zonder-account/{cast.community.slug}/?oproep={call.pk}"
    assert start in links(client.get(call.get_absolute_url()))
    assert f"/account/login/?next={call.get_absolute_url()}" in links(client.get(start))
    client.post(start)
    assert Story.objects.get().call == call


def test_who_looks_after_it_finds_the_forms_and_a_code_to_hang_up(cast, browse, call):
    paper = [f"/oproep/{call.pk}/papier/", f"/oproep/{call.pk}/intypen/"]
    for who, expected in {"resident": True, "host": True, "builder": True, "participant": False}.items():
        page = browse(who).get(call.get_absolute_url())
        assert [address in links(page) for address in paper] == [expected] * 2
        assert ("QR-code naar deze pagina" in page.content.decode()) == expected
        assert browse(who).get(paper[0]).status_code == (200 if expected else 404)


def test_a_call_that_stopped_asks_nobody_to_tell(cast, browse, call):
    call.closes_on = call.opened_on = today().replace(year=2020)
    call.save()
    page = browse("resident").get(call.get_absolute_url())
    assert not [address for address in links(page) if "zonder-account" in address or "papier" in address]


def test_a_printed_card_says_where_the_code_opens_the_story(cast, client, browse, call, begun):
    story, code = begun
    story.call = call
    story.save()
    client.post(f"/vertellen/{story.uuid}/", {"language": "nl", "relation": "live", "text": "De brug."})
    client.post(f"/vertellen/{story.uuid}/delen/", {"young": "no", "reach": "2"})
    story.refresh_from_db()
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    card = browse("participant").get(f"/oproep/{call.pk}/kaarten/").content.decode()
    assert "De brug." in card
    assert "http://testserver/mijn-verhaal/" in card
    scanned = browse("visitor").get(story.get_absolute_url())
    assert scanned.status_code == 404
    assert "/mijn-verhaal/" in links(scanned)
    assert client.post("/mijn-verhaal/", {"code": code})["Location"] == story.get_absolute_url()


def test_the_page_that_is_not_there_says_the_same_for_every_story(cast, client, begun):
    story, _code = begun
    client.post("/mijn-verhaal/dicht/")
    client.get("/mijn-verhaal/")
    hidden = client.get(story.get_absolute_url())
    StoryKey.objects.all().delete()
    Story.objects.all().delete()
    gone = client.get(story.get_absolute_url())
    assert (hidden.status_code, hidden.content) == (gone.status_code, gone.content)


def crosses(call, **more):
    """A sheet with a cross in the corner of the triangle and one at the end of the line; the rest skipped."""
    triad, slider, choice, word = call.questions.order_by("position")
    said = {f"v{triad.pk}": "tl", f"v{slider.pk}": "7", f"v{choice.pk}": "none", f"v{word.pk}": ""}
    words = {"text": "Met potlood.", "language": "nl", "young": "no", "reach": "2"}
    return {**words, **said, **more}


def test_the_crosses_on_a_sheet_come_in_with_its_story(cast, browse, call):
    sheet, _code = paper_actions.print_sheets(by=cast.host, call=call, number=1)[0]
    browse("host").post(f"/oproep/{call.pk}/intypen/", crosses(call, sheet=sheet.pk))
    story = Story.objects.get()
    answers = {row.question.kind: row.value for row in story.answers.select_related("question")}
    assert answers == {"triad": {"t": 0.425, "l": 0.425, "r": 0.15}, "slider": 0.9286, "choice": None}
    assert not StoryAnswer.objects.visible_to(cast.reader("host")).exists()
    teller = Reader(receipts=(sheet.pk,))
    assert StoryAnswer.objects.visible_to(teller).count() == 3


def test_a_sheet_without_one_cross_about_the_story_is_a_sheet_too(cast, browse, call):
    sheet, _code = paper_actions.print_sheets(by=cast.host, call=call, number=1)[0]
    form = {"sheet": sheet.pk, "text": "Met pen.", "language": "nl", "young": "no", "reach": "0"}
    browse("host").post(f"/oproep/{call.pk}/intypen/", form)
    assert Story.objects.get().answers.count() == 0


def test_the_same_sheet_is_typed_in_once(cast, browse, call):
    sheet, _code = paper_actions.print_sheets(by=cast.host, call=call, number=1)[0]
    client, address = browse("host"), f"/oproep/{call.pk}/intypen/"
    client.post(address, crosses(call, sheet=sheet.pk))
    again = client.post(address, crosses(call, sheet=sheet.pk, text="Nog eens."))
    assert "al ingetypt" in again.content.decode()
    assert "Nog eens." in again.content.decode()
    assert (Story.objects.count(), StoryAnswer.objects.count()) == (1, 3)
    with pytest.raises(ValidationError):
        typed = {"values": {"text": "x"}, "permission": permission(2), "age": {"young": False}}
        paper_actions.type_in(by=cast.host, receipt=sheet, **typed)


def test_a_cross_that_is_no_answer_keeps_everything_that_was_typed(cast, browse, call):
    sheet, _code = paper_actions.print_sheets(by=cast.host, call=call, number=1)[0]
    form = crosses(call, sheet=sheet.pk)
    name = next(name for name in form if name.startswith("v"))
    page = browse("host").post(f"/oproep/{call.pk}/intypen/", {**form, name: "north"})
    assert "Met potlood." in page.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize(("allowed", "people"), [(True, 1), (False, 0)])
def test_only_who_crossed_that_it_may_count_is_in_the_patterns(cast, call, allowed, people):
    sheet, _code = paper_actions.print_sheets(by=cast.host, call=call, number=1)[0]
    slider = call.questions.get(kind="slider")
    story = paper_actions.type_in(
        by=cast.host,
        receipt=sheet,
        values={"text": "Met potlood."},
        permission={**permission(2), "may_count": allowed},
        age={"young": False},
        answers={slider: 0.9},
    )
    Story.objects.filter(pk=story.pk).update(told_on=call.opened_on - timedelta(days=200))
    answers, _categories = lists_of(call, last_quarter(today()))[str(slider.pk)]
    assert list(answers.values()) == ["7"] * people


def test_the_printed_sheet_has_a_place_for_every_answer(cast, browse, call):
    page = browse("host").post(f"/oproep/{call.pk}/papier/", {"number": 2}).content.decode()
    assert page.count("samenspel-kraal__rond") == 2 * (7 + 7)
    assert page.count("past niet") == 2 * 4
