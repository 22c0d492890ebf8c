"""Who does what, and how somebody comes to take part in a group."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.duties.actions import desk_guiding
from communities.groups.models import RESIDENT_LEADS
from communities.models import Community, GroupMember, GroupRole, User
from communities.news.actions import notify
from communities.rights.reader import Reader
from communities.site.dates import today
from trajectories.roles.models import RoleAgreement

LOOK_AGAIN = timedelta(days=182)


def _comes_back(agreement):
    """On its review day the agreement comes back by itself, to everybody in the group (T9)."""
    group = agreement.group
    due = timezone.make_aware(datetime.combine(agreement.review_on, time.min))
    people = User.objects.taking_part_in(group)
    notify(by=None, people=people, kind="role", about=group.pk, community=group.community, due=due)


@transaction.atomic
def agree_role(*, by, group, words, review_on):
    """Write down who does what, with the day on which it is looked at again."""
    made = RoleAgreement.objects.create(group=group, words=words, review_on=review_on, created_by=by)
    _comes_back(made)
    return made


@transaction.atomic
def review_role(*, by, agreement, words, review_on):
    """Looked at again: the old line ends, the new one stands until its own day."""
    agreement.ended_on = today()
    agreement.save(update_fields=["ended_on"])
    return agree_role(by=by, group=agreement.group, words=words, review_on=review_on)


@transaction.atomic
def let_role_go(*, by, agreement):
    """Nobody does this any more, and that is fine."""
    agreement.ended_on = today()
    agreement.save(update_fields=["ended_on"])


@transaction.atomic
def ask_to_take_part(*, by, group):
    """A member of the community would like to take part; a host says yes or no.

    `ValidationError` when this person takes part, or asked to.
    """
    if GroupMember.objects.filter(group=group, user=by, until=None).exists():
        raise ValidationError(_("You take part already, or wait for a yes."))
    GroupMember.objects.create(group=group, user=by, role=GroupRole.PARTICIPANT)
    people = User.objects.carrying(group)
    notify(by=by, people=people, kind="taking_part", about=group.pk, community=group.community)


@transaction.atomic
def welcome(*, by, member):
    """A host says yes: a builder comes in as facilitator, a resident as participant."""
    built = Community.objects.built_by(Reader(user=member.user)).contains(member.group.community)
    member.role = GroupRole.FACILITATOR if built else GroupRole.PARTICIPANT
    member.since = today()
    member.save(update_fields=["role", "since"])
    _tell(by, member)


def _tell(by, member):
    group = member.group
    notify(by=by, people=[member.user], kind="in_group", about=group.pk, community=group.community)


@transaction.atomic
def not_now(*, by, member):
    """No, or no thanks: the question is deleted, and nothing is kept of it."""
    member.delete()


@transaction.atomic
def offer_host(*, by, member):
    """Ask a resident of the group to carry it too. It begins with their own yes.

    `ValidationError` when this is no resident, or is host already or was asked.
    """
    lives = Community.objects.lived_in_by(Reader(user=member.user)).contains(member.group.community)
    if not lives:
        raise ValidationError(_("Only a resident can be host."))
    here = GroupMember.objects.filter(group=member.group, user=member.user, until=None)
    if here.filter(role__in=RESIDENT_LEADS).exists():
        raise ValidationError(_("This person is host already, or was asked."))
    offer = GroupMember.objects.create(
        group=member.group, user=member.user, role=GroupRole.HOST, is_offer=True
    )
    notify(by=by, people=[member.user], kind="host", about=offer.pk, community=member.group.community)
    return offer


@transaction.atomic
def carry(*, by, offer):
    """The person says yes: from today they are host, and their part as participant ends."""
    GroupMember.objects.filter(group=offer.group, user=by, role=GroupRole.PARTICIPANT, until=None).update(
        until=today()
    )
    offer.since, offer.is_offer = today(), False
    offer.save(update_fields=["since", "is_offer"])


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
    if member.user:
        about = {"about": member.group_id, "community": member.group.community}
        notify(by=by, people=[member.user], kind="part_ended", **about)
    desk_guiding(by=by, groups=[member.group])
