"""Who gets in where: the example, invitations, communities and places."""

from communities.models import GroupRole, InvitationKind
from tests.access import HIDDEN, LIVING_HERE, LOGGED_IN, LOGIN, MEMBERS, Row
from tests.factories import communities
from trajectories.models import Trajectory


def slug(scene):
    return [scene.community.slug]


def code(scene):
    return [scene.invitation.code]


# The resident carries an initiative (tests/access/volunteers.py), and so may let people in.
INVITERS = ["resident", "host", "host_of_two", "builder"]
HOSTS = ["resident", "host", "host_of_two"]

ROWS = [
    Row("invitation_code"),
    Row("invitation", code),
    Row("invitation", lambda scene: ["nocode"], opens=[], visitor=HIDDEN),
    Row("invitation", code, opens=LOGGED_IN, method="post"),
    Row("invitation_sheet", code, opens=INVITERS),
    Row("void_invitation", code, opens=INVITERS, method="post"),
    Row(
        "invite_official",
        lambda scene: [scene.community.municipality.code],
        opens=["administrator"],
    ),
    Row("invite", slug, opens=INVITERS),
    Row("pending", slug, opens=HOSTS),
    Row("let_in", lambda scene: [scene.knocking.pk], opens=HOSTS, method="post"),
    Row("turn_away", lambda scene: [scene.knocking.pk], opens=HOSTS, method="post"),
    Row("start_community", lambda scene: [scene.cast.area.code], opens=LOGGED_IN),
    Row("open_community", lambda scene: [scene.prepared.slug], opens=["resident"], method="post"),
    Row("community_words", slug, opens=LIVING_HERE),
    Row("community_areas", slug, opens=[]),
    Row("community_areas", lambda scene: [scene.divided.slug], opens=["host"]),
    Row("leave", slug, opens=[*LIVING_HERE, "builder", "pending"]),
    Row("add_place", slug, opens=MEMBERS),
    Row("close_place", lambda scene: [scene.place.pk], opens=MEMBERS),
    Row("my_name", opens=LOGGED_IN),
    Row("my_expertise", lambda scene: [scene.own_part.pk], opens=["participant"]),
    Row(
        "show_as",
        lambda scene: ["lid", scene.own_row.pk],
        opens=["resident"],
        method="post",
        visitor=LOGIN,
    ),
]


def scene(scene):
    """An open poster, somebody who waits at the door, a place, and a community being prepared."""
    cast = scene.cast
    scene.invitation = communities.InvitationFactory(
        community=cast.community, kind=InvitationKind.POSTER, uses_left=None
    )
    scene.knocking = cast.pending.memberships.get()
    scene.place = communities.MeetingPlaceFactory(community=cast.community)
    scene.prepared = communities.CommunityFactory(opened_on=None, municipality=cast.community.municipality)
    communities.MembershipFactory(community=scene.prepared, user=cast.resident)
    scene.divided = _divided(cast)
    scene.own_part = cast.participant.group_roles.get()
    scene.own_row = cast.resident.memberships.get(community=cast.community)


def _divided(cast):
    """A community with a host, whose neighbourhood was drawn anew."""
    place = communities.CommunityFactory(municipality=cast.community.municipality)
    communities.MembershipFactory(community=place, user=cast.host)
    group = communities.GroupFactory(community=place)
    communities.GroupMemberFactory(group=group, user=cast.host, role=GroupRole.HOST)
    Trajectory.objects.create(group=group)
    place.areas.add(communities.AreaFactory(code="BU99980101", year=2024, municipality_code="GM9998"))
    communities.AreaFactory(code="BU99980101", year=2025, municipality_code="GM9998")
    return place
