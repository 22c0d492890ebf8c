"""What must always hold and no constraint of the database can say (4-quality.md rule 12).

Each rule gives the keys of rows that break it: never a word of what stands in them.
"""

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Length

from communities.models import GroupMember, GroupRole, Membership, Notice
from communities.visibility import Reach
from config.notices import KINDS
from stories.models import (
    Choice,
    Consent,
    Observation,
    Party,
    Quote,
    Receipt,
    ReportPart,
    Story,
    StoryAnswer,
    StoryCitation,
    StoryLesson,
    StoryRef,
    StoryState,
)
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


HELD = ("written_by", "told_for", "group", "call", "area", "month", "young", "follows")
HANGING = (
    "consents", "quote", "drafts", "media", "receipt", "suggestions", "answers", "recognitions", "refs",
    "report_parts", "story_lessons", "pairs_proposed", "pairs_asked", "followed_by",
)  # fmt: skip


def erased_story_has_nothing():
    """Of an erased story only uuid and date are left: nothing in it, and no row that hangs on it."""
    erased, something = Story.objects.filter(state=StoryState.ERASED), ~Q(read_back_how="")
    for name in (*HELD, *HANGING):
        something |= Q(**{f"{name}__isnull": False})
    return _keys(Story.objects.filter(pk__in=erased.filter(something).values("pk")))


def draft_copy_is_of_the_same_teller():
    """A changed text takes the place of the told one: it must be the same person's, in the same place."""
    copies = Story.objects.filter(draft_of__isnull=False)
    same = Q(community=F("draft_of__community"), draft_of__state=StoryState.TOLD)
    teller = Q(teller=F("draft_of__teller")) | Q(teller=None, draft_of__teller=None)
    return _keys(copies.exclude(pk__in=copies.filter(same & teller).values("pk")))


def quote_lies_in_its_story():
    """A quote is a place in the text: past its end it would show nothing."""
    return _keys(Quote.objects.annotate(long=Length("story__text")).filter(end__gt=F("long")))


def cited_quote_is_of_a_told_story():
    """A sentence stands somewhere only while its story is told."""
    return _keys(StoryCitation.objects.exclude(quote__story__state=StoryState.TOLD))


def letting_in_is_whole():
    """Whoever let a story in let in one text on one day. The name goes when its person does; the day stays."""
    astray = Q(let_in_hash="") & ~Q(let_in_at=None, let_in_by=None)
    astray |= ~Q(let_in_hash="") & Q(story=None)
    return _keys(Receipt.objects.filter(astray))


def answer_is_to_the_call_of_its_story():
    """What somebody says about a story answers a question of the call it was told for."""
    fits = StoryAnswer.objects.filter(question__call=F("story__call"))
    return _keys(StoryAnswer.objects.exclude(pk__in=fits.values("pk")))


def young_teller_stays_in_the_group():
    """Younger than 16 nothing goes further than the group, and nobody waits to let it."""
    further = Q(reach__gt=Reach.GROUP) | Q(asked__isnull=False)
    return _keys(Consent.objects.standing().filter(further, story__young=True))


PLACES = (
    (StoryRef, ("observation", "session", "round", "choice__round")),
    (ReportPart, ("report",)),
    (StoryLesson, ("",)),
    (Choice, ("round",)),
)


def story_lies_where_it_was_told():
    """A told story is pointed at, in its own community: who may read a page follows from that community."""
    found = []
    for model, ways in PLACES:
        here = Q()
        for way in ways:
            here |= Q(**{"__".join(filter(None, (way, "community"))): F("story__community")})
        rows = model.objects.filter(story__isnull=False)
        fits = rows.filter(here, story__state=StoryState.TOLD)
        found += [f"{model._meta.label}:{pk}" for pk in _keys(rows.exclude(pk__in=fits.values("pk")))]
    return found


def published_observation_has_two_sides():
    """Two kinds of party said what it means, one of them a resident (2-domain.md, stories)."""
    published = Observation.objects.filter(approved_on__isnull=False)
    resident = Observation.objects.filter(interpretations__party=Party.RESIDENT).values("pk")
    other = Observation.objects.filter(interpretations__party__in=set(Party) - {Party.RESIDENT}).values("pk")
    return _keys(published.exclude(pk__in=resident) | published.exclude(pk__in=other))


def choice_was_made_with_residents():
    """At least half of the panel were residents on that day; who came or went that very day may be either."""
    sat = Q(round__panel__since__lt=F("on")) & (
        Q(round__panel__until=None) | Q(round__panel__until__gt=F("on"))
    )
    may_have = Q(round__panel__since__lte=F("on"), round__panel__party=Party.RESIDENT)
    may_have &= Q(round__panel__until=None) | Q(round__panel__until__gte=F("on"))
    rows = Choice.objects.annotate(
        sat=Count("round__panel", filter=sat), residents=Count("round__panel", filter=may_have)
    )
    return _keys(rows.filter(Q(residents=0) | Q(sat__gt=F("residents") * 2)))


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
    cited_quote_is_of_a_told_story,
    letting_in_is_whole,
    answer_is_to_the_call_of_its_story,
    young_teller_stays_in_the_group,
    story_lies_where_it_was_told,
    published_observation_has_two_sides,
    choice_was_made_with_residents,
    part_in_a_group_needs_a_membership,
    notice_is_of_a_known_kind,
    notice_is_not_switched_off,
    row_is_of_its_group_s_community,
]


def broken():
    """Per rule that does not hold, the keys of the rows that break it."""
    found = {rule.__name__: rule() for rule in RULES}
    return {name: keys for name, keys in found.items() if keys}
