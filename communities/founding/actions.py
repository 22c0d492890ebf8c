"""Beginning a community, opening its page, its own words, and moving along to a new division."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from communities.accounts.models import User
from communities.figures.models import Area
from communities.membership.models import Community, Membership, MembershipRole
from communities.news.actions import notify
from communities.organisations.models import Organisation, OrganisationKind
from communities.site.dates import today


def municipality_of(area):
    """The code of the municipality an area lies in: CBS gives it, or it stands in the area's own code."""
    return area.municipality_code or f"GM{area.code[2:6]}"


@transaction.atomic
def start_community(*, by, area, name, own_words):
    """Prepare a community for an area. It opens only when a second resident says so.

    `ValidationError` for somebody who prepares one already: an address of the site is no place to keep names.
    """
    User.objects.select_for_update().get(pk=by.pk)
    prepared = Community.objects.prepared_by(by).first()
    if prepared is not None:
        said = _("You are preparing %(name)s. Open that first, or leave it.")
        raise ValidationError(said % {"name": prepared.name})
    code = municipality_of(area)
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


@transaction.atomic
def move_to_new_division(*, by, year, ask):
    """Communities move along to a new year where CBS says that nothing changed; the hosts of the others are asked.

    A code proves nothing, because codes are used again (docs/domain.md, `Area`): without that word of CBS, or
    over a year that was left out, only people who live there can say which area is theirs now. Gives
    (how many moved along, how many were asked).
    """
    years = Area.objects.filter(year__gte=year).values_list("year", flat=True)
    moved = {place for one in sorted(set(years)) for place in _carry(one)}
    places = Community.objects.with_old_areas(year) if ask else Community.objects.none()
    for place in places:
        people = User.objects.hosts_of(place)
        notify(by=by, people=people, kind="divided", about=place.slug, community=place)
    return len(moved), len(places)


def _carry(year):
    """The communities of which an area of the year before is in this year the same place."""
    links = Community.areas.through.objects.filter(area__year=year - 1)
    same = Area.objects.filter(year=year, unchanged=True, code__in=links.values("area__code"))
    keys = dict(same.values_list("code", "pk"))
    moved = set()
    for link in links.filter(area__code__in=keys).select_related("area", "community").defer("area__outline"):
        link.community.areas.add(keys[link.area.code])
        link.community.areas.remove(link.area)
        moved.add(link.community_id)
    return moved


@transaction.atomic
def choose_areas(*, by, community, areas):
    """Hosts say in which areas of the new division their community lives; the old ones make room.

    `ValidationError` when none was chosen, because a community without an area is found by nobody.
    """
    if not areas:
        raise ValidationError(_("Choose at least one neighbourhood."))
    old = community.areas.divided_anew()
    newer = Area.objects.newest_division_of(old)
    community.areas.set([*community.areas.exclude(pk__in=old).exclude(pk__in=newer), *areas])
