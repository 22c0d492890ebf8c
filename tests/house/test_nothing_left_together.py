"""What people understood together and what was counted together hold no word of a story that is gone.

An interpretation is of who gave it: it stays, signed by role. What it may never hold is the story itself.
"""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.models import Snapshot
from communities.rights.disclosure import mark
from communities.site.dates import last_quarter, today
from stories.answers import actions
from stories.answers.actions import PATTERN, lists_of
from stories.meaning.actions import together
from stories.models import Interpretation, Observation, StoryRef
from stories.telling.actions import telling
from stories.telling.models.story import StoryQuerySet
from tests.house.test_forgetting import whole_database
from tests.house.test_nothing_left import TOKENS, WORD, WRITTEN_BY_OTHERS, met, used  # noqa: F401

GROUND, MEANING, NOTICED = "kanarie931grond", "kanarie932uitleg", "kanarie933waarneming"
FEW = ["host", "visitor"]
OF_OTHERS = {MEANING, NOTICED}
SPRING = timezone.now() + timedelta(days=200)


@pytest.fixture
def noticed(cast, used):  # noqa: F811
    """An observation that rests on the story, with what two parties read in it, agreed for everyone."""
    row = Observation.objects.create(
        community=cast.community, words=NOTICED, reach=4, approved_on=today(), written_by=cast.host
    )
    StoryRef.objects.create(story=used, observation=row, why=GROUND)
    for person in (cast.participant, cast.official):
        together.interpret(by=person, observation=row, words=f"{MEANING}, says {person.display_name}.")
    return row


def test_an_interpretation_stays_when_the_story_is_taken_back_and_nobody_meets_the_story_in_it(
    cast,
    browse,
    used,  # noqa: F811
    noticed,
):
    assert met(cast, browse, FEW) >= {GROUND, *OF_OTHERS}
    telling.withdraw(by=cast.resident, story=used)
    assert met(cast, browse, FEW) - WRITTEN_BY_OTHERS == OF_OTHERS


def test_after_erasing_what_others_understood_is_all_that_is_left_in_the_database(cast, used, noticed):  # noqa: F811
    telling.erase(by=cast.resident, story=used)
    assert set(WORD.findall(whole_database())) == OF_OTHERS
    assert Interpretation.objects.count() == 2


def test_an_interpretation_cannot_hold_a_piece_of_the_story(cast, noticed, used, monkeypatch):  # noqa: F811
    used.text = "One two three four five six seven eight nine ten eleven twelve."
    used.save()
    with pytest.raises(ValidationError):
        together.interpret(by=cast.host, observation=noticed, words=used.text)
    monkeypatch.setattr("stories.meaning.actions.together.refuse_copies", lambda words, stories: None)
    together.interpret(by=cast.host, observation=noticed, words=used.text)
    assert used.text in whole_database()


def test_a_snapshot_holds_no_word_that_one_person_answered(cast, used):  # noqa: F811
    with time_machine.travel(SPRING, tick=False):
        actions.count_patterns()
    assert Snapshot.objects.filter(what=PATTERN).exists()
    kept = [f"{row.key} {row.counts} {row.marks}" for row in Snapshot.objects.all()]
    assert WORD.findall(" ".join(kept)) == []
    telling.erase(by=cast.resident, story=used)
    assert TOKENS & set(WORD.findall(whole_database())) == set()


def _counted(cast, story):
    """Whether the next snapshot would count this teller."""
    with time_machine.travel(SPRING, tick=False):
        lists = lists_of(story.call, last_quarter(today()))
    own = mark(PATTERN, cast.community.pk, f"user {cast.resident.pk}")
    return any(own in answers for answers, _categories in lists.values())


@pytest.mark.parametrize("deed", ["withdraw", "erase"])
def test_the_next_snapshot_does_not_count_a_story_that_is_gone(cast, used, deed, monkeypatch):  # noqa: F811
    assert _counted(cast, used)
    getattr(telling, deed)(by=cast.resident, story=used)
    assert not _counted(cast, used)


def test_the_proof_fails_when_counting_asks_no_leave(cast, used, monkeypatch):  # noqa: F811
    monkeypatch.setattr(StoryQuerySet, "counting", lambda rows: rows.told())
    telling.withdraw(by=cast.resident, story=used)
    assert _counted(cast, used)
