"""Planning one gathering, inviting to it, changing, moving, or saying that it does not take place."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.membership.models import new_code
from communities.models import User
from communities.news.actions import notify
from communities.site.dates import today
from trajectories.gatherings.models import Gathering
from trajectories.signups.actions import locked, move_up, tell_signed_up
from trajectories.signups.models import SignUp

# What people come for: whoever counts on a date hears when one of these is different.
TOLD = {"title", "start_question", "method", "place", "place_text", "needs", "provisions", "interpreter"}
TOLD |= {"open_door"}


def _changed(gathering, fields):
    """Save under a higher number, so that calendar programs take the newest version."""
    gathering.changed_at, gathering.sequence = timezone.now(), gathering.sequence + 1
    gathering.save(update_fields=[*fields, "changed_at", "sequence"])


def was_told_of(gathering):
    """Whether people count on it: they were invited, or signed up."""
    return bool(gathering.invited_on) or SignUp.objects.on_the_list().filter(gathering=gathering).exists()


@transaction.atomic
def invite_to_gathering(*, by, gathering):
    """Send it: the group hears, and the poster gets a code that opens the invitation without an account.

    `ValidationError` when it has begun or was cancelled.
    """
    gathering = locked(gathering)
    if gathering.cancelled_on or gathering.has_begun:
        raise ValidationError(_("You cannot invite people to this gathering any more."))
    gathering.invited_on = gathering.invited_on or today()
    gathering.code = gathering.code or new_code()
    gathering.save(update_fields=["invited_on", "code"])
    people = User.objects.taking_part_in(gathering.group)
    notify(by=by, people=people, kind="gathering", about=gathering.pk, community=gathering.community)
    return gathering


@transaction.atomic
def renew_poster(*, by, gathering):
    """A poster hangs where it should not: its code opens nothing any more. Who signed up keeps their place."""
    gathering = locked(gathering)
    gathering.code = new_code()
    gathering.save(update_fields=["code"])
    return gathering


@transaction.atomic
def change_gathering(*, by, gathering, values):
    """Other words, another place or more chairs for one date; who waits moves up when there is room.

    Whoever was invited or signed up hears of it when what they come for is different now.
    """
    gathering = locked(gathering)
    different = {name for name, value in values.items() if getattr(gathering, name) != value}
    for name, value in values.items():
        setattr(gathering, name, value)
    tell = bool(different & TOLD) and gathering.is_to_come and was_told_of(gathering)
    if tell:
        gathering.reworded_at = timezone.now()
    _changed(gathering, [*values, "reworded_at"])
    if tell:
        tell_about(by=by, gathering=gathering, kind="changed")
    move_up(by=by, gathering=gathering)
    return gathering


@transaction.atomic
def move_gathering(*, by, gathering, starts_at, ends_at=None):
    """Another moment for one date. The old one is remembered; the rest of the series stays where it is.

    `ValidationError` when it was cancelled or has been, and when the new moment has passed.
    """
    gathering = locked(gathering)
    _refuse_past(gathering)
    if starts_at <= timezone.now():
        raise ValidationError(_("This moment has passed. Choose one that is still to come."))
    gathering.original_at = gathering.original_at or gathering.starts_at
    gathering.note_move(starts_at)
    gathering.ends_at = ends_at
    _changed(gathering, ["original_at", "was_at", "moved_at", "starts_at", "ends_at"])
    tell_about(by=by, gathering=gathering, kind="moved")
    return gathering


@transaction.atomic
def cancel_gathering(*, by, gathering, why):
    """It does not take place. It stays on the page with the reason: what is missing gets a place.

    `ValidationError` when it was cancelled before, or has been.
    """
    gathering = locked(gathering)
    _refuse_past(gathering)
    gathering.cancelled_on, gathering.cancelled_why = today(), why
    _changed(gathering, ["cancelled_on", "cancelled_why"])
    tell_about(by=by, gathering=gathering, kind="cancelled")
    return gathering


@transaction.atomic
def tell_about(*, by, gathering, kind):
    """To the people of the group; who signed up hears about their own place instead, once."""
    rows = SignUp.objects.on_the_list().filter(gathering=gathering)
    if kind == "moved":
        rows.update(reminded_at=None)
    signed = rows.filter(person__isnull=False).values("person")
    people = User.objects.taking_part_in(gathering.group).exclude(pk__in=signed)
    notify(by=by, people=people, kind=kind, about=gathering.pk, community=gathering.community)
    tell_signed_up(by=by, gathering=gathering)


def _refuse_past(gathering):
    if gathering.cancelled_on:
        raise ValidationError(_("This gathering was cancelled before. Plan a new one."))
    if gathering.has_begun:
        raise ValidationError(_("This gathering has been. What was, cannot be moved or cancelled."))


@transaction.atomic
def plan_gathering(*, by, group, values):
    """A date with a start question; the agenda follows. Nobody hears of it before `invite_to_gathering`."""
    return Gathering.objects.create(group=group, community=group.community, created_by=by, **values)
