"""Where one can walk in, with the hours in words."""

from dataclasses import dataclass

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from communities.places.models import MeetingPlace, OpeningHours, OpeningKind
from communities.site.pages import Panel


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
    return Panel("plekken", _("Where you can walk in"), "communities/places/places_panel.html", values)
