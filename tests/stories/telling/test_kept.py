"""What a story's row keeps of its consent: empty means nobody, and nothing wider than the rows ever lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from communities.models import Report
from communities.moderation.actions import agree_aside, lift_aside, propose_aside
from config.website.invariants.rules import broken
from stories.models import Story
from stories.telling.actions.telling import change_reach, erase, withdraw
from stories.telling.derived import astray, narrow
from stories.telling.models.kinds import KEPT
from tests.factories.stories import allow, told
from tests.stories.telling.test_telling import permission

pytestmark = pytest.mark.django_db
EMPTY = {"reach": None, "until": None, "consented_hash": "", "let_in_hash": ""}


def tamper(story, **values):
    Story.objects.filter(pk=story.pk).update(**values)


def readers_of(cast, story, names=("visitor", "neighbour", "builder", "official", "resident")):
    return {
        name for name in names if Story.objects.visible_to(cast.reader(name)).filter(pk=story.pk).exists()
    }


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_column_means_that_only_the_teller_reads_it(cast, name):
    story = told(cast.community, cast.resident, 4)
    assert readers_of(cast, story) > {"resident", "visitor"}
    tamper(story, **{name: EMPTY[name]})
    assert astray().get() == story
    assert readers_of(cast, story) == {"resident"}


WIDER = {
    "reach": 4,
    "until": datetime(2999, 1, 1, tzinfo=UTC),
    "may_quote": True,
    "may_count": True,
    "may_teach": True,
    "consented_hash": "another text",
    "let_in_hash": "another text",
    "aside_until": datetime(2999, 1, 1, tzinfo=UTC),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_was_written_past_the_deeds_is_named_and_narrowed_at_night(cast, name):
    """The proof fails when `narrow` takes what the column says, or when a column is left out of it."""
    story = told(cast.community, cast.resident, 2)
    allow(story, may_quote=False)
    tamper(story, **{name: WIDER[name]})
    assert broken()["kept_columns_say_what_the_rows_say"] == [story.pk]
    call_command("nightly", verbosity=0)
    row, consent = Story.objects.get(pk=story.pk), story.consents.get()
    if name in ("consented_hash", "let_in_hash", "aside_until"):
        assert readers_of(cast, story) == {"resident"}
    else:
        assert not astray().exists() and getattr(row, name) == getattr(consent, name)


def test_what_two_people_set_aside_does_not_come_back_by_a_written_column(cast):
    story = told(cast.community, cast.resident, 4)
    report = Report.objects.create(kind="story", about=story.pk, community=cast.community)
    report.authors.set([cast.resident])
    first = propose_aside(by=cast.host, report=report, reason="No.")
    agree_aside(by=cast.builder, set_aside=first)
    assert readers_of(cast, story) == {"resident"}
    tamper(story, aside_until=None)
    narrow()
    assert readers_of(cast, story) == {"resident"} and not astray().exists()
    lift_aside(by=cast.host, set_aside=first)
    assert "visitor" in readers_of(cast, story)


def test_the_night_opens_nothing_that_the_column_keeps_closed(cast):
    story = told(cast.community, cast.resident, 4)
    tamper(story, reach=1, may_quote=False)
    assert narrow() == 1
    row = Story.objects.get(pk=story.pk)
    assert (row.reach, row.may_quote) == (1, False)
    tamper(story, **EMPTY)
    narrow()
    assert readers_of(cast, story) == {"resident"}


def test_a_story_read_before_its_teller_narrowed_it_brings_the_old_reach_not_back(cast):
    story = told(cast.community, cast.resident, 4)
    old = Story.objects.get(pk=story.pk)
    change_reach(by=cast.resident, story=story, permission=permission(0))
    old.later = "Meanwhile."
    old.save()
    assert Story.objects.get(pk=story.pk).reach == 0 and not astray().exists()


def test_taking_back_and_erasing_leave_nothing_in_the_columns(cast):
    story = told(cast.community, cast.resident, 4)
    withdraw(by=cast.resident, story=story)
    row = Story.objects.get(pk=story.pk)
    assert {name: getattr(row, name) for name in EMPTY} == EMPTY
    erase(by=cast.resident, story=row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.update(reach=4)


def test_a_yes_that_ended_is_judged_while_reading_without_any_job(cast):
    story = told(cast.community, cast.resident, 4)
    past = timezone.now() - timedelta(days=1)
    allow(story, given_at=past - timedelta(days=2), until=past)
    assert Story.objects.get(pk=story.pk).reach == 4 and readers_of(cast, story) == {"resident"}
