"""From a poster, a form or a card: telling for a call by who has no account."""

import re

import pytest

from communities.dates import today
from stories import actions
from stories.models import Question, Receipt, Story
from tests.factories.stories import a_call


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
    actions.let_in(by=cast.host, story=story, seen=story.text_hash)
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
    Receipt.objects.all().delete()
    Story.objects.all().delete()
    gone = client.get(story.get_absolute_url())
    assert (hidden.status_code, hidden.content) == (gone.status_code, gone.content)
