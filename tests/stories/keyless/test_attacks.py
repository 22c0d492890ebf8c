"""Ways to read, keep or widen what somebody told that were tried and once worked; each is closed here."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from communities.rights.reader import Reader
from config.website.my_data.own_data import my_data
from stories.citing import actions as citing_actions
from stories.keyless import actions as keyless_actions
from stories.meaning.actions import together
from stories.models import (
    Quote,
    ReadingSession,
    ReportPart,
    Story,
    StoryKey,
    StoryRef,
    StoryReport,
    Suggestion,
)
from stories.suggestions import actions as suggestions_actions
from stories.telling.actions import telling
from stories.telling.derived import derive
from tests.factories.stories import allow, told
from tests.stories.meaning.test_meaning import SECRET, keep, observed
from tests.stories.telling.test_telling import permission
from trajectories.table.actions import name_theme


@pytest.fixture
def written_down(cast):
    """Told to a builder who wrote it down and read it back; the teller lets the group read it, no more."""
    row = told(cast.community, None, 1, written_by=cast.builder, told_by="listener", group=cast.group)
    allow(row, may_quote=False)
    Story.objects.filter(pk=row.pk).update(read_back_on=row.told_on)
    return Story.objects.get(pk=row.pk)


def _rewritten(cast, story, reach, **more):
    draft = telling.start_changing(by=cast.builder, story=story)
    draft = telling.save_draft(by=cast.builder, story=draft, values={"text": f"{story.text} Really."})
    telling.read_back(by=cast.builder, story=draft, on=story.told_on, how="aloud")
    return telling.tell(by=cast.builder, story=draft, permission={**permission(reach), **more})


def test_a_listener_does_not_widen_a_story_by_changing_a_word(cast, written_down):
    with pytest.raises(ValidationError):
        _rewritten(cast, written_down, 2)
    no = {"may_quote": False, "may_count": False, "may_teach": False}
    assert _rewritten(cast, written_down, 1, **no).consents.not_withdrawn().get().reach == 1


def test_a_listener_does_not_bring_back_what_the_teller_took_back_with_the_code(cast, written_down):
    keyless_actions.give_story_key(by=cast.builder, story=written_down)
    telling.withdraw(by=None, story=written_down)
    with pytest.raises(ValidationError):
        _rewritten(cast, written_down, 1)


@pytest.mark.parametrize("more", ["may_quote", "may_count", "may_teach"])
def test_a_listener_does_not_allow_more_alone(cast, written_down, more):
    no = {"reach": 1, "may_quote": False, "may_count": False, "may_teach": False}
    with pytest.raises(ValidationError):
        telling.change_reach(by=cast.builder, story=written_down, permission={**no, more: True})
    telling.change_reach(by=cast.builder, story=written_down, permission={**no, "reach": 0})


def test_who_suggested_something_keeps_no_title_of_a_story_that_was_taken_back(cast):
    story = told(cast.community, cast.resident, 4)
    Story.objects.filter(pk=story.pk).update(title="Kanarietitel")
    suggestions_actions.suggest(by=cast.neighbour, story=story, words="one year", instead="two")
    telling.withdraw(by=cast.resident, story=story)
    assert Suggestion.objects.exists()
    assert "Kanarietitel" not in str(my_data(cast.neighbour))


def test_after_half_an_hour_of_rest_a_borrowed_phone_opens_no_story_any_more(cast, client):
    page = client.post(f"/vertellen/zonder-account/{cast.community.slug}/")
    story = page.context["story"]
    address = reverse("write_story", args=[story.uuid])
    now = timezone.now()
    for minutes, status in ((20, 200), (45, 200), (80, 302)):
        with time_machine.travel(now + timedelta(minutes=minutes)):
            assert client.get(address).status_code == status, minutes
    assert "receipts" not in client.session


def test_who_holds_the_code_takes_a_sentence_away_where_it_stands(cast, client, browse):
    page = client.post(f"/vertellen/zonder-account/{cast.community.slug}/")
    telling.save_draft(by=None, story=page.context["story"], values={"text": SECRET})
    story = telling.tell(by=None, story=page.context["story"], permission=permission(4))
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    quote = Quote.objects.create(story=story, start=0, end=9)
    theme = name_theme(by=cast.host, group=cast.group, values={"words": "Dark"})
    cited = citing_actions.cite(by=cast.host, quote=quote, theme=theme)
    address = reverse("uncite", args=[cited.pk])
    assert address in client.get(reverse("where_used", args=[story.uuid])).content.decode()
    assert client.get(address).status_code == 200
    client.post(address)
    assert not quote.citations.exists()
    again = citing_actions.cite(by=cast.host, quote=quote, theme=theme)
    for name in ("participant", "neighbour", "official"):
        assert browse(name).post(reverse("uncite", args=[again.pk])).status_code == 404


@pytest.fixture
def hidden_part(cast):
    """A report of two parts with one between them whose story was taken back."""
    report = keep(cast, StoryReport, title="Along the water")
    gone = told(cast.community, cast.resident, 4, text=SECRET)
    for values in ({"words": "First."}, {"story": gone}, {"words": "Last."}):
        together.add_part(by=cast.host, report=report, values=values)
    telling.withdraw(by=cast.resident, story=gone)
    return report


def test_a_part_whose_story_was_taken_back_answers_like_one_that_never_was(cast, hidden_part, browse):
    hidden, never = ReportPart.objects.get(story__isnull=False).pk, 999_999
    for route in ("move_part", "remove_part"):
        answers = {browse("host").post(reverse(route, args=[key])).status_code for key in (hidden, never)}
        assert answers == {404}
    assert ReportPart.objects.filter(pk=hidden).exists()


def test_moving_a_part_up_never_seems_to_do_nothing_because_of_one_that_is_out_of_sight(
    cast, hidden_part, browse
):
    last = ReportPart.objects.get(words="Last.")
    browse("host").post(reverse("move_part", args=[last.pk]))
    shown = ReportPart.objects.visible_to(cast.reader("host")).values_list("words", flat=True)
    assert list(shown) == ["Last.", "First."]


def test_a_story_lying_somewhere_that_was_taken_back_answers_like_one_that_never_lay_there(cast, browse):
    story = told(cast.community, cast.resident, 4, text=SECRET)
    observed(cast, story)
    ref = StoryRef.objects.get()
    telling.withdraw(by=cast.resident, story=story)
    answers = {
        browse("host").post(reverse("lift_story", args=[key])).status_code for key in (ref.pk, 999_999)
    }
    assert answers == {404}


def test_what_a_closed_group_says_about_a_story_is_not_in_the_data_of_its_teller(cast):
    story = told(cast.community, cast.resident, 4)
    session = keep(cast, ReadingSession, place="The kitchen", group=cast.group, reach=1)
    together.lay_story(by=cast.host, row=session, story=story, why="Kanariewaarom it stayed with us.")
    assert StoryRef.objects.get().why
    assert "Kanariewaarom" not in str(my_data(cast.resident))


def test_who_wrote_a_story_down_is_never_its_teller_by_the_code_that_they_printed(cast, browse, written_down):
    """The proof fails when the code counts in the session of who printed it, or when they let in their own text."""
    client = browse("builder")
    client.post(f"/verhaal/{written_down.uuid}/code/")
    key = StoryKey.objects.get(story=written_down)
    session = client.session
    session["receipts"] = [key.pk]
    session.save()
    wide = {"reach": "4", "may_quote": "on"}
    client.post(f"/verhaal/{written_down.uuid}/bereik/", wide)
    assert written_down.consents.not_withdrawn().get().reach == 1
    holder = Reader(user=cast.builder, receipts=(key.pk,))
    assert not Story.objects.controlled_by_teller(holder).filter(pk=written_down.pk).exists()
    assert Story.objects.controlled_by_teller(Reader(receipts=(key.pk,))).filter(pk=written_down.pk).exists()


def test_nobody_lets_in_what_their_own_hands_wrote(cast, written_down):
    keyless_actions.give_story_key(by=cast.builder, story=written_down)
    telling.change_reach(by=None, story=written_down, permission=permission(2))
    StoryKey.objects.filter(story=written_down).update(let_in_hash="an older text")
    derive([written_down])
    assert Story.objects.waiting_for(cast.reader("host")).get() == written_down
    assert not Story.objects.waiting_for(cast.reader("builder")).exists()
