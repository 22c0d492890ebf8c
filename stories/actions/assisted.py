"""What is told for a member without an account: it is theirs, and they take it or let it be erased."""

from django.db import transaction

from communities.actions import claim_card, forget_member
from stories.actions.telling import erase
from stories.models import Story, ToldBy


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
