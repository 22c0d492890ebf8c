"""Starting a trajectory, who is in it, its words, its status and its money."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.actions import desk_guiding, notify
from communities.dates import today
from communities.models import Group, GroupMember, GroupRole, User
from trajectories.models import MOVES, FundingPeriod, Status, StatusChange, Trajectory


@transaction.atomic
def start_trajectory(*, by, community, title, own_words, template):
    """A resident begins a trajectory and is its first host; own words are there from the first day (P1)."""
    group = Group.objects.create(community=community, title=title, own_words=own_words, started_on=today())
    GroupMember.objects.create(group=group, user=by, role=GroupRole.HOST, since=today())
    trajectory = Trajectory.objects.create(group=group, template=template)
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
    if status not in MOVES[last.status if last else None]:
        raise ValidationError(_("This step does not follow from how things are now."))
    change = StatusChange.objects.create(
        trajectory=trajectory, status=status, on=today(), why=why, by=by, gathering=gathering
    )
    group = trajectory.group
    people = User.objects.taking_part_in(group)
    notify(by=by, people=people, kind="status", about=trajectory.pk, community=group.community)
    return change


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
