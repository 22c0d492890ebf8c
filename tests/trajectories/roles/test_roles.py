"""How people come to carry something together, and what they learn."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.models import Group, GroupMember, GroupRole, Notice
from tests.factories import communities
from trajectories.decisions import actions as decisions_actions
from trajectories.models import Circle, CircleMember, Lesson, RoleAgreement, Status, Template, Trajectory
from trajectories.practice import actions as practice_actions
from trajectories.roles import actions as roles_actions
from trajectories.trajectory import actions as trajectory_actions
from trajectories.trajectory.cards import methods, template_defaults


def _start(cast, template=Template.PARENTS_ACADEMY):
    return trajectory_actions.start_trajectory(
        by=cast.resident, community=cast.community, title="Evenings", own_words="We ask.", template=template
    )


@pytest.mark.parametrize("template", Template.values)
def test_each_kind_of_trajectory_begins_with_what_is_usual_and_it_is_theirs_to_change(template, cast, browse):
    trajectory = _start(cast, template)
    usual = template_defaults()[template]
    assert (trajectory.rhythm, trajectory.methods) == (usual.rhythm, list(usual.methods))
    assert RoleAgreement.objects.filter(group=trajectory.group).count() == len(usual.roles)
    assert set(usual.methods) <= set(methods())
    page = browse("resident")
    address = f"/traject/{trajectory.pk}/zo-werken-we/"
    changed = {"rhythm": "When it rains.", "questions": "Why?", "methods": ["samen-koken"]}
    assert page.post(address, changed).status_code == 302
    assert "When it rains." in page.get(trajectory.get_absolute_url()).content.decode()


def test_it_runs_once_two_residents_said_yes_to_carrying_it(cast, browse):
    trajectory = _start(cast)
    go = {"trajectory": trajectory, "status": Status.RUNNING, "why": "Go."}
    with pytest.raises(ValidationError):
        decisions_actions.change_status(by=cast.resident, **go)
    group = trajectory.group
    browse("participant").post(f"/groep/{group.pk}/meedoen/")
    asking = GroupMember.objects.asking().get()
    browse("resident").post(f"/groepslid/{asking.pk}/welkom/")
    browse("resident").post(f"/groepslid/{asking.pk}/kartrekker/")
    offer = GroupMember.objects.get(is_offer=True)
    with pytest.raises(ValidationError):
        decisions_actions.change_status(by=cast.resident, **go)
    browse("participant").post(f"/meetrekken/{offer.pk}/")
    decisions_actions.change_status(by=cast.resident, **go)
    assert Trajectory.objects.with_status().get(pk=trajectory.pk).status == Status.RUNNING
    roles = GroupMember.objects.current().filter(group=group, user=cast.participant)
    assert list(roles.values_list("role", flat=True)) == [GroupRole.HOST]


def test_who_waits_for_a_yes_reads_nothing_of_the_group(cast):
    roles_actions.ask_to_take_part(by=cast.resident, group=cast.group)
    waits = GroupMember.objects.asking().get()
    assert not GroupMember.objects.current().filter(pk=waits.pk).exists()
    assert not Group.objects.joined_by(cast.reader("resident")).filter(pk=cast.group.pk).exists()


def test_a_builder_comes_in_as_facilitator_and_is_never_asked_as_host(cast):
    group = communities.GroupFactory(community=cast.community)
    roles_actions.ask_to_take_part(by=cast.builder, group=group)
    member = GroupMember.objects.asking().get()
    roles_actions.welcome(by=cast.host, member=member)
    assert member.role == GroupRole.FACILITATOR
    with pytest.raises(ValidationError):
        roles_actions.offer_host(by=cast.host, member=member)


def test_saying_no_leaves_no_trace(cast, browse):
    roles_actions.ask_to_take_part(by=cast.resident, group=cast.group)
    asking = GroupMember.objects.asking().get()
    browse("host").post(f"/groepslid/{asking.pk}/nu-niet/")
    assert not GroupMember.objects.filter(pk=asking.pk).exists()
    offer = roles_actions.offer_host(by=cast.host, member=cast.participant.group_roles.get())
    browse("participant").post(f"/meetrekken/{offer.pk}/nee/")
    assert not GroupMember.objects.filter(pk=offer.pk).exists()


def test_an_agreement_comes_back_on_its_day_and_stands_until_somebody_looks(cast, browse):
    day = timezone.localdate() + timedelta(days=90)
    made = roles_actions.agree_role(by=cast.host, group=cast.group, words="Naima opens.", review_on=day)
    assert not Notice.objects.due().filter(kind="role").exists()
    with time_machine.travel(timezone.now() + timedelta(days=91), tick=False):
        assert Notice.objects.due().filter(kind="role", person=cast.participant).exists()
        page = browse("host").get(f"/groep/{cast.group.pk}/afspraken/").content.decode()
        assert "Nu is het tijd" in page
        later = timezone.localdate() + timedelta(days=180)
        new = roles_actions.review_role(by=cast.host, agreement=made, words="We both open.", review_on=later)
    standing = RoleAgreement.objects.active().filter(group=cast.group)
    assert list(standing) == [new]


def test_there_are_at_least_eight_method_cards_and_each_is_complete():
    cards = methods().values()
    assert len(cards) >= 8
    words = ("purpose", "time", "group", "without_writing", "languages")
    assert all(getattr(card, word) for card in cards for word in words)
    assert all(len(card.steps) >= 4 for card in cards)


@pytest.fixture
def circle(cast):
    """Two builders in a circle that met today."""
    circle = practice_actions.begin_circle(by=cast.builder, title="Kring Oost", rhythm="Every six weeks.")
    cast.people["colleague"] = communities.BuilderFactory(community=cast.elsewhere).user
    practice_actions.ask_a_seat(by=cast.user("colleague"), circle=circle)
    practice_actions.give_a_seat(by=cast.builder, seat=CircleMember.objects.waiting().get())
    practice_actions.write_meeting(
        by=cast.builder,
        circle=circle,
        on=timezone.localdate(),
        notes="I was tired.",
        present=list(CircleMember.objects.current()),
    )
    return circle


def test_a_lesson_leaves_the_circle_with_the_yes_of_everybody_who_was_there(cast, circle, browse):
    lesson = practice_actions.propose_lesson(
        by=cast.builder, meeting=circle.meetings.get(), words="Wait longer."
    )
    practice_actions.agree_lesson(by=cast.builder, lesson=lesson)
    assert "Wait longer." not in browse("visitor").get("/geleerd/").content.decode()
    practice_actions.agree_lesson(by=cast.user("colleague"), lesson=lesson)
    assert "Wait longer." in browse("visitor").get("/geleerd/").content.decode()
    practice_actions.keep_lesson_inside(by=cast.user("colleague"), lesson=Lesson.objects.get())
    assert "Wait longer." not in browse("visitor").get("/geleerd/").content.decode()


def test_nobody_is_struck_off_to_get_round_their_yes(cast, circle):
    meeting = circle.meetings.get()
    lesson = practice_actions.propose_lesson(by=cast.builder, meeting=meeting, words="Wait longer.")
    only_me = list(CircleMember.objects.filter(user=cast.builder))
    practice_actions.write_meeting(by=cast.builder, circle=circle, on=meeting.on, notes="", present=only_me)
    assert practice_actions.agree_lesson(by=cast.builder, lesson=lesson).carried_out_on is None


def test_who_takes_a_post_at_a_municipality_reads_nothing_of_the_circle(cast, circle, browse):
    assert "I was tired." in browse("builder").get(circle.get_absolute_url()).content.decode()
    communities.PostingFactory(user=cast.builder)
    assert "I was tired." not in browse("builder").get(circle.get_absolute_url()).content.decode()
    assert not Circle.objects.joined_by(cast.reader("builder")).exists()


def test_others_see_only_how_often_a_circle_meets(cast, circle, browse):
    for name in ("visitor", "resident", "official", "administrator"):
        page = browse(name).get(circle.get_absolute_url()).content.decode()
        assert "Every six weeks." in page
        assert "I was tired." not in page and cast.builder.display_name not in page
