"""What tellers and listeners can do with a story, and what nobody can."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.rights.reader import Reach
from stories.models import Consent, Quote, Story
from stories.telling.actions import telling
from tests.factories.stories import told


def permission(reach, **more):
    return {"reach": reach, "may_quote": False, "may_count": False, "may_teach": False, **more}


def readers(cast, story):
    """Everybody of the cast who may see a story."""
    return {name for name in cast.everyone if Story.objects.visible_to(cast.reader(name)).contains(story)}


MEMBERS = {"resident", "host", "participant", "builder"}
OFFICIALS = {"official", "official_who_lives_here"}


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (0, {"participant"}),
        (1, {"participant", "host", "builder"}),
        (2, MEMBERS),
        (3, MEMBERS | OFFICIALS),
    ],
)
def test_a_story_told_in_a_group_is_read_exactly_as_far_as_its_teller_said(cast, reach, expected):
    story = told(cast.community, cast.participant, reach, group=cast.group)
    assert readers(cast, story) == expected


def test_a_story_for_everyone_is_read_by_visitors_too(cast):
    assert readers(cast, told(cast.community, cast.resident, 4)) == set(cast.everyone)


def test_a_draft_is_seen_by_its_teller_alone(cast):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    assert readers(cast, draft) == {"resident"}


def test_withdrawing_takes_a_story_and_its_quote_away_at_once(cast):
    story = told(cast.community, cast.resident, 4)
    telling.choose_quote(by=cast.resident, story=story, start=0, end=10)
    assert Quote.objects.visible_to(cast.reader("visitor")).count() == 1
    telling.withdraw(by=cast.resident, story=story)
    assert readers(cast, story) == {"resident"}
    assert Quote.objects.visible_to(cast.reader("visitor")).count() == 0


def test_a_changed_text_stays_a_draft_until_it_is_shared_anew(cast, browse):
    story = told(cast.community, cast.resident, 2)
    copy = telling.start_changing(by=cast.resident, story=story)
    telling.save_draft(by=cast.resident, story=copy, values={"text": "Another ending."})
    assert b"Another ending" not in browse("host").get(story.get_absolute_url()).content
    copy.refresh_from_db()
    telling.tell(by=cast.resident, story=copy, permission=permission(2))
    assert b"Another ending" in browse("host").get(story.get_absolute_url()).content
    assert Consent.objects.not_withdrawn().filter(story=story).count() == 1
    assert Story.objects.filter(draft_of=story).count() == 0


def test_a_text_changed_behind_the_teller_s_back_vanishes(cast):
    story = told(cast.community, cast.resident, 4)
    Story.objects.filter(pk=story.pk).update(text_hash="something else")
    assert readers(cast, story) == {"resident"}


def test_a_consent_narrows_by_itself_after_two_years(cast):
    alone = told(cast.community, cast.resident, 4)
    in_group = told(cast.community, cast.participant, 4, group=cast.group)
    with time_machine.travel(timezone.now() + timedelta(days=731), tick=False):
        assert readers(cast, alone) == {"resident"}
        assert readers(cast, in_group) == {"participant", "host", "builder"}


def test_erasing_leaves_an_empty_tombstone_and_nothing_else(cast, browse):
    story = told(cast.community, cast.resident, 4)
    telling.choose_quote(by=cast.resident, story=story, start=0, end=10)
    telling.start_changing(by=cast.resident, story=story)
    telling.erase(by=cast.resident, story=story)
    stone = Story.objects.get(uuid=story.uuid)
    assert (stone.state, stone.text, stone.title, stone.teller) == ("erased", "", "", None)
    assert (Consent.objects.count(), Quote.objects.count(), Story.objects.count()) == (0, 0, 1)
    assert browse("resident").get(story.get_absolute_url()).status_code == 404


def test_what_a_builder_writes_down_is_seen_by_nobody_until_it_was_read_back(cast):
    story = telling.start_draft(by=cast.builder, community=cast.community, for_somebody=True)
    telling.save_draft(by=cast.builder, story=story, values={"text": "She told me."})
    assert readers(cast, story) == {"builder"}
    with pytest.raises(ValidationError):
        telling.tell(by=cast.builder, story=story, permission=permission(2))
    story.refresh_from_db()
    telling.read_back(by=cast.builder, story=story, on=timezone.localdate(), how="aloud")
    telling.tell(by=cast.builder, story=story, permission=permission(2))
    assert readers(cast, story) == MEMBERS


def test_changing_the_text_after_reading_back_asks_for_reading_back_again(cast):
    story = telling.start_draft(by=cast.builder, community=cast.community, for_somebody=True)
    story = telling.save_draft(by=cast.builder, story=story, values={"text": "She told me."})
    telling.read_back(by=cast.builder, story=story, on=timezone.localdate(), how="aloud")
    story = telling.save_draft(by=cast.builder, story=story, values={"text": "She told me more."})
    assert story.read_back_on is None


def test_a_listener_narrows_and_never_widens(cast):
    story = telling.start_draft(
        by=cast.builder, community=cast.community, group=cast.group, for_somebody=True
    )
    story = telling.save_draft(by=cast.builder, story=story, values={"text": "She told me."})
    telling.read_back(by=cast.builder, story=story, on=timezone.localdate(), how="aloud")
    with pytest.raises(ValidationError):
        telling.tell(by=cast.builder, story=story, permission=permission(Reach.MUNICIPALITY))
    telling.tell(by=cast.builder, story=story, permission=permission(Reach.GROUP))
    with pytest.raises(ValidationError):
        telling.change_reach(by=cast.builder, story=story, permission=permission(Reach.COMMUNITY))
    telling.change_reach(by=cast.builder, story=story, permission=permission(Reach.ONLY_ME))
    assert readers(cast, story) == {"builder"}


def test_two_tabs_never_overwrite_each_other(cast, browse):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    client, address = browse("resident"), f"/vertellen/{draft.uuid}/"
    seen = draft.changed_at.isoformat()
    common = {"language": "nl", "relation": "live", "seen": seen}
    assert client.post(address, {**common, "text": "First tab."}).status_code == 302
    answer = client.post(address, {**common, "text": "Second tab."})
    assert answer.status_code == 409
    assert b"First tab." in answer.content
    assert b"Second tab." in answer.content
    draft.refresh_from_db()
    assert draft.text == "First tab."


def test_somebody_whose_session_ended_gets_the_text_back(cast, client):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    answer = client.post(f"/vertellen/{draft.uuid}/", {"text": "A long evening of typing."})
    assert b"A long evening of typing." in answer.content
    draft.refresh_from_db()
    assert draft.text == ""


def test_a_text_that_is_too_long_is_refused_and_stays_on_the_page(cast, browse):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    data = {"language": "nl", "relation": "live", "text": "a" * 200_000}
    answer = browse("resident").post(f"/vertellen/{draft.uuid}/", data)
    assert answer.status_code == 400
    assert answer.content.count(b"a" * 200_000) == 1


def test_control_characters_go_and_line_breaks_stay(cast, browse):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    data = {"language": "nl", "relation": "live", "text": "one\x00\x07\r\ntwo", "later": "1"}
    browse("resident").post(f"/vertellen/{draft.uuid}/", data)
    draft.refresh_from_db()
    assert draft.text == "one\ntwo"


def test_nothing_is_ticked_beforehand_and_without_a_choice_nothing_is_shared(cast, browse):
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    telling.save_draft(by=cast.resident, story=draft, values={"text": "A text."})
    client, address = browse("resident"), f"/vertellen/{draft.uuid}/delen/"
    assert b"checked" not in client.get(address).content
    client.post(address, {})
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_story_pages_are_never_kept(cast, browse):
    story = told(cast.community, cast.resident, 4)
    answer = browse("visitor").get(story.get_absolute_url())
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_stories_asks_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    for _number in range(rows):
        told(cast.community, cast.resident, 2)
    client = browse("host")
    with django_assert_num_queries(7):
        client.get("/verhalen/")
