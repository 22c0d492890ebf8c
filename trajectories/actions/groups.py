"""Starting a trajectory, who is in it, its words, its status and its money."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.actions import desk_guiding, notify
from communities.dates import today
from communities.models import Group, GroupMember, GroupRole, User
from trajectories.actions.agreements import LOOK_AGAIN, agree_role
from trajectories.cards import patterns
from trajectories.models import MOVES, FundingPeriod, Status, StatusChange, Trajectory


@transaction.atomic
def start_trajectory(*, by, community, title, own_words, template):
    """A resident begins a trajectory and is its first host; own words are there from the first day (P1).

    What is usual for its kind is filled in as a beginning: rhythm, questions, methods and roles (M7).
    """
    group = Group.objects.create(community=community, title=title, own_words=own_words, started_on=today())
    GroupMember.objects.create(group=group, user=by, role=GroupRole.HOST, since=today())
    usual = patterns()[template]
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
def add_member(*, by, group, name, role, expertise=""):
    """A host writes somebody down by name only; an account can be linked to it later."""
    return GroupMember.objects.create(group=group, name=name, role=role, expertise=expertise, since=today())


@transaction.atomic
def end_part(*, by, member):
    """Somebody's part ends today. The row stays: what the group made is signed by role.

    The last host may go too: the group looks for somebody to carry it, and lives on (P5).
    """
    member.until = today()
    member.save(update_fields=["until"])
    desk_guiding(by=by, groups=[member.group])


@transaction.atomic
def change_status(*, by, trajectory, status, why, gathering=None):
    """One allowed move with its reason. Nothing but this deed ever changes a status (P5)."""
    last = StatusChange.objects.select_for_update().filter(trajectory=trajectory).order_by("on", "pk").last()
    before = last.status if last else None
    if status not in MOVES[before]:
        raise ValidationError(_("This step does not follow from how things are now."))
    if status == Status.RUNNING and before in {None, Status.EXPLORING}:
        _two_residents_carry(trajectory.group)
    change = StatusChange.objects.create(
        trajectory=trajectory, status=status, on=today(), why=why, by=by, gathering=gathering
    )
    group = trajectory.group
    people = User.objects.taking_part_in(group)
    notify(by=by, people=people, kind="status", about=trajectory.pk, community=group.community)
    return change


def _two_residents_carry(group):
    """It runs once two resident hosts said yes to carrying it (M6, P1)."""
    if User.objects.carrying(group).count() < 2:
        raise ValidationError(_("It runs when two residents carry it. Ask a second one to be host."))


@transaction.atomic
def set_up(*, by, trajectory, rhythm, questions, methods):
    """How the group usually works: hosts and facilitators change it whenever they like (M7)."""
    trajectory.rhythm, trajectory.questions, trajectory.methods = rhythm, questions, methods
    trajectory.save(update_fields=["rhythm", "questions", "methods"])


@transaction.atomic
def add_funding(*, by, group, values):
    """Write down money that comes under a group, with the day a decision is needed."""
    return FundingPeriod.objects.create(group=group, **_with_funder(values))


@transaction.atomic
def change_funding(*, by, period):
    """Mend what was written down; what follows from it (covered, gaps, warnings) is derived again."""
    if period.office_id:
        period.funder = period.office.organisation
    period.save()


def _with_funder(values):
    """Money through a department comes from its organisation: so its people can be warned (T7)."""
    office = values.get("office")
    return {**values, "funder": office.organisation} if office and not values.get("funder") else values
