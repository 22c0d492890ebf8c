"""Inviting people, letting them in, and leaving."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.accounts.actions import end_sessions
from communities.accounts.models import User
from communities.duties.actions import desk_guiding
from communities.groups.models import Group, GroupMember
from communities.membership.models import Invitation, InvitationKind, Membership, MembershipRole
from communities.news.actions import notify
from communities.organisations.models import Posting
from communities.site.dates import today

LINK_HOLDS = timedelta(days=14)
POSTER_HOLDS = timedelta(days=90)


@transaction.atomic
def invite(*, by, community, kind, organisation=None):
    """Make a code for a community: a link for one person, or a poster for many who then wait for a yes."""
    poster = kind == InvitationKind.POSTER
    return Invitation.objects.create(
        kind=kind,
        community=community,
        organisation=organisation,
        created_by=by,
        expires_on=today() + (POSTER_HOLDS if poster else LINK_HOLDS),
        uses_left=None if poster else 1,
    )


@transaction.atomic
def invite_official(*, by, office, function):
    """An administrator makes a code for somebody who takes up a post."""
    return Invitation.objects.create(
        kind=InvitationKind.OFFICIAL,
        office=office,
        function=function,
        created_by=by,
        expires_on=today() + LINK_HOLDS,
        uses_left=1,
    )


@transaction.atomic
def void_invitation(*, by, invitation):
    """From now on this code opens nothing."""
    invitation.voided_on = today()
    invitation.save(update_fields=["voided_on"])


@transaction.atomic
def accept(*, by, invitation):
    """Come in with a code, under a lock, so that one code lets in one person.

    A poster's code and a builder's code give a row that waits: a host says yes (docs/domain.md, "Reach").
    `ValidationError` when the code was used up, voided or expired meanwhile.
    """
    invitation = Invitation.objects.select_for_update().usable().filter(pk=invitation.pk).first()
    if invitation is None:
        raise ValidationError(_("This code was just used up."))
    if invitation.kind == InvitationKind.OFFICIAL:
        _take_post(by, invitation)
    else:
        _join(by, invitation)
    if invitation.uses_left is not None:
        invitation.uses_left -= 1
        if invitation.uses_left == 0:
            invitation.expires_on = today()
        invitation.save(update_fields=["uses_left", "expires_on"])


def _take_post(by, invitation):
    held = Posting.objects.filter(user=by, office=invitation.office, until=None)
    if held.exists():
        raise ValidationError(_("You already have this post."))
    Posting.objects.create(user=by, office=invitation.office, function=invitation.function, since=today())


def _join(by, invitation):
    here = Membership.objects.filter(user=by, community=invitation.community, until=None)
    if here.filter(role=invitation.role).exists():
        raise ValidationError(_("You already belong to this community, or wait for a yes."))
    waits = invitation.kind in {InvitationKind.POSTER, InvitationKind.BUILDER}
    Membership.objects.create(
        user=by,
        community=invitation.community,
        role=invitation.role,
        organisation=invitation.organisation if invitation.role == MembershipRole.BUILDER else None,
        introduced_by=invitation.created_by,
        since=None if waits else today(),
    )
    if waits:
        place = invitation.community
        people = User.objects.hosts_of(place)
        notify(by=by, people=people, kind="knocking", about=place.slug, community=place)


@transaction.atomic
def admit_member(*, by, membership):
    """A host says yes; from today the rights of a member hold."""
    membership.since, membership.introduced_by = today(), by
    membership.save(update_fields=["since", "introduced_by"])
    place, people = membership.community, [membership.user]
    notify(by=by, people=people, kind="let_in", about=place.slug, community=place)


@transaction.atomic
def turn_away(*, by, membership):
    """A host says no: the question is deleted and nothing is kept of it."""
    membership.delete()


@transaction.atomic
def leave(*, by, community, here=""):
    """Leave: every row here ends today, nothing that was made together is deleted, duties fall to the desk.

    Who was a builder is logged out on every device but the one in which this was asked (`here`).
    """
    now = today()
    groups = list(Group.objects.guided_by(by).filter(community=community))
    if (
        Membership.objects.current()
        .filter(user=by, community=community, role=MembershipRole.BUILDER)
        .exists()
    ):
        end_sessions(by=by, person=by, but=here)
    Membership.objects.filter(user=by, community=community, since=None).delete()
    Membership.objects.filter(user=by, community=community, until=None).update(until=now)
    GroupMember.objects.filter(user=by, group__community=community, since=None).delete()
    GroupMember.objects.filter(user=by, group__community=community, until=None).update(until=now)
    desk_guiding(by=by, groups=groups)
