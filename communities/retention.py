"""Letting go after a while (4-quality.md rule 3; AVG art. 5(1)(e)): what is due, and the deed on it.

How long each kind is kept stands in config/register.toml, and is handed in as days. `due` is asked again
under a lock for every batch: who touched a row in the meantime keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from communities.dates import today
from communities.models import (
    Appointment,
    Card,
    GroupMember,
    Invitation,
    Letter,
    Membership,
    Notice,
    Posting,
    Report,
    Retained,
    SetAside,
    ShownAs,
    WayIn,
)

BY_ROLE = {"shown_as": ShownAs.ROLE, "shown_since": None}


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


def day(days):
    """What ended on this day or before is past its term."""
    return today() - timedelta(days=days)


def moment(days):
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
            line, _new = Retained.objects.get_or_create(job=job.name, on=today())
            Retained.objects.filter(pk=line.pk).update(count=F("count") + len(keys))
    return keys


def parts_over(days):
    """Parts in a group that ended, and those nobody ended of people who left the community itself."""
    here = Membership.objects.filter(user=OuterRef("user"), community=OuterRef("group__community"))
    left = Exists(here.filter(until__lte=day(days)))
    stayed = Exists(here.filter(Q(until__isnull=True) | Q(until__gt=day(days))))
    over = Q(until__lte=day(days)) | (Q(left, until__isnull=True) & ~stayed)
    return GroupMember.objects.filter(over).exclude(user__isnull=True, name="", expertise="")


def let_go_of_parts(rows):
    """The row stays for the picture of the group, signed by role."""
    rows.filter(until=None).update(until=today())
    rows.update(user=None, name="", expertise="", **BY_ROLE)


def memberships_over(days):
    """Who left the community long enough ago."""
    rows = Membership.objects.filter(until__lte=day(days))
    return rows.exclude(user__isnull=True, introduced_by__isnull=True)


def let_go_of_memberships(rows):
    """The dated row stays, signed by role."""
    rows.update(user=None, introduced_by=None, **BY_ROLE)


def unanswered(days):
    """Who asked to come in and was not answered."""
    return Membership.objects.pending().filter(asked_on__lte=day(days))


def posts_over(days):
    """Posts that ended two years ago: the name under them faded already (2-domain.md, "Names of people")."""
    return Posting.objects.filter(until__lte=day(days), user__isnull=False)


def let_go_of_posts(rows):
    """Memory hangs on the office (P9): the dated row stays, signed by function."""
    rows.update(user=None, **BY_ROLE)


def appointments_over(days):
    """Administrators who stopped."""
    return Appointment.objects.filter(until__lte=day(days), user__isnull=False)


def let_go_of_appointments(rows):
    """That there was an administrator stays; who it was does not."""
    rows.update(user=None)


def codes_over(days):
    """Expired, used up (which ends a code the same day) or voided."""
    return Invitation.objects.filter(Q(expires_on__lte=day(days)) | Q(voided_on__lte=day(days)))


def old_notices(days):
    """News counts from the day it was due: what is to be told later stays."""
    return Notice.objects.filter(due__lte=moment(days))


def old_letters(days):
    """Sent, given up or broken off: after this time no mail needs to be known any more."""
    return Letter.objects.filter(made_at__lte=moment(days))


def closed_reports(days):
    """Looked at and closed; its words are not needed any more. What is out of sight now stays so."""
    rows = Report.objects.filter(closed_at__lte=moment(days))
    return rows.exclude(pk__in=SetAside.objects.in_force().values("report"))


def forgotten_reports(days):
    """Nobody closed it in a year."""
    return Report.objects.filter(opened_at__lte=moment(days), closed_at=None)


def old_cards(days):
    """A card that nobody took up in all this time."""
    return Card.objects.filter(made_at__lte=moment(days))


def old_ways_in(days):
    """That somebody was let back in is kept for a year, in case it was not right."""
    return WayIn.objects.filter(made_at__lte=moment(days))


JOBS = [
    Job("cards", Card, "keep_days", old_cards, delete),
    Job("ways in", WayIn, "keep_days", old_ways_in, delete),
    Job("reports", Report, "keep_days", closed_reports, delete),
    Job("reports nobody closed", Report, "open_days", forgotten_reports, delete),
    Job("parts in groups", GroupMember, "keep_days", parts_over, let_go_of_parts),
    Job("memberships", Membership, "keep_days", memberships_over, let_go_of_memberships),
    Job("unanswered requests", Membership, "waiting_days", unanswered, delete),
    Job("posts", Posting, "keep_days", posts_over, let_go_of_posts),
    Job("appointments", Appointment, "keep_days", appointments_over, let_go_of_appointments),
    Job("invitations", Invitation, "keep_days", codes_over, delete),
    Job("notices", Notice, "keep_days", old_notices, delete),
    Job("letters", Letter, "keep_days", old_letters, delete),
]
