"""Everybody walks through the whole site; what they find equals what an independent oracle says."""

import re

import pytest

from stories.models import Story
from stories.telling.models.story import StoryQuerySet
from tests.access import LOGGED_IN
from tests.house import walk

READERS = [*LOGGED_IN, "visitor"]
# Whoever holds such an address is told what it is about: a personal calendar, the code on a poster.
ADDRESS_IS_A_KEY = {"my_agenda_file", "scanned"}


def found_by(walked, name):
    """(the tokens on every page this reader opens, those on pages this reader comes to by links)."""
    mine = {at: answer.tokens for (who, at), answer in walked.answers.items() if who == name}
    shown = walked.shown_to(name)
    anywhere = set().union(
        *(tokens for at, tokens in mine.items() if walk.route_of(at) not in ADDRESS_IS_A_KEY)
    )
    return anywhere, set().union(*(tokens for at, tokens in mine.items() if at in shown))


def _kept_by_an_administrator(token):
    """Names and mail addresses stand in the back office, no words do."""
    return re.match(r"kanarie\d{3}(naam|mail)", token)


def test_every_reader_of_the_cast_is_judged(passed):
    assert set(READERS) == set(passed.walked.readers)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_finds_exactly_what_the_oracle_says(name, passed):
    """Nothing that is not theirs on any page of the site, linked or not; all that is theirs by following links."""
    anywhere, by_links = found_by(passed.walked, name)
    if name == "administrator":
        anywhere = {token for token in anywhere if not _kept_by_an_administrator(token)}
    assert anywhere - passed.expected[name] == set(), "read what was not theirs"
    assert passed.owed[name] - by_links == set(), "could not find what was theirs"


def test_the_host_s_name_is_found_by_whom_they_said_yes_to_and_gone_when_taken_back(passed):
    named, everybody = passed.walked.named, set(passed.walked.readers)
    # An administrator keeps the accounts; the host reads their own name.
    always = {"host", "administrator"}
    assert set(named["everyone"]) == everybody
    assert set(named["community"]) == {"resident", "participant", "builder", "host_of_two"} | always
    assert {name: on for name, on in named["role"].items() if name not in always} == {}


def test_looking_with_the_municipality_s_eyes_shows_nothing_an_official_could_not_read(here, cast):
    address = cast.community.get_absolute_url() + "?ogen=gemeente"
    tokens = walk.ask(walk.client_of(cast.host), address).tokens
    assert [token for token in tokens if not here.canaries[token].hears("official")] == []


def test_the_proof_fails_when_a_rule_lets_everybody_read(here, monkeypatch):
    addresses = [Story.objects.get(title__contains="reik2titel").get_absolute_url()]
    part = walk.part_of_the_pass(here, ["visitor"], addresses)
    assert found_by(part, "visitor")[0] - here.expected("visitor") == set()
    monkeypatch.setattr(StoryQuerySet, "visible_to", lambda rows, reader: rows)
    part = walk.part_of_the_pass(here, ["visitor"], addresses)
    assert found_by(part, "visitor")[0] - here.expected("visitor") != set()
