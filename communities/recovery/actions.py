"""Cards of members without an account, and the way back in for who lost their mailbox."""

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from communities.accounts import second_factor
from communities.accounts.models import User
from communities.membership.models import Membership, MembershipRole
from communities.news.actions import notify
from communities.recovery.models import Card, RecoveryCode, digest, fresh_code
from communities.rights.names import NameVisibility
from communities.site.dates import today

STOP = "stop-way-in"


@transaction.atomic
def make_card(*, by, member):
    """A new card with a new code; the one before it opens nothing any more. The code is shown once.

    `ValidationError` when the member has an account already.
    """
    if member.user_id is not None:
        raise ValidationError(_("This person has an account already."))
    void_card(by=by, member=member)
    code = fresh_code()
    Card.objects.create(member=member, digest=digest(code), made_by=by)
    return code


@transaction.atomic
def void_card(*, by, member):
    """From now on the card opens nothing."""
    Card.objects.filter(member=member, voided_at=None, used_at=None).update(voided_at=timezone.now())


@transaction.atomic
def claim_card(*, by, card):
    """The member takes their place with an account of their own, and belongs to the community.

    `ValidationError` when the card was used or voided meanwhile.
    """
    card = Card.objects.select_for_update(of=("self",)).usable().filter(pk=card.pk).first()
    if card is None:
        raise ValidationError(_("This code was just used up."))
    card.used_at = timezone.now()
    card.save(update_fields=["used_at"])
    member = card.member
    twice = type(member).objects.filter(group=member.group, user=by, role=member.role, until=None)
    if twice.exists():
        member.until = today()
    member.user, member.name, member.shown_as = by, "", NameVisibility.ROLE
    member.save(update_fields=["user", "name", "shown_as", "until"])
    here = {"user": by, "community": member.group.community, "until": None}
    if not Membership.objects.filter(**here).exclude(since=None).exists():
        Membership.objects.filter(**here, since=None).delete()
        Membership.objects.create(
            **here, role=MembershipRole.RESIDENT, since=today(), introduced_by=card.made_by
        )
    return member


@transaction.atomic
def forget_member(*, by, member):
    """A member without an account is erased: name and words go, the dated row stays, signed by role."""
    member.cards.all().delete()
    member.name, member.expertise, member.shown_as = "", "", NameVisibility.ROLE
    member.until = member.until or today()
    member.save(update_fields=["name", "expertise", "shown_as", "until"])


def stop_token(way):
    """What stands in the mail to the owner; it opens a page with a button."""
    return signing.dumps(way.pk, salt=STOP)


@transaction.atomic
def make_recovery_code(*, by, community, email, site):
    """Make a code for the resident with this mail address. Whether there is one is told to nobody.

    Only for plain residents: who has a second factor by role goes through their organisation.
    """
    code = fresh_code()
    people = User.objects.members_of(community).filter(email=email.strip().lower()).exclude(pk=by.pk)
    person = people.first()
    if person is None or second_factor.is_required(person):
        return code
    RecoveryCode.objects.open().filter(user=person).update(voided_at=timezone.now())
    way = RecoveryCode.objects.create(community=community, user=person, digest=digest(code), made_by=by)
    notify(by=by, people=[person], kind="way_in", about=way.pk, community=community)
    helpers = [helper for helper in User.objects.handling(community) if helper.pk not in {by.pk, person.pk}]
    notify(by=by, people=helpers, kind="way_in_asked", about=way.pk, community=community)
    _warn(way, person, site)
    return code


def _warn(way, person, site):
    """Its owner hears of it at once, at the address that is on record."""
    with translation.override(person.language):
        words = {"person": person, "site": site, "token": stop_token(way), "community": way.community}
        subject = render_to_string("email/way_in_subject.txt", words).strip()
        text = render_to_string("email/way_in_message.txt", words)
    transaction.on_commit(lambda: send_mail(subject, text, None, [person.email]))


@transaction.atomic
def confirm_recovery_code(*, by, way):
    """The second person, who knows who it is, says yes.

    `ValidationError` when it was stopped or used, or is older than three days.
    """
    way = RecoveryCode.objects.select_for_update().open().filter(pk=way.pk, confirmed_at=None).first()
    if way is None:
        raise ValidationError(_("This code was stopped, used, or is too old."))
    way.confirmed_by, way.confirmed_at = by, timezone.now()
    way.save(update_fields=["confirmed_by", "confirmed_at"])


@transaction.atomic
def stop_recovery_code(*, by, way):
    """It was not asked for: the code opens nothing any more."""
    RecoveryCode.objects.filter(pk=way.pk, used_at=None).update(voided_at=timezone.now())


@transaction.atomic
def use_recovery_code(*, code):
    """Whoever this code lets in, once; None when it opens nothing."""
    rows = RecoveryCode.objects.select_for_update(of=("self",)).usable().filter(digest=digest(code))
    way = rows.select_related("user").first()
    if way is None or not way.user.is_active or second_factor.is_required(way.user):
        return None
    way.used_at = timezone.now()
    way.save(update_fields=["used_at"])
    return way.user
