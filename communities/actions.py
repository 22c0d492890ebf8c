"""What people do with places, communities, invitations and their own name."""

from datetime import timedelta

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from communities.adapters import EXAMPLE_MAILBOX
from communities.dates import today
from communities.models import (
    Area,
    Community,
    GroupMember,
    Invitation,
    InvitationKind,
    Membership,
    MembershipRole,
    OpeningHours,
    Organisation,
    OrganisationKind,
    Posting,
    ShownAs,
)

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

    A poster's code and a builder's code give a row that waits: a host says yes (2-domain.md, "Reach").
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
        invitation.save(update_fields=["uses_left"])


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


@transaction.atomic
def let_in(*, by, membership):
    """A host says yes; from today the rights of a member hold."""
    membership.since, membership.introduced_by = today(), by
    membership.save(update_fields=["since", "introduced_by"])


@transaction.atomic
def turn_away(*, by, membership):
    """A host says no: the question is deleted and nothing is kept of it."""
    membership.delete()


@transaction.atomic
def leave(*, by, community):
    """Leave: every row here ends today, and nothing that was made together is deleted."""
    now = today()
    Membership.objects.filter(user=by, community=community, since=None).delete()
    Membership.objects.filter(user=by, community=community, until=None).update(until=now)
    GroupMember.objects.filter(user=by, group__community=community, until=None).update(until=now)


@transaction.atomic
def start_community(*, by, area, name, own_words):
    """Prepare a community for an area. It opens only when a second resident says so."""
    code = area.municipality_code or f"GM{area.code[2:6]}"
    place = Area.objects.newest().filter(code=code).first()
    municipality, _made = Organisation.objects.get_or_create(
        code=code,
        defaults={
            "kind": OrganisationKind.MUNICIPALITY,
            "name": _("Municipality of %(name)s") % {"name": place.name if place else code},
        },
    )
    community = Community.objects.create(
        name=name, slug=_free_slug(name), own_words=own_words, municipality=municipality
    )
    community.areas.add(area)
    Membership.objects.create(user=by, community=community, role=MembershipRole.RESIDENT, since=today())
    return community


def _free_slug(name):
    base = slugify(name)[:70] or "gemeenschap"
    taken = set(Community.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(s for s in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if s not in taken)


@transaction.atomic
def open_community(*, by, community):
    """Two residents make a community live, and its own words must be there (P1)."""
    residents = Membership.objects.current().filter(community=community, role=MembershipRole.RESIDENT)
    if not community.own_words:
        raise ValidationError(_("First write down what you want, in your own words."))
    if residents.count() < 2:
        raise ValidationError(_("A second resident has to join first. Invite somebody."))
    community.opened_on = today()
    community.save(update_fields=["opened_on"])


@transaction.atomic
def rewrite_community(*, by, community, own_words, own_words_by):
    """Residents rewrite their own words (P1)."""
    if community.opened_on and not own_words.strip():
        raise ValidationError(_("An open page needs words of its own."))
    community.own_words, community.own_words_by = own_words, own_words_by
    community.save(update_fields=["own_words", "own_words_by"])


@transaction.atomic
def change_name(*, by, display_name, language, digest):
    """How somebody is called, for themselves; where the name stands is asked per row."""
    by.display_name, by.language, by.digest = display_name, language, digest
    by.save(update_fields=["display_name", "language", "digest"])


@transaction.atomic
def show_as(*, by, row, shown_as):
    """The dated yes to a name on a page, or its taking back (2-domain.md, "Names of people")."""
    row.shown_as = shown_as
    row.shown_since = None if shown_as == ShownAs.ROLE else today()
    row.save(update_fields=["shown_as", "shown_since"])


@transaction.atomic
def save_place(*, by, place, hours):
    """Keep a meeting place with its weekly hours."""
    place.save()
    place.hours.all().delete()
    OpeningHours.objects.bulk_create([OpeningHours(place=place, **row) for row in hours])
    return place


@transaction.atomic
def close_place(*, by, place, closed_on, closed_why):
    """A place closes and stays visible, with the reason (T2)."""
    place.closed_on, place.closed_why = closed_on, closed_why
    place.save(update_fields=["closed_on", "closed_why"])


@transaction.atomic
def forget(person):
    """Every role ends today and is signed by role from now on; names and own words about oneself go."""
    now = today()
    for rows in (person.memberships, person.group_roles, person.postings, person.appointments):
        rows.filter(until=None).exclude(since=None).update(until=now)
    Membership.objects.filter(user=person, since=None).delete()
    person.group_roles.update(name="", expertise="", shown_as=ShownAs.ROLE, shown_since=None)
    for rows in (person.memberships, person.postings):
        rows.update(shown_as=ShownAs.ROLE, shown_since=None)
    cache.delete(EXAMPLE_MAILBOX)
