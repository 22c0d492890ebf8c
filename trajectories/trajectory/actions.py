"""Starting a trajectory, its words, and how it usually works."""

from django.db import transaction
from django.utils.translation import gettext as _

from communities.models import Group, GroupMember, GroupRole
from communities.site.dates import today
from trajectories.roles.actions import LOOK_AGAIN, agree_role
from trajectories.trajectory.cards import template_defaults
from trajectories.trajectory.models import Status, StatusChange, Trajectory


@transaction.atomic
def start_trajectory(*, by, community, title, own_words, template):
    """A resident begins a trajectory and is its first host; own words are there from the first day (P1).

    What is usual for its kind is filled in as a beginning: rhythm, questions, methods and roles (M7).
    """
    group = Group.objects.create(community=community, title=title, own_words=own_words, started_on=today())
    GroupMember.objects.create(group=group, user=by, role=GroupRole.HOST, since=today())
    usual = template_defaults()[template]
    trajectory = Trajectory.objects.create(
        group=group,
        template=template,
        rhythm=usual.rhythm,
        questions="\n".join(usual.questions),
        methods=list(usual.methods),
    )
    for words in usual.roles:
        agree_role(by=by, group=group, words=words, review_on=today() + LOOK_AGAIN)
    StatusChange.objects.create(
        trajectory=trajectory, status=Status.EXPLORING, on=today(), by=by, why=_("We begin.")
    )
    return trajectory


@transaction.atomic
def rewrite_group(*, by, group, own_words, own_words_by):
    """Residents rewrite their own words; whoever may do so is decided by `Group.objects.led_by` (P1)."""
    group.own_words, group.own_words_by = own_words, own_words_by
    group.save(update_fields=["own_words", "own_words_by"])


@transaction.atomic
def set_up(*, by, trajectory, rhythm, questions, methods):
    """How the group usually works: hosts and facilitators change it whenever they like (M7)."""
    trajectory.rhythm, trajectory.questions, trajectory.methods = rhythm, questions, methods
    trajectory.save(update_fields=["rhythm", "questions", "methods"])
