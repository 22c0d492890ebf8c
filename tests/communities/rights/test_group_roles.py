"""Who reads rung 1 is a list of roles by name: a role that somebody adds later reads nothing of a group."""

import pytest
from django.utils import timezone

from communities.models import Group, GroupMember, GroupRole, User
from communities.rights import standing
from tests.factories import communities
from tests.factories.stories import told
from trajectories.models import Gathering


def takes_part(cast, role):
    """The resident takes part in the group in this role."""
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role=role)
    return cast.reader("resident")


def read_of(cast, reader):
    """What somebody reads of what the group keeps to itself."""
    here = {"community": cast.community, "group": cast.group}
    Gathering.objects.create(**here, reach=1, starts_at=timezone.now(), start_question="Why?")
    told(cast.community, cast.participant, 1, group=cast.group)
    stories = cast.group.stories.model.objects.visible_to(reader).filter(group=cast.group)
    by_name = GroupMember.objects.visible_to(reader).filter(role=GroupRole.PARTICIPANT)
    return [
        stories.exists(),
        Gathering.objects.visible_to(reader).exists(),
        Group.objects.joined_by(reader).exists(),
        by_name.exists(),
        User.objects.taking_part_in(cast.group).filter(pk=reader.pk).exists(),
    ]


@pytest.mark.parametrize("role", sorted(standing.TAKING_PART))
def test_who_takes_part_reads_what_the_group_keeps_to_itself(cast, role):
    assert read_of(cast, takes_part(cast, role)) == [True] * 5


@pytest.mark.parametrize("role", ["partner", "observer"])
def test_a_partner_and_somebody_in_a_role_nobody_thought_of_read_nothing_of_it(cast, role):
    """The proof fails when roles are left out by name instead of let in by name ("observer" is made up)."""
    assert read_of(cast, takes_part(cast, role)) == [False] * 5


def test_every_role_was_decided_about():
    assert standing.TAKING_PART | {GroupRole.PARTNER} == set(GroupRole.values)
    assert standing.LEADING <= standing.TAKING_PART
