"""What must always hold: each rule is broken by hand once, and is seen, by key and without a word."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from communities.models import GroupMember, Membership, Notice, Silence
from config.invariants import RULES, broken
from stories.actions import erase, start_changing
from stories.models import Consent, Quote, Story
from tests.factories import communities as make
from tests.factories import stories as tell
from trajectories.models import Signal


@pytest.fixture
def story(cast):
    # The cast keeps one part on purpose that nobody ended of somebody who left.
    cast.former.group_roles.all().delete()
    cast.story = tell.told(cast.community, cast.resident, 4, text="Kanarie tekst over de bank")
    assert broken() == {}
    return cast.story


def words_change(cast):
    Story.objects.filter(pk=cast.story.pk).update(text="Kanarie heel andere woorden")
    return "hash_is_of_the_text", cast.story.pk


def consent_gets_another_text(cast):
    Consent.objects.update(text_hash="x")
    return "consent_is_for_this_text", Consent.objects.get().pk


def story_becomes_a_draft_again(cast):
    Story.objects.filter(pk=cast.story.pk).update(state="draft")
    return "consent_is_for_a_told_story", Consent.objects.get().pk


def tombstone_gets_a_writer(cast):
    erase(by=cast.resident, story=cast.story)
    Story.objects.update(written_by=cast.builder)
    return "erased_story_has_nothing", Story.objects.get().pk


def draft_moves_to_somebody_else(cast):
    copy = start_changing(by=cast.resident, story=cast.story)
    Story.objects.filter(pk=copy.pk).update(teller=cast.host)
    return "draft_copy_is_of_the_same_teller", copy.pk


def quote_runs_past_the_end(cast):
    quote = Quote.objects.create(story=cast.story, start=0, end=4000)
    return "quote_lies_in_its_story", quote.pk


def membership_ends_alone(cast):
    Membership.objects.filter(user=cast.host).update(until=make.days_ago(1))
    return "part_in_a_group_needs_a_membership", GroupMember.objects.get(user=cast.host).pk


def notice_of_a_forgotten_kind(cast):
    notice = Notice.objects.create(person=cast.host, kind="kanarie", about="1")
    return "notice_is_of_a_known_kind", notice.pk


def notice_of_a_silent_kind(cast):
    notice = Notice.objects.create(person=cast.host, kind="let_in", about="1")
    Silence.objects.create(person=cast.host, kind="let_in")
    return "notice_is_not_switched_off", notice.pk


def signal_strays(cast):
    row = Signal.objects.create(community=cast.elsewhere, group=cast.group, title="Kanarie", words="x")
    return "row_is_of_its_group_s_community", f"trajectories.Signal:{row.pk}"


BREAKS = [
    words_change,
    consent_gets_another_text,
    story_becomes_a_draft_again,
    tombstone_gets_a_writer,
    draft_moves_to_somebody_else,
    quote_runs_past_the_end,
    membership_ends_alone,
    notice_of_a_forgotten_kind,
    notice_of_a_silent_kind,
    signal_strays,
]


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda step: step.__name__)
def test_a_rule_broken_by_hand_is_seen_and_no_other(cast, story, break_it):
    rule, key = break_it(cast)
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("check_invariants", stdout=said)
    assert said.getvalue() == f"{rule}: {key}\n"
    assert "kanarie" not in said.getvalue().lower().replace(rule, "")


def test_every_rule_is_broken_once(cast, story):
    assert len({step.__name__ for step in BREAKS}) == len(RULES)


def test_the_example_town_keeps_every_rule(db):
    call_command("plant_example", stdout=StringIO())
    assert broken() == {}
