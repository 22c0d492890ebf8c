"""Gatherings in a list: what comes and what was, in words."""

from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from communities.site.dates import today
from communities.site.pages import NowItem
from trajectories.gatherings.models import Gathering

SOON = 3
LATELY = 12


def when_in_words(at):
    """ "Tomorrow, 9:30" or "Thursday 3 December, 19:30": words, not a countdown."""
    local = timezone.localtime(at)
    day, clock = local.date(), date_format(local, "G.i")
    if day == today():
        return _("Today, %(clock)s") % {"clock": clock}
    if day == today() + timedelta(days=1):
        return _("Tomorrow, %(clock)s") % {"clock": clock}
    return _("%(day)s, %(clock)s") % {"day": capfirst(date_format(local, "l j F")), "clock": clock}


def coming_gatherings(group, reader):
    """The next gatherings of a group that this reader may know of."""
    rows = Gathering.objects.visible_to(reader).filter(group=group, starts_at__gte=this_morning())
    return [_gathering_item(row) for row in rows.select_related("place", "group")[:LATELY]]


def past_gatherings(group, reader):
    """The latest gatherings of a group that this reader may know of."""
    rows = Gathering.objects.visible_to(reader).filter(group=group, starts_at__lt=this_morning())
    return rows.order_by("-starts_at")[:LATELY]


def this_morning():
    """The first moment of today: a gathering of tonight is still to come."""
    return timezone.make_aware(datetime.combine(today(), time.min))


def _gathering_item(row):
    where = row.place.name if row.place else row.place_text
    parts = [row.group.title, where, row.provided, _("Walk in, no need to sign up") if row.open_door else ""]
    title = str(row)
    if row.cancelled_on:
        title, parts = _("Does not take place: %(title)s") % {"title": row}, [row.cancelled_why.rstrip(".")]
    sentence = ". ".join(part for part in parts if part)
    url = reverse("gathering", args=[row.pk])
    return NowItem(row.starts_at, when_in_words(row.starts_at), title, url, f"{sentence}.")
