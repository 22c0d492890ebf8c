"""What must always hold: each rule is broken by hand once, and is seen, by key and without a word."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from communities.models import GroupMember, Membership, Notice, Silence
from config.website.invariants.rules import broken, rules
from stories.citing.actions import cite
from stories.keyless.actions import give_story_key
from stories.models import (
    ChangeRound,
    Choice,
    Consent,
    Interpretation,
    Observation,
    PanelMember,
    Question,
    Quote,
    ReadingSession,
    Recognition,
    ReportPart,
    Story,
    StoryAnswer,
    StoryKey,
    StoryLesson,
    StoryMedia,
    StoryRef,
    StoryReport,
    Suggestion,
)
from stories.paper.actions import print_sheets
from stories.telling.actions.telling import erase, start_changing, start_draft
from stories.telling.derived import derive
from tests.factories import communities, stories
from tests.factories.stories import allow
from trajectories.models import Signal, Theme


@pytest.fixture
def story(cast):
    # The cast keeps one part on purpose that nobody ended of somebody who left.
    cast.former.group_roles.all().delete()
    cast.story = stories.told(cast.community, cast.resident, 4, text="Kanarie tekst over de bank")
    assert broken() == {}
    return cast.story


def words_change(cast):
    Story.objects.filter(pk=cast.story.pk).update(text="Kanarie heel andere woorden")
    return "hash_is_of_the_text", cast.story.pk


def consent_gets_another_text(cast):
    allow(cast.story, text_hash="x")
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
    Membership.objects.filter(user=cast.host).update(until=communities.days_ago(1))
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


def cited_story_becomes_a_draft(cast):
    quote, here = Quote.objects.create(story=cast.story, start=0, end=7), {"community": cast.community}
    dark = Theme.objects.create(**here, group=cast.group, words="Dark")
    cited = cite(by=cast.host, quote=quote, theme=dark)
    allow(cast.story, ended_at=timezone.now())
    Story.objects.filter(pk=cast.story.pk).update(state="draft")
    return "cited_quote_is_of_a_told_story", cited.pk


def somebody_lets_in_no_text(cast):
    give_story_key(by=None, story=stories.told(cast.community, None, 0, written_by=cast.builder))
    StoryKey.objects.update(let_in_hash="", let_in_by=cast.host)
    derive(Story.objects.all())
    return "letting_in_is_whole", StoryKey.objects.get().pk


def paper_is_let_in_before_its_story(cast):
    call = stories.a_call(cast.community, [cast.host])
    ((receipt, _code),) = print_sheets(by=cast.host, call=call, number=1)
    StoryKey.objects.update(let_in_hash="x", let_in_at=timezone.now())
    return "letting_in_is_whole", receipt.pk


def answer_moves_to_another_call(cast):
    call, other = (stories.a_call(cast.community, [cast.host]) for _n in range(2))
    Story.objects.filter(pk=cast.story.pk).update(call=call)
    question = Question.objects.create(call=other, kind="word", text="Which?")
    row = StoryAnswer.objects.create(story=cast.story, question=question, value="x")
    return "answer_is_to_the_call_of_its_story", row.pk


def answer_has_no_call(cast):
    question = Question.objects.create(
        call=stories.a_call(cast.community, [cast.host]), kind="word", text="Which?"
    )
    row = StoryAnswer.objects.create(story=cast.story, question=question, value="x")
    return "answer_is_to_the_call_of_its_story", row.pk


def row_of_a_story_says_more_than_its_consent(cast):
    allow(cast.story, reach=2)
    Story.objects.filter(pk=cast.story.pk).update(reach=4)
    return "kept_columns_say_what_the_rows_say", cast.story.pk


def child_reaches_everybody(cast):
    day = {"guardian_yes_on": cast.story.told_on, "child_yes_on": cast.story.told_on}
    Story.objects.filter(pk=cast.story.pk).update(young=True, **day)
    return "young_teller_stays_in_the_group", Consent.objects.get().pk


def child_waits_to_reach_everybody(cast):
    child_reaches_everybody(cast)
    allow(cast.story, reach=1, asked=4)
    return "young_teller_stays_in_the_group", Consent.objects.get().pk


def _made(cast, model, **values):
    return model.objects.create(community=cast.community, **values)


def story_lies_elsewhere(cast):
    there = ReadingSession.objects.create(community=cast.elsewhere)
    ref = StoryRef.objects.create(story=cast.story, session=there)
    return "story_lies_where_it_was_told", f"stories.StoryRef:{ref.pk}"


def story_of_a_report_is_elsewhere(cast):
    there = StoryReport.objects.create(community=cast.elsewhere, title="Dark")
    part = ReportPart.objects.create(report=there, story=cast.story)
    return "story_lies_where_it_was_told", f"stories.ReportPart:{part.pk}"


def lesson_is_of_a_draft(cast):
    draft = start_draft(by=cast.resident, community=cast.community)
    row = _made(cast, StoryLesson, story=draft, words="Wait.")
    return "story_lies_where_it_was_told", f"stories.StoryLesson:{row.pk}"


def observation_loses_its_resident(cast):
    row = _made(cast, Observation, words="Quiet.", approved_on=cast.story.told_on)
    for party in ("builder", "official"):
        Interpretation.objects.create(observation=row, party=party, words="Much.")
    return "published_observation_has_two_sides", row.pk


def observation_has_residents_alone(cast):
    row = _made(cast, Observation, words="Quiet.", approved_on=cast.story.told_on)
    Interpretation.objects.create(observation=row, party="resident", words="Much.")
    return "published_observation_has_two_sides", row.pk


def _choice_by(cast, **parties):
    day = cast.story.told_on
    round_ = _made(cast, ChangeRound, title="Spring", begins_on=day, ends_on=day)
    for party, number in parties.items():
        for _n in range(number):
            PanelMember.objects.create(round=round_, party=party, since=communities.days_ago(3))
    return Choice.objects.create(round=round_, domain=0, story=cast.story, reason="Lasts.", on=day)


def panel_has_too_few_residents(cast):
    choice = _choice_by(cast, resident=1, builder=2)
    return "choice_was_made_with_residents", choice.pk


def panel_is_empty(cast):
    return "choice_was_made_with_residents", _choice_by(cast).pk


def tombstone_keeps_what_hung_on_it(hang):
    """Every kind of row that hangs on a story, on one that was erased."""

    def break_it(cast):
        erase(by=cast.resident, story=cast.story)
        story = Story.objects.get()
        hang(cast, story)
        return "erased_story_has_nothing", story.pk

    break_it.__name__ = hang.__name__
    return break_it


def receipt_is_left(cast, story):
    StoryKey.objects.create(story=story, digest="x")


def answer_is_left(cast, story):
    call = stories.a_call(cast.community, [cast.host])
    Story.objects.filter(pk=story.pk).update(call=call)
    question = Question.objects.create(call=call, kind="word", text="Which?")
    StoryAnswer.objects.create(story=story, question=question, value="x")


def suggestion_is_left(cast, story):
    Suggestion.objects.create(story=story, words="x")


def picture_is_left(cast, story):
    StoryMedia.objects.create(story=story, kind="picture", file="verhaal/x.jpg")


def recognition_is_left(cast, story):
    soon = timezone.now() + timedelta(days=9)
    Recognition.objects.create(story=story, by=cast.host, words="x", reach=4, until=soon)


HANG = [receipt_is_left, answer_is_left, suggestion_is_left, picture_is_left, recognition_is_left]


def test_a_choice_of_a_panel_with_half_residents_holds_also_when_they_left_later(cast, story):
    _choice_by(cast, resident=1, builder=1)
    PanelMember.objects.filter(party="resident").update(until=cast.story.told_on)
    assert broken() == {}


BREAKS = [
    cited_story_becomes_a_draft,
    somebody_lets_in_no_text,
    paper_is_let_in_before_its_story,
    answer_moves_to_another_call,
    answer_has_no_call,
    row_of_a_story_says_more_than_its_consent,
    child_reaches_everybody,
    child_waits_to_reach_everybody,
    story_lies_elsewhere,
    story_of_a_report_is_elsewhere,
    lesson_is_of_a_draft,
    observation_loses_its_resident,
    observation_has_residents_alone,
    panel_has_too_few_residents,
    panel_is_empty,
    *map(tombstone_keeps_what_hung_on_it, HANG),
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


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.__name__)
def test_every_rule_is_broken_by_a_step(rule):
    ways = [step.__code__.co_consts for step in BREAKS]
    assert any(rule.__name__ in str(constants) for constants in ways)


def test_the_example_town_keeps_every_rule(db):
    call_command("plant_example", stdout=StringIO())
    assert broken() == {}
