"""Residents make a call together, tell for it, and answer about their own story."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from communities.models import GroupRole
from communities.site.dates import today
from config.website.my_data.own_data import forget
from stories.answers import actions as answers_actions
from stories.answers import views
from stories.calls import actions as calls_actions
from stories.calls.actions import names_a_service
from stories.calls.answer_scales import OUTLINES, ZONES, mean_of, value_of, zone_of
from stories.models import CallOwner, CallTrial, Question, StoryAnswer, StoryCall
from stories.telling.actions import telling
from tests.factories import communities
from tests.factories.stories import a_call, told


def _ready(cast):
    """Two owners, a question, and two residents who tried it."""
    call = a_call(cast.community, [cast.resident, cast.builder])
    question = Question.objects.create(call=call, kind="triad", text="Who helped?", ends=["us", "me", "them"])
    for name in ("host", "participant"):
        calls_actions.try_call(by=cast.user(name), call=call)
    return call, question


def test_two_owners_and_two_residents_open_a_call_and_then_it_is_frozen(cast, browse):
    call, question = _ready(cast)
    browse("resident").post(reverse("open_call", args=[call.pk]))
    assert StoryCall.objects.get().opened_on == today()
    assert browse("visitor").get(call.get_absolute_url()).status_code == 200
    with pytest.raises(ValidationError):
        calls_actions.save_question(
            by=cast.resident, call=call, question=question, values={"text": "Another?"}
        )
    assert browse("resident").get(reverse("change_call", args=[call.pk])).status_code == 404
    copy = calls_actions.copy_call(by=cast.resident, call=call)
    assert (copy.opened_on, copy.version_of, copy.questions.count()) == (None, call, 1)


@pytest.mark.parametrize("lacking", ["second owner", "resident", "trial"])
def test_a_call_does_not_open_before_everything_is_there(cast, lacking):
    call, _question = _ready(cast)
    if lacking == "second owner":
        CallOwner.objects.filter(user=cast.builder).update(until=today())
    elif lacking == "resident":
        CallOwner.objects.filter(user=cast.resident).update(
            user=communities.BuilderFactory(community=call.community).user
        )
    else:
        CallTrial.objects.first().delete()
    with pytest.raises(ValidationError):
        calls_actions.open_call(by=cast.resident, call=call)


def test_who_tried_something_else_tries_again(cast):
    call, question = _ready(cast)
    calls_actions.save_question(
        by=cast.resident, call=call, question=question, values={"text": "Who stayed?"}
    )
    assert call.trials.count() == 0


def test_a_trial_keeps_nothing_but_that_somebody_tried(cast, browse):
    call, question = _ready(cast)
    CallTrial.objects.all().delete()
    address = reverse("try_call", args=[call.pk])
    assert browse("host").post(address, {f"v{question.pk}": "t"}).status_code == 302
    assert (CallTrial.objects.get().user, StoryAnswer.objects.count()) == (cast.host, 0)


def test_nobody_owns_a_call_before_their_own_yes(cast):
    call = a_call(cast.community, [cast.resident])
    calls_actions.ask_owner(by=cast.resident, call=call, person=cast.host)
    assert not StoryCall.objects.owned_by(cast.reader("host")).exists()
    calls_actions.own_call(by=cast.host, call=call)
    assert StoryCall.objects.owned_by(cast.reader("host")).get() == call


def test_who_moved_away_no_longer_owns_the_call(cast):
    call = a_call(cast.community, [cast.resident, cast.host])
    cast.host.memberships.update(until=today())
    assert not StoryCall.objects.owned_by(cast.reader("host")).exists()
    assert len(calls_actions.missing(call)) == 2


def test_a_call_closes_only_after_something_came_back(cast):
    call = a_call(cast.community, [cast.resident], opened_on=today())
    with pytest.raises(ValidationError):
        calls_actions.archive_call(by=cast.resident, call=call, gave_back=" ")
    calls_actions.archive_call(by=cast.resident, call=call, gave_back="A walk along the doors, in May.")
    assert not StoryCall.objects.taking_stories().exists()


def test_a_question_that_names_a_service_gets_a_hint(cast, browse):
    call = a_call(cast.community, [cast.resident], start_question="Hoe helpt Stichting Samen je?")
    assert names_a_service("Wat vind je van het wijkteam?") == "wijkteam"
    assert names_a_service("Vertel over een moment waarop iemand bleef.") == ""
    assert "Stichting Samen" in browse("resident").get(call.get_absolute_url()).content.decode()


def test_a_member_tells_for_a_call_and_answers_what_they_like(cast, browse):
    call, question = _ready(cast)
    StoryCall.objects.update(opened_on=today())
    line = Question.objects.create(call=call, kind="slider", text="And then?", ends=["less", "more"])
    skipped = Question.objects.create(call=call, kind="word", text="A word?")
    reader = browse("participant")
    reader.post(reverse("tell_for_call", args=[call.pk]))
    story = call.stories.get()
    story.text = "She stayed."
    story.save()
    permission = {"reach": 2, "may_count": "on", "young": "no"}
    answer = reader.post(reverse("share_story", args=[story.uuid]), permission)
    assert answer["Location"] == reverse("answer_questions", args=[story.uuid])
    said = {f"v{question.pk}": "t", f"v{question.pk}-punt": "0.8,0.15,0.05", f"v{line.pk}": "none"}
    assert reader.post(answer["Location"], said).status_code == 302
    assert {row.question: row.value for row in story.answers.all()} == {
        question: {"t": 0.8, "l": 0.15, "r": 0.05},
        line: None,
    }
    assert not story.answers.filter(question=skipped).exists()
    assert b"0.8,0.15,0.05" in reader.get(answer["Location"]).content


def test_answers_go_with_their_story_and_their_teller(cast):
    call, question = _ready(cast)
    stories = [told(cast.community, cast.user(name), 4, call=call) for name in ("resident", "host")]
    for story in stories:
        answers_actions.answer(by=story.teller, story=story, values={question: {"t": 1, "l": 0, "r": 0}})
    telling.erase(by=cast.resident, story=stories[0])
    assert StoryAnswer.objects.count() == 1
    forget(cast.host)
    assert StoryAnswer.objects.count() == 0


@pytest.mark.parametrize("key", ZONES)
def test_the_place_that_stands_for_a_zone_lies_in_it_and_adds_up_to_one(key):
    question = Question(kind="triad", ends=["a", "b", "c"])
    point = value_of(question, key)
    assert zone_of(point) == key
    assert abs(sum(point.values()) - 1) < 1e-9
    middle = [sum(corner[i] for corner in OUTLINES[key]) / len(OUTLINES[key]) for i in range(3)]
    assert zone_of(dict(zip("tlr", middle, strict=True))) == key


@pytest.mark.parametrize("exact", ["", "a,b,c", "nan,0,1", "2,-1,0", "0.1,0.8,0.1", "0.7,0.7,0.7", "0.7"])
def test_a_place_that_does_not_fit_its_zone_is_not_believed(exact):
    assert value_of(Question(kind="triad"), "t", exact) == {"t": 0.7, "l": 0.15, "r": 0.15}


def test_the_mean_of_a_triangle_is_the_geometric_one():
    mean = mean_of([(0.8, 0.1, 0.1), (0.1, 0.8, 0.1)])
    assert mean[0] == pytest.approx(mean[1])
    assert mean[0] / mean[2] == pytest.approx(8**0.5)


def test_cards_hold_only_what_the_whole_community_may_read(cast, browse):
    call = a_call(cast.community, [cast.resident], opened_on=today())
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role=GroupRole.PARTICIPANT)
    for reach in range(5):
        told(cast.community, cast.resident, reach, call=call, group=cast.group, text=f"Words of {reach}.")
    back = told(cast.community, cast.host, 4, call=call, text="Words taken back.")
    telling.withdraw(by=cast.host, story=back)
    page = browse("resident").get(reverse("story_cards", args=[call.pk]), {"vel": "a6"}).content.decode()
    assert [n for n in range(5) if f"Words of {n}." in page] == [2, 3, 4]
    assert "taken back" not in page
    assert browse("official").get(reverse("story_cards", args=[call.pk])).status_code == 404


def test_a_call_of_many_stories_is_printed_a_hundred_at_a_time(cast, browse, monkeypatch):
    """A drawing per card held a worker for minutes; the numbers on the cards go on from part to part."""
    drawn = []
    monkeypatch.setattr(views.StoryCards, "qr", lambda self, story: drawn.append(story) or "data:,")
    call = a_call(cast.community, [cast.resident], opened_on=today())
    for number in range(101):
        told(cast.community, cast.resident, 2, call=call, text=f"Words of {number}.")
    address = reverse("story_cards", args=[call.pk])
    first = browse("resident").get(address).content.decode()
    assert len(drawn) == 100
    assert "Kaarten 101 tot en met 101" in first
    drawn.clear()
    second = browse("resident").get(address, {"vel": "a6", "deel": "2"}).content.decode()
    assert len(drawn) == 1
    assert '__nummer">101<' in second
    assert browse("resident").get(address, {"deel": "x"}).status_code == 200
