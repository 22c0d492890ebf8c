"""Patterns give nobody away: attacks on everything that a call publishes, at once and over time (P10).

The attacker knows the rule and every page. Small worlds are searched to the end; a deliberately broken setting
must let the attack succeed, or the search proves nothing.
"""

from datetime import date, timedelta
from itertools import product

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from communities.models import Snapshot
from communities.moderation import actions as moderation_actions
from communities.rights import disclosure
from communities.snapshots.actions import take_snapshot, take_snapshots_at_once
from stories.answers import actions as answers_actions
from stories.answers.patterns import patterns_of
from stories.keyless import actions as keyless_actions
from stories.models import Question, StoryAnswer
from stories.telling.actions import telling
from tests.factories import communities
from tests.factories.stories import a_call, told

K = 5
KINDS = {"a": ("x", "y"), "b": ("p", "q")}
Q1, Q2, Q3 = date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture(autouse=True)
def five(settings):
    settings.SMALL_NUMBER = K


def _cells(world, skipping, publish):
    """Both lists of a call: `world` counts people by (answer to a, answer to b); "" means skipped."""
    people = [pair for pair, n in world.items() for _n in range(n)]
    lists = {}
    for place, (name, choices) in enumerate(KINDS.items()):
        answers = {number: pair[place] for number, pair in enumerate(people) if pair[place] or skipping}
        answers = {number: said or "none" for number, said in answers.items()}
        lists[name] = answers, [*choices, "none"] if skipping else choices
    return {name: disclosure.numbers(cells) for name, cells in publish(lists).items()}


def _each_alone(lists):
    """A broken way: every list decides for itself whether it is shown."""
    return {name: disclosure.cells(*each) for name, each in lists.items()}


PAIRS = [("x", "p"), ("x", ""), ("y", "p"), ("y", "")]
AT_MOST = 14


def _found_out(skipping=True, publish=disclosure.beside):
    """Search every world of at most fourteen people: which small count is the same in all that look like this?"""
    seen = {}
    for numbers in product(range(AT_MOST + 1), repeat=len(PAIRS)):
        if sum(numbers) <= AT_MOST:
            shown = str(_cells(dict(zip(PAIRS, numbers, strict=True)), skipping, publish))
            xp, x, yp, y = numbers
            seen.setdefault(shown, []).append((xp + x, yp + y, xp + yp, x + y))
    return [
        shown
        for shown, worlds in seen.items()
        for place in range(len(PAIRS))
        if len({counts[place] for counts in worlds}) == 1 and 0 < worlds[0][place] < K
    ]


def test_what_a_call_publishes_at_once_gives_no_small_count_away():
    assert _found_out() == []


def test_a_list_that_alone_stays_away_says_how_it_is_filled():
    assert _found_out(publish=_each_alone) != []


def test_lists_about_different_people_give_away_how_many_skipped():
    assert _found_out(skipping=False) != []


def test_without_a_smallest_number_it_simply_stands_there(settings):
    settings.SMALL_NUMBER = 1
    assert _found_out() != []


# Looking twice, across the lists of one call.


def _signs(community, people):
    return {disclosure.mark("pattern", community.pk, f"user {n}"): said for n, said in people.items()}


def _differences():
    """Every total of one list minus every total of another, at any two moments."""
    totals = [sum(row.counts.values()) for row in Snapshot.objects.all() if row.counts]
    return {abs(one - other) for one in totals for other in totals}


def _live_through(community, publish):
    """Five come in and three change their mind about a, so that a has to wait; then one more comes in."""
    first = dict.fromkeys(range(20), "x")
    turned = {n: "x" if n < 17 else "y" for n in range(25)}
    later = dict.fromkeys(range(26), "x")
    for quarter, people in ((Q1, first), (Q2, turned), (Q3, later)):
        same = {n: "p" for n in people}
        publish(community, quarter, {"a": people, "b": same})


def _together(community, quarter, lists):
    kinds = {name: (_signs(community, people), [*KINDS[name], "none"]) for name, people in lists.items()}
    take_snapshots_at_once(what="pattern", community=community, quarter=quarter, lists=kinds)


def _apart(community, quarter, lists):
    for name, people in lists.items():
        signs, kinds = _signs(community, people), [*KINDS[name], "none"]
        take_snapshot(
            what="pattern", community=community, quarter=quarter, answers=signs, categories=kinds, key=name
        )


def test_lists_of_a_call_move_together_so_that_no_newcomer_is_seen_between_them(cast):
    _live_through(cast.community, _together)
    assert [n for n in _differences() if 0 < n < K] == []


def test_lists_that_move_apart_show_one_newcomer(cast):
    _live_through(cast.community, _apart)
    assert [n for n in _differences() if 0 < n < K] != []


# The real thing: people tell, answer, and take back.


def _call_with(cast, number):
    call = a_call(cast.community, [cast.resident], opened_on=date(2026, 1, 5))
    question = Question.objects.create(call=call, kind="choice", text="What about?", ends=["home", "money"])
    stories = []
    for n in range(number):
        story = told(cast.community, communities.UserFactory(), 4, count=True, call=call)
        StoryAnswer.objects.create(story=story, question=question, value=n % 2)
        stories.append(story)
    call.stories.update(told_on=date(2026, 1, 9))
    return call, question, stories


def _shown(call):
    return [row.counts for row in Snapshot.objects.filter(what="pattern").order_by("quarter")]


def test_below_the_smallest_number_nothing_is_drawn_and_the_page_says_so(cast, browse):
    call, question, _stories = _call_with(cast, 4)
    answers_actions.count_patterns(date(2026, 4, 2))
    page = browse("visitor").get(reverse("patterns", args=[call.pk])).content.decode()
    assert "Er is te weinig om iets te tekenen." in page
    assert "<rect" not in page
    assert patterns_of(call, [question], cast.reader("visitor"))[0].rows == []


def test_a_pattern_counts_people_and_only_who_allowed_it(cast):
    call, question, stories = _call_with(cast, 12)
    again = told(cast.community, stories[0].teller, 4, count=True, call=call)
    StoryAnswer.objects.create(story=again, question=question, value=0)
    no = told(cast.community, communities.UserFactory(), 4, call=call)
    StoryAnswer.objects.create(story=no, question=question, value=0)
    call.stories.update(told_on=date(2026, 1, 9))
    telling.withdraw(by=stories[1].teller, story=stories[1])
    answers_actions.count_patterns(date(2026, 4, 2))
    assert _shown(call) == [{"0": 6, "1": 5}]


def test_one_who_takes_back_is_never_seen_as_one_less(cast):
    call, _question, stories = _call_with(cast, 14)
    answers_actions.count_patterns(date(2026, 4, 2))
    telling.withdraw(by=stories[0].teller, story=stories[0])
    answers_actions.count_patterns(date(2026, 7, 2))
    assert _shown(call) == [{"0": 7, "1": 7}] * 2
    for story in stories[1:7]:
        telling.withdraw(by=story.teller, story=story)
    answers_actions.count_patterns(date(2026, 10, 2))
    assert _shown(call)[-1] == {"overig": 7}


def _set_aside(cast, story):
    """Two people set it aside, as on the site; it holds for two weeks."""
    about = {"kind": "story", "about": story.pk, "community": cast.community}
    said = {"authors": [story.teller], "category": "hurts", "words": "No.", "browser": f"b{story.pk}"}
    made = moderation_actions.propose_aside(
        by=cast.host, report=moderation_actions.report(by=None, **about, **said), reason="No."
    )
    return moderation_actions.agree_aside(by=cast.builder, set_aside=made)


def _aside_and_back(cast, number):
    """Counted; then this many stories are set aside while it is counted; then they come back."""
    call, _question, stories = _call_with(cast, 20)
    answers_actions.count_patterns(date(2026, 4, 2))
    with time_machine.travel(date(2026, 7, 2)):
        aside = [_set_aside(cast, story) for story in stories[:number]]
        answers_actions.count_patterns()
        for row in aside:
            moderation_actions.lift_aside(by=cast.host, set_aside=row)
    with time_machine.travel(date(2026, 10, 2)):
        answers_actions.count_patterns()
    return _shown(call)


def test_a_story_set_aside_does_not_count_for_as_long_as_it_is_away(cast):
    assert _aside_and_back(cast, 11) == [{"0": 10, "1": 10}, {"overig": 9}, {"0": 10, "1": 10}]


@pytest.mark.parametrize("number", [1, 4])
def test_a_few_set_aside_are_never_seen_as_less_nor_as_more_when_they_come_back(cast, number):
    assert _aside_and_back(cast, number) == [{"0": 10, "1": 10}] * 3


def test_without_the_rule_of_looking_twice_one_set_aside_would_be_seen(cast, monkeypatch):
    monkeypatch.setattr(disclosure, "may_follow", lambda before, after: True)
    first, second, _third = _aside_and_back(cast, 1)
    assert sum(first.values()) - sum(second.values()) == 1


def test_a_story_nobody_let_in_does_not_count_so_that_nobody_fills_a_list_with_made_up_people(cast):
    call, question, _stories = _call_with(cast, 4)
    for _number in range(6):
        story, _receipt, _code = keyless_actions.tell_alone(by=None, community=cast.community, call=call)
        telling.save_draft(by=None, story=story, values={"text": "Made up."})
        yes = {"reach": 4, "may_quote": False, "may_count": True, "may_teach": False}
        story = telling.tell(by=None, story=story, permission=yes)
        StoryAnswer.objects.create(story=story, question=question, value=0)
    call.stories.update(told_on=date(2026, 1, 9))
    answers_actions.count_patterns(date(2026, 4, 2))
    assert _shown(call) == [{}]
    for story in call.stories.filter(receipt__isnull=False):
        keyless_actions.release_story(by=cast.resident, story=story, seen=story.text_hash)
    answers_actions.count_patterns(date(2026, 7, 2))
    assert _shown(call)[-1] != {}


def test_what_is_read_is_the_snapshot_and_not_the_answers(cast, browse):
    call, _question, _stories = _call_with(cast, 14)
    answers_actions.count_patterns(date(2026, 4, 2))
    before = browse("visitor").get(reverse("patterns", args=[call.pk])).content
    StoryAnswer.objects.all().delete()
    assert browse("visitor").get(reverse("patterns", args=[call.pk])).content == before


def test_counting_again_on_the_same_night_changes_nothing(cast):
    call, _question, _stories = _call_with(cast, 14)
    answers_actions.count_patterns(date(2026, 4, 2))
    answers_actions.count_patterns(date(2026, 4, 3))
    assert len(_shown(call)) == 1


def test_a_pattern_links_to_the_stories_a_reader_may_read(cast, browse):
    call, _question, _stories = _call_with(cast, 6)
    near = told(cast.community, cast.resident, 2, call=call)
    address = near.get_absolute_url()
    page = reverse("patterns", args=[call.pk])
    assert address in browse("host").get(page).content.decode()
    assert address not in browse("official").get(page).content.decode()


@pytest.mark.parametrize("people", [6, 40])
def test_the_page_asks_as_many_questions_for_many_answers(cast, browse, people, django_assert_num_queries):
    call, _question, _stories = _call_with(cast, people)
    with time_machine.travel(date(2026, 4, 2)):
        answers_actions.count_patterns()
    reader = browse("resident")
    reader.get(reverse("patterns", args=[call.pk]))
    with django_assert_num_queries(7):
        reader.get(reverse("patterns", args=[call.pk]))


def test_a_word_of_a_teller_is_never_taken_for_a_word_of_ours(cast):
    """ "Overig" and "none" are words that people say; the night goes on, and they stand there as words."""
    call = a_call(cast.community, [cast.host], opened_on=date(2026, 1, 1))
    question = Question.objects.create(call=call, kind="word", text="Which word?")
    for word in ("Overig", "none", "lamp"):
        for _n in range(K):
            story = told(cast.community, communities.UserFactory(), 4, count=True, call=call)
            StoryAnswer.objects.create(story=story, question=question, value=word)
    later = timezone.localdate() + timedelta(days=120)
    answers_actions.count_patterns(now=later)
    (pattern,) = patterns_of(call, [question], cast.reader("visitor"))
    assert {words: number for words, number in pattern.rows if number} == {"overig": K, "none": K, "lamp": K}
