"""The pulse of scheduled jobs. A new job is one line in LONGEST_SILENCE and `with heartbeat("name") as outcome`."""

import logging
from contextlib import contextmanager
from datetime import timedelta

from django.core.management.base import CommandError
from django.utils import timezone

from communities.retention.models import Heartbeat

LONGEST_SILENCE = {
    "retention": timedelta(hours=36),
    "letters": timedelta(hours=1),
    "nightly": timedelta(hours=36),
}
log = logging.getLogger(__name__)


@contextmanager
def heartbeat(job):
    """Note that a job began and, only when nothing went wrong, that it finished with these numbers.

    What goes wrong is named by its class: the words of a database error hold the row it refused, and
    the output of a scheduled job is mailed around (docs/principles.md rule 4).
    """
    outcome = {}
    Heartbeat.objects.update_or_create(job=job, defaults={"started_at": timezone.now()})
    try:
        yield outcome
    except Exception as error:
        log.exception("scheduled job broke", extra={"job": job})
        raise CommandError(f"{job} stopped: {type(error).__name__}. The log says where.") from None
    Heartbeat.objects.filter(job=job).update(finished_at=timezone.now(), outcome=outcome)


class PartsBroke(Exception):
    """Some parts of a job did not finish; the log says where, and the rest was done."""


def each_apart(parts, do, job):
    """Do each part on its own: one that breaks never stops the rest. What was returned, in the same order.

    `PartsBroke` afterwards, when any broke: then the job has no pulse and somebody looks.
    """
    done, broken = [], 0
    for part in parts:
        try:
            done.append(do(part))
        except Exception:
            broken += 1
            log.exception("part of a scheduled job broke", extra={"job": job, "count": broken})
    if broken:
        raise PartsBroke(job)
    return done


def jobs(now=None):
    """Per expected job: "on time", "never ran", or since when it is late."""
    now, beats = now or timezone.now(), {beat.job: beat.finished_at for beat in Heartbeat.objects.all()}
    return {job: _state(now, beats.get(job), silence) for job, silence in LONGEST_SILENCE.items()}


def _state(now, finished, silence):
    if finished is None:
        return "never ran"
    late_since = finished + silence
    return "on time" if now <= late_since else f"late since {late_since.isoformat(timespec='seconds')}"
