"""What is told for a member without an account: it is theirs, and they take it or let it be erased."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.recovery.actions import claim_card, forget_member
from communities.rights.reader import Reach
from stories.telling.actions.consenting import _as_it_is, _standing
from stories.telling.actions.telling import erase, open_consent
from stories.telling.models.kinds import ToldBy
from stories.telling.models.story import Story


@transaction.atomic
def ask_witness(*, by, story, reach):
    """The teller said that it may go further. Somebody else who heard it has to say so too.

    `ValidationError` unless the community may read it now. `reach` is the rung the teller named.
    """
    story, consent = _standing(story)
    if consent.reach != Reach.COMMUNITY or story.young:
        raise ValidationError(_("First the teller lets the community read it; then it can go further."))
    open_consent(by, story, {**_as_it_is(consent), "asked": reach})


@transaction.atomic
def confirm_as_witness(*, by, consent):
    """A second person heard the teller say so.

    `ValidationError` when the listener would be the witness too.
    """
    story, standing = _standing(consent.story)
    if (
        standing.pk != consent.pk
        or standing.asked is None
        or by.pk in {standing.given_by_id, story.written_by_id}
    ):
        raise ValidationError(_("Somebody else than the listener has to confirm this."))
    further = {**_as_it_is(standing), "reach": standing.asked, "witness": by}
    open_consent(story.written_by, story, further, method=standing.method)


@transaction.atomic
def tell_for(*, by, member):
    """A page for the words of somebody who tells; nobody else reads it before it was read back."""
    return Story.objects.create(
        community=member.group.community,
        group=member.group,
        written_by=by,
        told_for=member,
        told_by=ToldBy.LISTENER,
    )


@transaction.atomic
def claim(*, by, card):
    """With the card come the place in the group and the stories that were told for this person.

    From now on they are the teller: the consent stands, and the listener has no say any more.
    """
    member = claim_card(by=by, card=card)
    Story.objects.filter(told_for=member, teller=None).update(teller=by, told_for=None)
    return member


@transaction.atomic
def erase_member(*, by, member):
    """Somebody without an account asks to be erased: their name and the stories told for them go."""
    for story in Story.objects.filter(told_for=member, teller=None):
        if Story.objects.filter(pk=story.pk).exists():
            erase(by=by, story=story)
    forget_member(by=by, member=member)
