"""What must always hold and no constraint of the database can say (4-quality.md rule 12).

Each rule gives the keys of rows that break it: never a word of what stands in them.
"""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length

from communities.models import GroupMember, GroupRole, Membership, Notice
from config.notices import KINDS
from stories.models import Consent, Quote, Story, StoryState
from trajectories.models import Gathering, Harvest, Insight, Signal, TablePromise, Theme
from volunteers.models import SupportRequest


def _keys(rows):
    return list(rows.order_by("pk").values_list("pk", flat=True))


def consent_is_for_this_text():
    """A story that is shared has an open consent bound to its text: another text would be read by nobody."""
    standing = Consent.objects.standing().filter(reach__gt=0, story__state=StoryState.TOLD)
    return _keys(standing.exclude(text_hash=F("story__text_hash")))


def consent_is_for_a_told_story():
    """A draft or an erased story has no open consent."""
    return _keys(Consent.objects.standing().exclude(story__state=StoryState.TOLD))


def hash_is_of_the_text():
    """The hash a consent is bound to is the hash of what a reader would read now."""
    told = Story.objects.told().order_by("pk").prefetch_related("media").iterator(chunk_size=500)
    return [story.pk for story in told if story.text_hash != story.fingerprint]


def erased_story_has_nothing():
    """Of an erased story only uuid and date are left: no writer, consent, quote, draft or detail."""
    erased = Story.objects.filter(state=StoryState.ERASED)
    detail = Q(written_by__isnull=False) | Q(area__isnull=False) | Q(month__isnull=False)
    detail |= ~Q(read_back_how="") | Q(group__isnull=False)
    hanging = Q(consents__isnull=False) | Q(quote__isnull=False) | Q(drafts__isnull=False)
    hanging |= Q(media__isnull=False) | Q(receipt__isnull=False) | Q(suggestions__isnull=False)
    return _keys(Story.objects.filter(pk__in=erased.filter(detail | hanging).values("pk")))


def draft_copy_is_of_the_same_teller():
    """A changed text takes the place of the told one: it must be the same person's, in the same place."""
    copies = Story.objects.filter(draft_of__isnull=False)
    same = Q(community=F("draft_of__community"), draft_of__state=StoryState.TOLD)
    teller = Q(teller=F("draft_of__teller")) | Q(teller=None, draft_of__teller=None)
    return _keys(copies.exclude(pk__in=copies.filter(same & teller).values("pk")))


def quote_lies_in_its_story():
    """A quote is a place in the text: past its end it would show nothing."""
    return _keys(Quote.objects.annotate(long=Length("story__text")).filter(end__gt=F("long")))


def part_in_a_group_needs_a_membership():
    """An open part of somebody who left gives no right, and should have ended with the membership."""
    here = Membership.objects.current().filter(user=OuterRef("user"), community=OuterRef("group__community"))
    parts = GroupMember.objects.current().filter(user__isnull=False).exclude(role=GroupRole.PARTNER)
    return _keys(parts.filter(~Exists(here)))


def notice_is_of_a_known_kind():
    """A notice whose kind nobody knows can be neither read nor switched off."""
    return _keys(Notice.objects.exclude(kind__in=KINDS))


def notice_is_not_switched_off():
    """Off is off: of a kind that somebody switched off no notice is left."""
    return _keys(Notice.objects.filter(person__silences__kind=F("kind")))


def row_is_of_its_group_s_community():
    """Who may read a row follows from its community: it must be that of its group."""
    found = []
    for model in (Gathering, Harvest, Insight, Theme, TablePromise, Signal, SupportRequest, Story):
        astray = model.objects.filter(group__isnull=False).exclude(community=F("group__community"))
        found += [f"{model._meta.label}:{pk}" for pk in _keys(astray)]
    return found


RULES = [
    consent_is_for_this_text,
    consent_is_for_a_told_story,
    hash_is_of_the_text,
    erased_story_has_nothing,
    draft_copy_is_of_the_same_teller,
    quote_lies_in_its_story,
    part_in_a_group_needs_a_membership,
    notice_is_of_a_known_kind,
    notice_is_not_switched_off,
    row_is_of_its_group_s_community,
]


def broken():
    """Per rule that does not hold, the keys of the rows that break it."""
    found = {rule.__name__: rule() for rule in RULES}
    return {name: keys for name, keys in found.items() if keys}
