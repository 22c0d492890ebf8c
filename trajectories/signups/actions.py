"""Saying that you come, cancelling, and the waiting list that moves up by itself."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.news.actions import notify, write_about_place
from communities.news.quiet import may_send_now
from communities.site.dates import today
from trajectories.gatherings.models import Gathering
from trajectories.signups.models import SignUp

WAITING_AT_MOST = 100
SIGNUPS_AT_MOST = 600
SAME_MAIL_AT_MOST = 6


def locked(gathering):
    """The gathering under a lock: whoever counts its places counts alone (docs/principles.md rule 7)."""
    return Gathering.objects.select_for_update().get(pk=gathering.pk)


def free_places(gathering):
    """How many places are free, or None when everybody fits; free places are no secret (P10)."""
    if gathering.places is None:
        return None
    return max(0, gathering.places - taken_places(gathering))


def taken_places(gathering):
    """How many people have a place: one sign-up may be for more than one."""
    return most_taken([gathering])


def most_taken(gatherings):
    """How many people have a place at the fullest of these."""
    rows = SignUp.objects.placed().filter(gathering__in=gatherings).order_by()
    return max((row["taken"] for row in rows.values("gathering").annotate(taken=Sum("people"))), default=0)


@transaction.atomic
def sign_up(*, by, gathering, name, token, mail="", people=1, wants_reminder=False):
    """Take places, or stand on the waiting list. The same form, or the same account, signs up once.

    `ValidationError` when it has begun or was cancelled, or when more people come than ever fit.
    """
    gathering = locked(gathering)
    person = by if by.is_authenticated else None
    same = Q(token=token) | Q(person=person) if person else Q(token=token)
    found = SignUp.objects.on_the_list().filter(same, gathering=gathering).first()
    if found:
        return found
    if person:
        SignUp.objects.filter(person=person, gathering=gathering).delete()
    values = {
        "person": person,
        "name": name,
        "mail": "" if person else mail,
        "people": people,
        "wants_reminder": wants_reminder and bool(person or mail),
    }
    made, is_new = _take_places(gathering, token, values)
    if is_new:
        _tell(None, made, at_once=True)
    return made


@transaction.atomic
def add_signup(*, by, gathering, name, token, people=1):
    """Somebody phoned, or said it at the door: a host adds them by name. The same form adds once.

    `ValidationError` when it has begun or was cancelled, or when more people come than ever fit.
    """
    gathering = locked(gathering)
    found = SignUp.objects.filter(gathering=gathering, token=token).first()
    return found or _take_places(gathering, token, {"name": name, "people": people})[0]


def _take_places(gathering, token, values):
    """The row itself, with a place when all of them fit; call it under the lock."""
    if not gathering.takes_signups:
        raise ValidationError(_("You cannot sign up for this gathering any more."))
    _refuse_too_many(gathering, values["people"], values.get("mail"))
    free = free_places(gathering)
    fits = free is None or values["people"] <= free
    defaults = {**values, "placed_at": timezone.now() if fits else None}
    # A button tapped twice arrives twice; where the database knows no row locks, both may come this far.
    return SignUp.objects.get_or_create(gathering=gathering, token=token, defaults=defaults)


def _refuse_too_many(gathering, people, mail):
    """A list has an end, and nobody can send a stranger a heap of mail by filling in their address."""
    rows = SignUp.objects.filter(gathering=gathering)
    if gathering.places is not None and people > gathering.places:
        words = _("Only %(places)s people fit in all. Sign up for fewer people, or ask a host.")
        raise ValidationError(words % {"places": gathering.places})
    if rows.waiting().count() >= WAITING_AT_MOST or rows.count() >= SIGNUPS_AT_MOST:
        raise ValidationError(_("The waiting list is full too. Ask a host when the next time is."))
    if mail and rows.filter(mail__iexact=mail).count() >= SAME_MAIL_AT_MOST:
        raise ValidationError(_("This mail address was given too often. Leave it empty, or use another."))


@transaction.atomic
def cancel_signup(*, by, signup):
    """Not coming after all: the row is deleted, and whoever waits longest moves up."""
    gathering = locked(signup.gathering)
    signup.delete()
    move_up(by=by, gathering=gathering)


@transaction.atomic
def remove_signup(*, by, signup):
    """A host takes somebody off the list: they hear of it, and whoever waits longest moves up."""
    gathering = locked(signup.gathering)
    signup.removed_at = timezone.now()
    signup.save(update_fields=["removed_at"])
    if gathering.takes_signups:
        _tell(by, signup)
    move_up(by=by, gathering=gathering)


@transaction.atomic
def move_up(*, by, gathering):
    """Free places go to those who wait, in their order, and they hear of it. Call it under the lock.

    Whoever comes with more people than there are places waits on; who fits behind them comes in.
    """
    if not gathering.takes_signups:
        return
    free = free_places(gathering)
    for row in SignUp.objects.waiting().filter(gathering=gathering).select_related("person"):
        if free is not None and row.people > free:
            continue
        free = None if free is None else free - row.people
        row.placed_at = timezone.now()
        row.save(update_fields=["placed_at"])
        _tell(by, row)


@transaction.atomic
def tell_signed_up(*, by, gathering):
    """Everybody who signed up hears that something changed, by notice or by the mail address they left."""
    for row in SignUp.objects.on_the_list().filter(gathering=gathering).select_related("person"):
        _tell(by, row)


def _tell(by, row, at_once=False):
    """What is said is asked of the row when it is read (`notices.py`), so it is never out of date."""
    gathering = row.gathering
    if row.person:
        person = by if by and by.is_authenticated else None
        notify(by=person, people=[row.person], kind="signup", about=row.code, community=gathering.community)
    elif row.mail:
        write_about_place(code=row.code, starts_at=gathering.first_at, at_once=at_once)


@transaction.atomic
def remind_of_tomorrow(*, by=None):
    """Whoever wanted it hears the day before, by day, once; how many. Called again and again by the sender."""
    if not may_send_now(timezone.now()):
        return 0
    first = timezone.make_aware(datetime.combine(today() + timedelta(days=1), time.min))
    last = timezone.make_aware(datetime.combine(today() + timedelta(days=2), time.min))
    rows = list(SignUp.objects.to_remind(first, last).select_related("gathering", "person"))
    for row in rows:
        row.reminded_at = timezone.now()
        row.save(update_fields=["reminded_at"])
        _tell(by, row)
    return len(rows)


@transaction.atomic
def forget_signups(person):
    """Somebody is erased: their places go to those who wait, as with every other cancelling."""
    for row in SignUp.objects.filter(person=person).select_related("gathering"):
        cancel_signup(by=person, signup=row)
