"""What must always hold about stories: each rule gives the keys of rows that break it, never their words."""

from django.db.models import F, Q
from django.db.models.functions import Length

from communities.rights.reader import Reach
from communities.site.row_keys import keys_of
from stories.consent.models import Consent
from stories.telling.derived import astray
from stories.telling.models.kinds import StoryState
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story


def consent_is_for_this_text():
    """A story that is shared has an open consent bound to its text: another text would be read by nobody."""
    standing = Consent.objects.not_withdrawn().filter(reach__gt=0, story__state=StoryState.TOLD)
    return keys_of(standing.exclude(text_hash=F("story__text_hash")))


def consent_is_for_a_told_story():
    """A draft or an erased story has no open consent."""
    return keys_of(Consent.objects.not_withdrawn().exclude(story__state=StoryState.TOLD))


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
    return keys_of(Story.objects.filter(pk__in=erased.filter(something).values("pk")))


def draft_copy_is_of_the_same_teller():
    """A changed text takes the place of the told one: it must be the same person's, in the same place."""
    copies = Story.objects.filter(draft_of__isnull=False)
    same = Q(community=F("draft_of__community"), draft_of__state=StoryState.TOLD)
    teller = Q(teller=F("draft_of__teller")) | Q(teller=None, draft_of__teller=None)
    return keys_of(copies.exclude(pk__in=copies.filter(same & teller).values("pk")))


def quote_lies_in_its_story():
    """A quote is a place in the text: past its end it would show nothing."""
    return keys_of(Quote.objects.annotate(long=Length("story__text")).filter(end__gt=F("long")))


def kept_columns_say_what_the_rows_say():
    """What a rule of reading asks of a story's own row is what its consent, key and set-aside say."""
    return keys_of(astray())


def young_teller_stays_in_the_group():
    """Younger than 16 nothing goes further than the group, and nobody waits to let it."""
    further = Q(reach__gt=Reach.GROUP) | Q(asked__isnull=False)
    return keys_of(Consent.objects.not_withdrawn().filter(further, story__young=True))


RULES = [
    consent_is_for_this_text,
    consent_is_for_a_told_story,
    hash_is_of_the_text,
    erased_story_has_nothing,
    draft_copy_is_of_the_same_teller,
    quote_lies_in_its_story,
    kept_columns_say_what_the_rows_say,
    young_teller_stays_in_the_group,
]
