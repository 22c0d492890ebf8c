"""Without an account, or through a listener, or younger than 16: who reads a story is what a small oracle says."""

import os

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stories.keyless import actions as keyless_actions
from stories.listening import actions as listening_actions
from stories.telling.actions import telling
from stories.telling.models.story import StoryQuerySet
from tests.stories.keyless.machine_alone import STEP, World, run
from tests.stories.telling.machine import lives

RUNS, STEPS = int(os.environ.get("STORY_RUNS", "20")) // 3, 25
CODE = [("write", "code"), ("share", ("code", 4, False))]
LISTENER = [("write", "writer"), ("read_back", 0), ("share", ("writer", 2, False))]
BEGIN = {"code": CODE, "writer": LISTENER}


class TestWithoutAnAccount(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.town = World()

    @lives(RUNS)
    @given(
        st.sampled_from(["code", "writer"]),
        st.lists(STEP, min_size=STEPS, max_size=STEPS),
        st.integers(min_value=0, max_value=44),
    )
    def test_who_reads_and_who_may_what_is_what_the_oracle_says_after_every_step(self, begun, steps, place):
        run(begun, [*BEGIN[begun], *steps], world=self.town, place=place)


LIVES = {
    "told alone it waits, and is let in": ("code", [*CODE, ("let_in", 0)], {"member", "visitor"}, set()),
    "not let in nobody reads it": ("code", CODE, set(), {"member", "host", "visitor"}),
    "turned away nobody reads it": ("code", [*CODE, ("turn_away", 0), ("let_in", 0)], set(), {"member"}),
    "a changed text waits again": ("code", [*CODE, ("let_in", 0), *CODE], set(), {"member", "visitor"}),
    "closed it opens for nobody": ("code", [*CODE, ("close", 0)], set(), {"code"}),
    "a witness lets it go further": ("writer", [*LISTENER, ("ask", 4), ("heard", 0)], {"visitor"}, set()),
    "with the code it goes further": (
        "writer",
        [*LISTENER, ("code", 0), ("reach", ("code", 3))],
        {"official"},
        {"visitor"},
    ),
    "of a child no further than the group": (
        "writer",
        [*LISTENER[:2], ("share", ("writer", 1, True)), ("reach", ("writer", 2)), ("ask", 4)],
        {"groupmate"},
        {"member"},
    ),
}


@pytest.mark.parametrize("life", LIVES)
def test_a_life_ends_as_the_words_say(db, life):
    begun, steps, read, hidden = LIVES[life]
    _world, oracle = run(begun, steps)
    assert all(oracle.reads(name) for name in read)
    assert not any(oracle.reads(name) for name in hidden)


def _let_everything_in(_rows):
    return Q(pk__isnull=False)


def _nothing(*_args, **_how):
    return None


def _let_in_for_ever(rows, reader):
    return rows.filter(receipt__isnull=False) | rows.filter(teller=reader.pk)


REWRITTEN = [("write", "writer"), ("read_back", 0), ("share", ("writer", 2, False))]
BROKEN = {
    "what nobody let in is read": (StoryQuerySet, "_bound", _let_everything_in, ("code", CODE)),
    "any code opens any story": (StoryQuerySet, "editable_by", _let_in_for_ever, ("code", CODE)),
    "turning away does nothing": (
        keyless_actions,
        "turn_away",
        keyless_actions.release_story,
        ("code", [*CODE, ("turn_away", 0)]),
    ),
    "taking back with the code does nothing": (
        telling,
        "withdraw",
        _nothing,
        ("code", [*CODE, ("let_in", 0), ("withdraw", "code")]),
    ),
    "a listener widens alone": (
        telling,
        "_refuse_widening",
        _nothing,
        ("writer", [*LISTENER, ("reach", ("writer", 1)), ("reach", ("writer", 2))]),
    ),
    "a listener widens with another text": (
        telling,
        "_refuse_widening",
        _nothing,
        ("writer", [*LISTENER, ("withdraw", "writer"), *REWRITTEN]),
    ),
    "nothing is read back": (
        telling,
        "_check_telling",
        _nothing,
        ("writer", [LISTENER[0], LISTENER[2]]),
    ),
    "a child goes further than the group": (
        telling,
        "_check_telling",
        _nothing,
        ("writer", [*LISTENER[:2], ("share", ("writer", 2, True))]),
    ),
    "a listener is their own witness": (
        listening_actions,
        "confirm_as_witness",
        lambda **how: telling.change_reach(
            by=None,
            story=how["consent"].story,
            permission={"reach": 4, "may_quote": False, "may_count": False, "may_teach": False},
        ),
        ("writer", [*LISTENER, ("ask", 4), ("heard", 0)]),
    ),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_proof_fails_when_a_rule_is_broken(db, monkeypatch, rule):
    where, name, worse, (begun, steps) = BROKEN[rule]
    run(begun, steps)
    monkeypatch.setattr(where, name, worse)
    with pytest.raises((AssertionError, TypeError)):
        run(begun, steps)
