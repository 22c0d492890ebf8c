"""Two people, or two pages, are just before each other: no error, and no typed word is lost.

Each test lets the other deed happen between the moment a page looked and the moment it did something.
"""

import pytest
from django.db import IntegrityError

from stories.keyless import actions as keyless_actions
from stories.models import Recognition, StoryKey
from stories.responses import actions as responses_actions
from stories.telling.actions import telling
from tests.factories.stories import told
from tests.stories.telling.test_telling import permission

WORDS = "Ik weet nog hoe de brug openging."


def first_the_other(monkeypatch, room, name, other):
    """The deed `name` of this room comes just after another one."""
    deed = getattr(room, name)

    def late(**values):
        other()
        return deed(**values)

    monkeypatch.setattr(room, name, late)


@pytest.fixture
def draft(cast):
    return telling.start_draft(by=cast.resident, community=cast.community)


def write(browse, story, quiet=False):
    values = {"text": WORDS, "language": "nl", "relation": "live", "later": "1"}
    headers = {"Accept": "application/json"} if quiet else {}
    return browse("resident").post(f"/vertellen/{story.uuid}/", values, headers=headers)


@pytest.mark.parametrize("quiet", [True, False])
def test_what_is_written_while_the_draft_is_erased_is_handed_back(cast, browse, draft, monkeypatch, quiet):
    first_the_other(monkeypatch, telling, "save_draft", lambda: telling.erase(by=cast.resident, story=draft))
    answer = write(browse, draft, quiet)
    assert answer.status_code == 409
    assert quiet or WORDS in answer.content.decode()
    assert not quiet or answer.json()["saved"] is False


@pytest.mark.parametrize("quiet", [True, False])
def test_what_is_written_while_another_page_shares_it_is_handed_back(cast, browse, draft, monkeypatch, quiet):
    telling.save_draft(by=cast.resident, story=draft, values={"text": "Af."})

    def share():
        telling.tell(by=cast.resident, story=type(draft).objects.get(pk=draft.pk), permission=permission(2))

    first_the_other(monkeypatch, telling, "save_draft", share)
    answer = write(browse, draft, quiet)
    assert answer.status_code == 409
    assert quiet or WORDS in answer.content.decode()


RECOGNISED = {"words": WORDS, "pseudonym": "", "reach": "2"}


def test_two_taps_at_once_say_it_once(cast, browse, monkeypatch):
    story = told(cast.community, cast.host, 2)
    first = {"by": cast.resident, "story": story, "words": "Eerst.", "pseudonym": "", "reach": 2}
    deed = responses_actions.recognise
    first_the_other(monkeypatch, responses_actions, "recognise", lambda: deed(**first))
    assert browse("resident").post(f"/verhaal/{story.uuid}/ook-mijn/", RECOGNISED).status_code == 302
    assert Recognition.objects.get().words == WORDS


def test_what_somebody_recognises_in_a_story_that_was_just_erased_stays_on_the_page(
    cast, browse, monkeypatch
):
    story = told(cast.community, cast.host, 2)
    first_the_other(
        monkeypatch, responses_actions, "recognise", lambda: telling.erase(by=cast.host, story=story)
    )
    answer = browse("resident").post(f"/verhaal/{story.uuid}/ook-mijn/", RECOGNISED)
    assert answer.status_code == 409
    assert WORDS in answer.content.decode()
    assert "Iemand was je net voor" in answer.content.decode()


def test_a_row_that_is_there_already_is_no_error_of_ours(cast, browse, monkeypatch):
    """SQLite lets nobody wait; PostgreSQL may refuse the second row only when it is written."""
    story = told(cast.community, cast.host, 2)

    def refused():
        raise IntegrityError

    first_the_other(monkeypatch, responses_actions, "recognise", refused)
    answer = browse("resident").post(f"/verhaal/{story.uuid}/ook-mijn/", RECOGNISED)
    assert answer.status_code == 409
    assert WORDS in answer.content.decode()


@pytest.fixture
def waiting(cast, client, begun):
    story, _code = begun
    client.post(f"/vertellen/{story.uuid}/", {"language": "nl", "relation": "live", "text": WORDS})
    client.post(f"/vertellen/{story.uuid}/delen/", {"young": "no", "reach": "2"})
    story.refresh_from_db()
    return story


def test_one_lets_a_story_in_while_another_turns_it_away(cast, browse, waiting, monkeypatch):
    other = keyless_actions.turn_away
    first_the_other(
        monkeypatch, keyless_actions, "release_story", lambda: other(by=cast.builder, story=waiting)
    )
    answer = browse("host").post(f"/verhaal/{waiting.uuid}/binnen/", {"seen": waiting.text_hash}, follow=True)
    assert "net voor jou" in answer.content.decode()
    assert StoryKey.objects.get().let_in_at is None


def test_one_turns_a_story_away_while_another_lets_it_in(cast, browse, waiting, monkeypatch):
    other, seen = keyless_actions.release_story, waiting.text_hash
    first_the_other(
        monkeypatch,
        keyless_actions,
        "turn_away",
        lambda: other(by=cast.builder, story=waiting, seen=seen),
    )
    answer = browse("host").post(f"/verhaal/{waiting.uuid}/niet-hier/", follow=True)
    assert "net voor jou" in answer.content.decode()
    assert StoryKey.objects.get().turned_away_at is None


def test_a_story_that_is_erased_while_somebody_lets_it_in_is_said_to_be_gone(
    cast, browse, waiting, monkeypatch
):
    first_the_other(
        monkeypatch, keyless_actions, "release_story", lambda: telling.erase(by=None, story=waiting)
    )
    answer = browse("host").post(f"/verhaal/{waiting.uuid}/binnen/", {"seen": waiting.text_hash}, follow=True)
    assert answer.status_code == 200
    assert "Iemand was je net voor" in answer.content.decode()
