"""Gatherings as an iCalendar file (RFC 5545), in the form that most calendar programs take.

Every date is an event of its own: see docs/decisions on series in calendars.
"""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone

LOOKS_BACK = timedelta(days=92)
EVENTS_AT_MOST = 1000
# The rules of the European Union since 1996; a program that knows the zone by name does not need them.
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar_of(name, rows):
    """The file for these gatherings: from three months ago on, in the order of time."""
    calendar = _empty()
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("x-published-ttl", "PT6H")
    rows = rows.filter(starts_at__gte=timezone.now() - LOOKS_BACK).select_related("place", "group", "series")
    for row in rows.order_by("starts_at", "pk")[:EVENTS_AT_MOST]:
        calendar.add_component(_with_details(row, event_of(row)))
    return calendar.to_ical()


def calendar_file(moments):
    """The file that goes with a mail: these dates, which a program that knows them already brings up to date."""
    calendar = _empty()
    for moment in moments:
        calendar.add_component(moment.event())
    return calendar.to_ical()


def _empty():
    calendar = Calendar()
    calendar.add("prodid", "-//Samenspel//Samenspel//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Timezone.from_ical(AMSTERDAM))
    return calendar


def event_of(row):
    """One date: when, what it is called, whether it takes place, and the page where the rest stands."""
    event = Event()
    host = settings.SITE_URL.rpartition("/")[2].partition(":")[0]
    event.add("uid", f"bijeenkomst-{row.pk}@{host}")
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("sequence", row.sequence)
    event.add("dtstart", timezone.localtime(row.starts_at))
    if row.ends_at:
        event.add("dtend", timezone.localtime(row.ends_at))
    title = _("Does not take place: %(title)s") % {"title": row} if row.cancelled_on else str(row)
    event.add("summary", title)
    event.add("status", "CANCELLED" if row.cancelled_on else "CONFIRMED")
    if row.cancelled_on:
        event.add("transp", "TRANSPARENT")
    event.add("url", settings.SITE_URL + reverse("gathering", args=[row.pk]))
    return event


def _with_details(row, event):
    """What who subscribed may read besides: the place, and what there is."""
    event.add("location", row.where_in_words)
    event.add("description", "\n".join(_lines(row)))
    return event


def _lines(row):
    """What stands under an event: why not, moved from when, the question, and what there is."""
    if row.cancelled_on:
        yield row.cancelled_why
    elif row.is_moved:
        old = date_format(timezone.localtime(row.was_at), "l j F Y, G.i")
        yield _("Moved. At first it was planned for %(when)s.") % {"when": old}
    yield row.start_question
    yield str(row.group)
    if row.provided:
        yield row.provided
    if row.open_door:
        yield _("Just walk in, no need to sign up.")
