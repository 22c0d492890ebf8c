"""Who gets in where: how a group works, method cards, notes, circles and the page of a builder."""

from django.utils import timezone

from communities.models import GroupMember, GroupRole
from tests.access import HIDDEN, LOGGED_IN, MEMBERS, Row
from trajectories.models import Circle, CircleMeeting, CircleMember, Lesson, Reflection, RoleAgreement

ORGANISERS = ["host", "builder"]


def group(scene):
    return [scene.cast.group.pk]


def agreement(scene):
    return [scene.agreement.pk]


def circle(scene):
    return [scene.circle.pk]


ROWS = [
    Row("set_up", lambda s: [s.trajectory.pk], opens=ORGANISERS),
    Row("agreements", group, opens=ORGANISERS),
    Row("review_role", agreement, opens=ORGANISERS),
    Row("let_role_go", agreement, opens=ORGANISERS, method="post"),
    Row("take_part", group, opens=MEMBERS, method="post"),
    Row("group_people", group, opens=["host"]),
    Row("welcome", lambda s: [s.asking.pk], opens=["host"], method="post"),
    Row("not_now", lambda s: [s.asking.pk], opens=["host"], method="post"),
    Row("offer_host", lambda s: [s.taking_part.pk], opens=["host"], method="post"),
    Row("role_offer", lambda s: [s.offer.pk], opens=["participant"]),
    Row("role_offer", lambda s: [s.offer.pk], opens=["participant"], method="post"),
    Row("decline_offer", lambda s: [s.offer.pk], opens=["participant"], method="post"),
    Row("methods"),
    Row("method", lambda s: ["samen-koken"]),
    Row("method", lambda s: ["nothing"], opens=[], visitor=HIDDEN),
    Row("use_method", lambda s: [s.closed.pk], opens=ORGANISERS),
    Row("reflections", opens=LOGGED_IN),
    Row("throw_away", lambda s: [s.note.pk], opens=["builder"], method="post"),
    Row("builder", lambda s: [s.building.pk]),
    Row("builder", lambda s: [s.own_row.pk], opens=[], visitor=HIDDEN),
    Row("write_craft", lambda s: [s.building.pk], opens=["builder"]),
    Row("begin_circle", lambda s: [s.building.pk], opens=["builder"]),
    Row("lessons"),
    Row("circle", circle),
    Row("ask_seat", lambda s: [s.circle.code], opens=["builder"]),
    Row("leave_circle", circle, opens=["builder"], method="post"),
    Row("circle_meeting", circle, opens=["builder"]),
    Row("give_seat", lambda s: [s.seat.pk], opens=["builder"], method="post"),
    Row("propose_lesson", lambda s: [s.met.pk], opens=["builder"]),
    Row("agree_lesson", lambda s: [s.lesson.pk], opens=["builder"], method="post"),
    Row("keep_inside", lambda s: [s.lesson.pk], opens=["builder"], method="post"),
]


def scene(scene):
    """An agreement, somebody who asks, a role on offer, and a circle in which the builder sits."""
    cast, today = scene.cast, timezone.localdate()
    scene.agreement = RoleAgreement.objects.create(group=cast.group, words="I cook.", review_on=today)
    scene.asking = GroupMember.objects.create(
        group=cast.group, user=cast.neighbour, role=GroupRole.PARTICIPANT
    )
    scene.taking_part = cast.participant.group_roles.get()
    scene.offer = GroupMember.objects.create(
        group=cast.group, user=cast.participant, role=GroupRole.HOST, is_offer=True
    )
    scene.note = Reflection.objects.create(by=cast.builder, words="I talked too much.")
    scene.building = cast.builder.memberships.get()
    scene.circle = Circle.objects.create(title="Kring Oost", rhythm="Every six weeks.")
    mine = CircleMember.objects.create(circle=scene.circle, user=cast.builder, since=today)
    # A seat gives nothing to somebody who took a post at a municipality, or was never a builder.
    for name in ("official", "administrator", "resident"):
        CircleMember.objects.create(circle=scene.circle, user=cast.user(name), since=today)
    scene.seat = CircleMember.objects.create(circle=scene.circle, user=cast.host)
    scene.met = CircleMeeting.objects.create(circle=scene.circle, on=today, notes="Much.")
    scene.met.present.set([mine])
    scene.lesson = Lesson.objects.create(meeting=scene.met, words="Wait longer.")
