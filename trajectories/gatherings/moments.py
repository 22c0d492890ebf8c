"""The date and place of a gathering, as a mail tells it."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communities.news.kinds import Moment
from trajectories.gatherings.ical import event_of


def moment_of(row, *lines):
    """For a gathering of `with_place`. A place that is not for everybody stands behind the link."""
    where = row.where_in_words if row.place_is_public else ""
    return Moment(
        key=f"gathering-{row.pk}",
        first_at=row.first_at,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where=where,
        event=lambda: _event(row, where),
        lines=(*_was(row), *lines),
    )


def _was(row):
    if row.is_moved and not row.cancelled_on:
        old = date_format(timezone.localtime(row.was_at), "l j F Y, G.i")
        yield _("It was at first: %(when)s") % {"when": old}


def _event(row, where):
    event = event_of(row)
    if where:
        event.add("location", where)
    return event
