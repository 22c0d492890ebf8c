"""What people, places and offices bring to shared pages."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from communities.generic import NowItem, Panel
from communities.models import (
    MeetingPlace,
    Membership,
    MembershipRole,
    OpeningHours,
    OpeningKind,
    Posting,
    Report,
    SetAside,
    WayIn,
)
from communities.models.communities import Community
from communities.models.shown import person_name, shown_name


@dataclass(frozen=True)
class Hours:
    """ "Tuesday and Thursday, 9.30 to 12.00" for one kind of opening."""

    kind: str
    is_walk_in: bool
    words: str


@dataclass(frozen=True)
class Place:
    """A meeting place with its hours in words."""

    place: MeetingPlace
    hours: list


def _clock(time):
    return time_format(time, "G.i")


def hours_in_words(rows):
    """Weekly openings put together: the same hours on several days are one line; walking in comes first."""
    together = {}
    for row in rows:
        together.setdefault((row.kind, row.what, row.opens, row.closes), []).append(row.weekday)
    order = [kind.value for kind in OpeningKind]
    lines = []
    for (kind, what, opens, closes), days in sorted(
        together.items(), key=lambda i: (order.index(i[0][0]), i[1])
    ):
        named = get_text_list([str(WEEKDAYS[day]) for day in sorted(days)], _("and"))
        words = _("%(days)s, %(opens)s to %(closes)s") % {
            "days": named,
            "opens": _clock(opens),
            "closes": _clock(closes),
        }
        label = what or str(OpeningKind(kind).label)
        lines.append(Hours(label, kind == OpeningKind.WALK_IN, words))
    return lines


def places_panel(community, reader):
    """Where you can walk in; closed places last, with the reason (T2)."""
    places = list(MeetingPlace.objects.visible_to(reader).filter(community=community))
    if not places:
        return None
    hours = {}
    for row in OpeningHours.objects.visible_to(reader).filter(place__in=places):
        hours.setdefault(row.place_id, []).append(row)
    values = {
        "places": [Place(p, hours_in_words(hours.get(p.pk, []))) for p in places],
        "may_edit": community.joined,
    }
    return Panel("plekken", _("Where you can walk in"), "communities/places_panel.html", values)


@dataclass(frozen=True)
class Worker:
    """A professional on the page: the name if this reader may read it, what they do, since when."""

    name: str
    role: str
    since: date
    pk: int

    @property
    def role_on_its_own(self):
        """The role where no name may stand: it begins the line."""
        return capfirst(self.role)


def builders_of(community, reader):
    """The community builders who work here now."""
    rows = Membership.objects.visible_to(reader).current()
    rows = rows.filter(community=community, role=MembershipRole.BUILDER).as_shown_to(reader)
    return [
        Worker(row.shown_name, f"{row.get_role_display()}, {row.organisation}", row.since, row.pk)
        for row in rows.select_related("organisation")
    ]


def officials_of(municipality, reader):
    """Who holds a post at the municipality now."""
    joined = Community.objects.named_in(reader).filter(municipality=municipality).values("municipality")
    rows = Posting.objects.visible_to(reader).current().filter(office__organisation=municipality)
    named = shown_name(person_name(), joined, "office__organisation")
    rows = rows.annotate(shown_name=named).select_related("office")
    return [Worker(row.shown_name, f"{row.function}, {row.office.name}", row.since, row.pk) for row in rows]


def reports_waiting(reader):
    """What waits for me about things that are not right: to look at, as teller, or set aside of mine."""
    handled = Report.objects.visible_to(reader).standing().select_related("community")
    items = [
        _report_item(row, _("Something is not right here"), row.get_absolute_url()) for row in handled[:20]
    ]
    for row in Report.objects.named_to(reader).standing().select_related("community")[:20]:
        title = _("Somebody is named in what you wrote")
        items.append(_report_item(row, title, reverse("named", args=[row.pk])))
    for way in WayIn.objects.to_confirm(reader).select_related("community")[:20]:
        when, title = date_format(way.made_at, "j F"), _("Is it right that somebody comes back in?")
        address = reverse("confirm_way_in", args=[way.pk])
        items.append(NowItem(way.made_at, when, title, address, str(way.community)))
    asides = SetAside.objects.visible_to(reader).in_force().exclude(report__in=handled.values("pk"))
    for aside in asides.select_related("report__community")[:20]:
        title = _("Something you wrote was set aside for two weeks")
        items.append(_report_item(aside.report, title, aside.get_absolute_url()))
    return items


def _report_item(row, title, address):
    when = date_format(row.opened_at, "j F")
    return NowItem(row.opened_at, when, title, address, str(row.community))
