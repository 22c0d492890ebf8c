"""Who gets in where: members without an account, their cards, and the way back in."""

from django.core import signing

from communities.models import Card, GroupMember, GroupRole, RecoveryCode
from communities.recovery.actions import STOP
from communities.recovery.models import digest
from tests.access import HIDDEN, LOGGED_IN, OPEN, Row

ORGANISERS = ["host", "builder"]
# The resident carries an initiative (tests/access/volunteers.py).
HANDLERS = ["resident", "host", "host_of_two", "builder"]


def member(scene):
    return [scene.assisted.pk]


def way(scene):
    return [scene.way.pk]


ROWS = [
    Row("assisted", member, opens=ORGANISERS),
    Row("assisted", lambda s: [s.part.pk], opens=[]),
    Row("tell_for", member, opens=ORGANISERS, method="post"),
    Row("make_card", member, opens=ORGANISERS, method="post", answers=200),
    Row("void_card", member, opens=ORGANISERS, method="post"),
    Row("erase_member", member, opens=ORGANISERS),
    Row("erase_member", member, opens=ORGANISERS, method="post"),
    Row("claim_card", lambda s: ["kaartvanmevrouw2"], visitor=OPEN),
    Row("claim_card", lambda s: ["kaartvanmevrouw2"], opens=LOGGED_IN, method="post"),
    Row("claim_card", lambda s: ["nocard"], opens=[], visitor=HIDDEN),
    Row("way_in"),
    Row("way_in", opens=[], visitor=HIDDEN, method="post", data=lambda s: {"code": "nocode"}),
    Row("make_way_in", lambda s: [s.community.slug], opens=HANDLERS),
    Row("own_way_in", way, opens=["participant"]),
    Row("own_way_in", way, opens=["participant"], method="post"),
    Row("confirm_way_in", way, opens=["resident", "host_of_two", "builder"]),
    Row("confirm_way_in", way, opens=["resident", "host_of_two", "builder"], method="post"),
    Row("stop_way_in", way, opens=["participant", *HANDLERS], method="post"),
    Row("stop_by_mail", lambda s: [s.stop_way], visitor=OPEN),
    Row("stop_by_mail", lambda s: [s.stop_way], visitor=OPEN, method="post", answers=200),
    Row("stop_by_mail", lambda s: ["nothing"], opens=[], visitor=HIDDEN),
]


def scene(scene):
    """A member by name only with a card, and a way in for the participant that the host made."""
    cast = scene.cast
    scene.assisted = GroupMember.objects.create(
        group=cast.group, name="Mevrouw Aziz", role=GroupRole.PARTICIPANT, since=cast.group.started_on
    )
    Card.objects.create(member=scene.assisted, digest=digest("kaartvanmevrouw2"), made_by=cast.host)
    scene.way = RecoveryCode.objects.create(
        community=cast.community, user=cast.participant, digest="x", made_by=cast.host
    )
    scene.stop_way = signing.dumps(scene.way.pk, salt=STOP)
