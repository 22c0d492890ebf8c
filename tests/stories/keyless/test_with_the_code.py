"""Whoever holds the code is the teller everywhere: also in what comes after telling."""

import pytest

from communities.rights.reader import Reader
from communities.site.dates import today
from stories.answers import actions as answers_actions
from stories.keyless import actions as keyless_actions
from stories.models import Consent, Question, Quote, Recognition, Story, StoryAnswer, StoryCitation, StoryKey
from stories.responses import actions as responses_actions
from tests.factories.stories import a_call
from tests.stories.keyless.test_alone import share
from tests.stories.telling.test_telling import MEMBERS, readers


@pytest.fixture
def shared(cast, client, begun):
    """A story without an account, shared with the community and let in."""
    story, code = begun
    share(client, story, may_quote="on", may_count="on")
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    return story, code


@pytest.fixture
def asked(cast):
    """A word that a call asks about each story."""
    call = a_call(cast.community, [cast.host], opened_on=today())
    return Question.objects.create(call=call, kind="word", text="Which word?")


def holder(story):
    return Reader(receipts=(StoryKey.objects.get(story=story).pk,))


def test_the_questions_of_the_call_are_answered_changed_and_taken_away(client, begun, asked):
    story, _code = begun
    story.call = asked.call
    story.save()
    client.post(f"/vertellen/{story.uuid}/", {"language": "nl", "relation": "live", "text": "De brug."})
    onward = client.post(f"/vertellen/{story.uuid}/delen/", {"young": "no", "reach": "2"})["Location"]
    assert onward == f"/verhaal/{story.uuid}/vragen/"
    client.post(onward, {f"v{asked.pk}": "warm"})
    assert list(StoryAnswer.objects.visible_to(holder(story)).values_list("value", flat=True)) == ["warm"]
    assert 'value="warm"' in client.get(onward).content.decode()
    client.post(onward, {f"v{asked.pk}": ""})
    assert not StoryAnswer.objects.exists()


def test_nobody_else_reads_or_gives_those_answers(cast, client, browse, shared, asked):
    story, _code = shared
    story.call = asked.call
    story.save()
    answers_actions.answer(by=None, story=story, values={asked: "warm"})
    client.post("/mijn-verhaal/dicht/")
    address = f"/verhaal/{story.uuid}/vragen/"
    assert client.get(address)["Location"].startswith("/account/login/")
    assert {browse(who).get(address).status_code for who in cast.people} == {404}
    for who in cast.people:
        assert not StoryAnswer.objects.visible_to(cast.reader(who)).exists()
        assert not StoryAnswer.objects.editable_by(cast.reader(who)).exists()


def test_a_quote_is_chosen_and_taken_away_where_it_stands(cast, client, shared):
    story, _code = shared
    client.post(f"/verhaal/{story.uuid}/citaat/", {"sentence": f"0-{len(story.text)}"})
    citation = StoryCitation.objects.create(
        quote=Quote.objects.get(), community=cast.community, area_code="BU1", subject="income"
    )
    address = f"/citaat/{citation.pk}/weg/"
    assert address in client.get(f"/verhaal/{story.uuid}/gebruikt/").content.decode()
    assert client.post(address)["Location"] == story.get_absolute_url()
    assert not StoryCitation.objects.exists()


def test_how_it_is_now_waits_to_be_let_in_like_every_word_without_an_account(cast, client, shared):
    story, _code = shared
    until = Consent.objects.not_withdrawn().get().until
    client.post(f"/verhaal/{story.uuid}/hoe-nu/", {"words": "Het is beter."})
    story.refresh_from_db()
    assert (story.later, Consent.objects.not_withdrawn().get().until) == ("Het is beter.", until)
    assert readers(cast, story) == set()
    assert list(Story.objects.waiting_for(cast.reader("host"))) == [story]
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    assert readers(cast, story) == MEMBERS


def test_words_meant_for_the_teller_alone_reach_who_holds_the_code(cast, client, browse, shared):
    story, _code = shared
    responses_actions.recognise(by=cast.resident, story=story, words="Ik ook.", pseudonym="", reach=0)
    assert Recognition.objects.visible_to(holder(story)).exists()
    assert "Ik ook." in client.get(story.get_absolute_url()).content.decode()
    assert "Ik ook." not in browse("host").get(story.get_absolute_url()).content.decode()
