"""Beginning a community, opening its page, and its own words."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from communities.figures.models import Area
from communities.membership.models import Community, Membership, MembershipRole
from communities.organisations.models import Organisation, OrganisationKind
from communities.site.dates import today


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
    """Two residents make a community live, and its own words must be there (P1).

    `ValidationError` when there are no own words yet, or fewer than two residents.
    """
    residents = Membership.objects.current().filter(community=community, role=MembershipRole.RESIDENT)
    if not community.own_words:
        raise ValidationError(_("First write down what you want, in your own words."))
    if residents.count() < 2:
        raise ValidationError(_("A second resident has to join first. Invite somebody."))
    community.opened_on = today()
    community.save(update_fields=["opened_on"])


@transaction.atomic
def rewrite_community(*, by, community, own_words, own_words_by):
    """Residents rewrite their own words (P1).

    `ValidationError` when an open community would lose its words.
    """
    if community.opened_on and not own_words.strip():
        raise ValidationError(_("An open page needs words of its own."))
    community.own_words, community.own_words_by = own_words, own_words_by
    community.save(update_fields=["own_words", "own_words_by"])
