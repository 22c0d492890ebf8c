"""News about stories. A notice never holds a word of a story, its title neither (4-quality.md rule 2)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.notices import Kind
from stories.models import Consent, Story, StoryCall

ASK_FIRST, ASK_LAST = timedelta(days=60), timedelta(days=14)


def _of_others(reader):
    return Story.objects.visible_to(reader).told().exclude(teller=reader.pk).select_related("community")


def _ending(reader):
    ending = Consent.objects.live().filter(until__lte=timezone.now() + ASK_FIRST, reach__gt=0)
    return Story.objects.told_by(reader).told().filter(pk__in=ending.values("story"))


KINDS = [
    Kind(
        key="own_call",
        label=gettext_lazy("Somebody asks me to answer for a story call"),
        route="call",
        rows=StoryCall.objects.offered_to,
        title=lambda row: _("Will you answer for this story call too? %(title)s") % {"title": row},
    ),
    Kind(
        key="story",
        label=gettext_lazy("Somebody told a story that I may read"),
        route="story",
        field="uuid",
        rows=_of_others,
        title=lambda row: _("A new story from %(community)s") % {"community": row.community},
    ),
    Kind(
        key="consent_first",
        label=gettext_lazy("My yes to a story ends in two months"),
        route="story",
        field="uuid",
        rows=_ending,
        title=lambda row: _("In two months your story is no longer shared. Is that what you want?"),
    ),
    Kind(
        key="consent_last",
        label=gettext_lazy("My yes to a story ends in two weeks"),
        route="story",
        field="uuid",
        rows=_ending,
        title=lambda row: _("In two weeks your story is no longer shared. Is that what you want?"),
    ),
]
