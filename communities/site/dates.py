"""Rows that hold from one day until another.

Rights follow from rows that are current today, never from flags (docs/domain.md, "Reach").
A row holds on every day `d` with `since <= d < until`; `until` empty means "still". So a role
that is ended today is over at once, and two rows can follow each other without a shared day.
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


def today():
    """The day it is in the Netherlands."""
    return timezone.localdate()


def holds(on=None, prefix=""):
    """The condition that a dated row is current; `prefix` reaches through a relation (`"members__"`)."""
    on = on or today()
    started = Q(**{f"{prefix}since__lte": on})
    return started & (Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": on}))


def lately_held():
    """The condition that a dated row holds, or did until at most a year ago."""
    return Q(since__lte=today()) & (Q(until__isnull=True) | Q(until__gt=today() - timedelta(days=365)))


class DatedQuerySet(models.QuerySet):
    def current(self, on=None):
        """The rows that hold today (or on the given day)."""
        return self.filter(holds(on))

    def past(self, on=None):
        """The rows that are over."""
        return self.filter(until__lte=on or today())


class Dated(models.Model):
    """Something that is true from a day, and perhaps until a day."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def ends_after_it_starts(name):
    """The database refuses a row that ends before it began."""
    return models.CheckConstraint(
        condition=Q(until__isnull=True) | Q(until__gte=F("since")), name=f"{name}_ends_after_start"
    )


def quarter_of(day):
    """The first day of the quarter a day lies in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def quarter_end(quarter):
    """The last day of a quarter, its reference date."""
    return quarter_of(quarter + timedelta(days=100)) - timedelta(days=1)


def last_quarter(day):
    """The first day of the last quarter that is over."""
    return quarter_of(quarter_of(day) - timedelta(days=1))


def half_of(day):
    """The first day of the half year a day lies in."""
    return day.replace(month=1 if day.month <= 6 else 7, day=1)
