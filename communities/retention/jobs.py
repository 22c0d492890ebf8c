"""Letting go after a while (docs/principles.md rule 3; AVG art. 5(1)(e)): what is due, and the deed on it.

How long each kind is kept stands in config/website/my_data/register.toml, and is handed in as days. `due` is asked again
under a lock for every batch: who touched a row in the meantime keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from communities.retention.models import RetentionLogEntry
from communities.site.dates import today


@dataclass(frozen=True)
class Job:
    """One kind of row that is let go of: `term` names the number of days in the register row of `model`."""

    name: str
    model: type[models.Model]
    term: str
    due: Callable
    let_go: Callable
    batch: int = 500


def delete(rows):
    """Gone, with what hangs on it."""
    rows.delete()


def cutoff_day(days):
    """What ended on this day or before is past its term."""
    return today() - timedelta(days=days)


def cutoff(days):
    """The same for a moment."""
    return timezone.now() - timedelta(days=days)


def carry_out(job, days, after=None):
    """Let go of one batch in one transaction, with its line in the ledger; returns the keys of its rows.

    `after` is the last key of the batch before it: no batch looks at the same rows again.
    """
    with transaction.atomic():
        due = job.due(days) if after is None else job.due(days).filter(pk__gt=after)
        due = due.order_by("pk").only("pk").select_for_update(skip_locked=True, of=("self",))
        keys = [row.pk for row in due[: job.batch]]
        if keys:
            job.let_go(job.model._base_manager.filter(pk__in=keys))
            line, _new = RetentionLogEntry.objects.get_or_create(job=job.name, on=today())
            RetentionLogEntry.objects.filter(pk=line.pk).update(count=F("count") + len(keys))
    return keys
