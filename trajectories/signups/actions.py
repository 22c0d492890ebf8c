"""Saying that you come, cancelling, and the waiting list that moves up by itself."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.news.actions import notify
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
    return max(0, gathering.places - SignUp.objects.placed().filter(gathering=gathering).count())


@transaction.atomic
def sign_up(*, by, gathering, name, token, mail=""):
    """Take a place, or stand on the waiting list. The same form, or the same account, signs up once.

    `ValidationError` when it has begun or was cancelled.
    """
    gathering = locked(gathering)
    person = by if by.is_authenticated else None
    same = Q(token=token) | Q(person=person) if person else Q(token=token)
    found = SignUp.objects.filter(same, gathering=gathering).first()
    if found:
        return found
    if not gathering.takes_signups:
        raise ValidationError(_("You cannot sign up for this gathering any more."))
    _refuse_too_many(gathering, mail)
    values = {
        "person": person,
        "name": name,
        "mail": "" if person else mail,
        "placed_at": None if free_places(gathering) == 0 else timezone.now(),
    }
    # A button tapped twice arrives twice; where the database knows no row locks, both may come this far.
    made, is_new = SignUp.objects.get_or_create(gathering=gathering, token=token, defaults=values)
    if is_new:
        _write(made, _("You signed up: %(title)s"))
    return made


def _refuse_too_many(gathering, mail):
    """A list has an end, and nobody can send a stranger a heap of mail by filling in their address."""
    rows = SignUp.objects.filter(gathering=gathering)
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
def move_up(*, by, gathering):
    """Free places go to those who wait, in their order, and they hear of it. Call it under the lock."""
    free = free_places(gathering)
    rows = SignUp.objects.waiting().filter(gathering=gathering).select_related("person")
    if not gathering.takes_signups:
        return
    for row in rows if free is None else rows[:free]:
        row.placed_at = timezone.now()
        row.save(update_fields=["placed_at"])
        _tell(by, row, _("There is a place for you: %(title)s"))


@transaction.atomic
def tell_signed_up(*, by, gathering, subject):
    """Everybody who signed up hears that something changed, by notice or by the mail address they left."""
    for row in SignUp.objects.filter(gathering=gathering).select_related("person"):
        _tell(by, row, subject)


def _tell(by, row, subject):
    if row.person is None:
        _write(row, subject)
        return
    person, place = by if by and by.is_authenticated else None, row.gathering.community
    notify(by=person, people=[row.person], kind="signup", about=row.code, community=place)


def _write(row, subject):
    """A title and a link, to whoever left an address and has no account."""
    if not row.mail:
        return
    words = _("Here you see your place, and here you cancel: %(link)s")
    link = f"{settings.SITE_URL}{row.get_absolute_url()}"
    send_mail(subject % {"title": row.gathering}, words % {"link": link}, None, [row.mail])


@transaction.atomic
def forget_signups(person):
    """Somebody is erased: their places go to those who wait, as with every other cancelling."""
    for row in SignUp.objects.filter(person=person).select_related("gathering"):
        cancel_signup(by=person, signup=row)
