"""The first page of who runs the site for a municipality, and of who just came to work there: where to begin.

Nothing is kept about it: a step is done when what it makes is there.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from communities.figures.models import Area
from communities.membership.models import Invitation
from communities.organisations.models import Office, Organisation, Posting
from communities.site.dates import today

NEW = timedelta(days=90)


@dataclass(frozen=True)
class Step:
    """One door: what to do there, why, and whether it was done already."""

    title: str
    url: str
    sentence: str = ""
    done: bool = False


@dataclass(frozen=True)
class Steps:
    """Where somebody begins for one municipality."""

    heading: str
    steps: list


def make_office(municipality):
    """The page of the back office on which a department of this municipality is made."""
    return f"{reverse('admin:communities_office_add')}?organisation={municipality.pk}"


def _make_office(municipality, offices):
    address = make_office(municipality)
    return Step(
        _("Make a department"), address, _("Questions to the municipality go to a department."), bool(offices)
    )


def _invite_officials(municipality, offices, reader):
    title, address = _("Invite an official"), reverse("invite_official", args=[municipality.code])
    if not offices:
        return Step(title, "", _("Make a department first."))
    working = Posting.objects.visible_to(reader).current().filter(office__in=offices).exists()
    asked = Invitation.objects.visible_to(reader).usable().filter(office__in=offices).exists()
    return Step(title, address, _("You get a sheet with a code for one person."), working or asked)


def _import_places(municipality, reader):
    known = Area.objects.visible_to(reader).filter(code=municipality.code).exists()
    words = _(
        "Whoever keeps the server does this, with import_areas and import_figures. Here you see what came in."
    )
    address = reverse("admin:communities_area_changelist")
    return Step(_("Have outlines and figures imported"), address, words, known)


def _for_administrator(municipality, reader):
    offices = list(Office.objects.visible_to(reader).filter(organisation=municipality))
    steps = [
        _make_office(municipality, offices),
        _invite_officials(municipality, offices, reader),
        _import_places(municipality, reader),
    ]
    begun = all(step.done for step in steps)
    heading = _("Administration of %(name)s") if begun else _("First steps for %(name)s")
    doors = [
        Step(
            _("The page of the municipality"),
            reverse("municipality", args=[municipality.code]),
            _("Everybody sees this page. The communities stand on it."),
        ),
        Step(
            _("The back office"),
            reverse("admin:index"),
            _("Organisations, departments, posts, administrators and accounts. No story stands there."),
        ),
    ]
    return Steps(heading % {"name": municipality}, [*steps, *doors])


def _for_official(posting):
    municipality = posting.office.organisation
    page = reverse("municipality", args=[municipality.code])
    steps = [
        Step(_("The page of the municipality"), page, _("You see there what a resident sees.")),
        Step(
            _("What waits for an answer"),
            f"{page}#wacht-kop",
            _("Questions of residents, also to your department."),
        ),
        Step(
            _("My name, and where it may stand"), reverse("my_name"), _("Residents like to know who answers.")
        ),
        Step(
            _("Who sees what"),
            reverse("who_sees_what"),
            _("An official reads no story that was told in trust."),
        ),
    ]
    return Steps(_("First steps at %(name)s") % {"name": posting.office}, steps)


def first_steps(reader):
    """Per municipality that somebody administers, and per post there that began in the last three months."""
    administered = Organisation.objects.administered_by(reader)
    found = [_for_administrator(municipality, reader) for municipality in administered]
    mine = Posting.objects.visible_to(reader).current().filter(user=reader.pk, since__gt=today() - NEW)
    mine = mine.exclude(office__organisation__code="").select_related("office__organisation")
    return [*found, *map(_for_official, mine)]
