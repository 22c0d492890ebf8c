"""Writing a letter for who comes after, meeting, and accepting (T8, P9)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import User
from communities.news.actions import notify
from communities.site.dates import today
from trajectories.handovers.models import Handover


@transaction.atomic
def write_handover(*, by, handover, values):
    """Keep the letter; only its writer reads it, until it is shared.

    `ValidationError` when it was shared already.
    """
    same = Handover.objects.filter(part=handover.part, posting=handover.posting)
    if same.exclude(pk=handover.pk).exists():
        raise ValidationError(_("This letter was shared already."))
    for name, value in values.items():
        setattr(handover, name, value)
    handover.save()
    return handover


@transaction.atomic
def share_handover(*, by, handover):
    """From today the hosts and the successor read it, and the words stand.

    `ValidationError` when it was shared already, or when nothing stands in it.
    """
    handover = _locked(handover)
    if handover.shared_on:
        raise ValidationError(_("This letter was shared already."))
    if not any((handover.learned, handover.people, handover.promised, handover.not_again)):
        raise ValidationError(_("Write down at least one thing."))
    handover.shared_on = today()
    handover.save(update_fields=["shared_on"])
    _tell(by, handover)
    return handover


@transaction.atomic
def meet(*, by, handover, gathering=None, met_on=None):
    """Both were there: at a gathering of the group, or on a day when it is an office.

    `ValidationError` when that step does not follow, or when the day is still to come.
    """
    handover = _locked(handover)
    day = timezone.localdate(gathering.starts_at) if gathering else met_on
    if handover.shared_on is None or handover.met_on:
        raise ValidationError(_("This step does not follow from how things are now."))
    if day > today():
        raise ValidationError(_("This day has not come yet."))
    handover.gathering, handover.met_on = gathering, day
    handover.save(update_fields=["gathering", "met_on"])
    _tell(by, handover)
    return handover


@transaction.atomic
def accept_handover(*, by, handover):
    """Residents say that it was handed over well; an office says so itself.

    `ValidationError` when they did not meet yet, or it was accepted already.
    """
    handover = _locked(handover)
    if handover.met_on is None or handover.accepted_on:
        raise ValidationError(_("This step does not follow from how things are now."))
    handover.accepted_on, handover.accepted_by = today(), by
    handover.save(update_fields=["accepted_on", "accepted_by"])
    _tell(by, handover)
    return handover


def _locked(handover):
    Handover.objects.select_for_update().get(pk=handover.pk)
    return Handover.objects.select_related("part__group__community", "posting__office").get(pk=handover.pk)


def _tell(by, handover):
    """The hosts, who comes after and who leaves; of an office everybody who works there now."""
    part, after = handover.part, handover.to_part or handover.to_posting
    community = part.group.community if part else None
    people = set(
        User.objects.carrying(part.group) if part else User.objects.posted_at(handover.posting.office)
    )
    people |= {row.user for row in (part, handover.posting, after) if row and row.user}
    notify(by=by, people=people, kind="handover", about=handover.pk, community=community)


@transaction.atomic
def forget_handovers(person):
    """Letters that were never shared go; a shared one stays the group's, signed by role."""
    Handover.objects.filter(Q(part__user=person) | Q(posting__user=person), shared_on=None).delete()
