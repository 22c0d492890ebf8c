"""News about stories. A notice never holds a word of a story, its title neither (4-quality.md rule 2)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Community
from communities.notices import Kind
from stories.models import Consent, Story, Suggestion

ASK_FIRST, ASK_LAST = timedelta(days=60), timedelta(days=14)


def _of_others(reader):
    return Story.objects.visible_to(reader).told().exclude(teller=reader.pk).select_related("community")


def _ending(reader):
    ending = Consent.objects.live().filter(until__lte=timezone.now() + ASK_FIRST, reach__gt=0)
    return Story.objects.told_by(reader).told().filter(pk__in=ending.values("story"))


def _suggested(reader):
    asked = Suggestion.objects.visible_to(reader)
    return Story.objects.visible_to(reader).filter(pk__in=asked.values("story"))


def _with_waiting(reader):
    waiting = Story.objects.waiting_for(reader).values("community")
    return Community.objects.visible_to(reader).filter(pk__in=waiting)


KINDS = [
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
        route="still_read",
        field="uuid",
        rows=_ending,
        title=lambda row: _("In two months your story is no longer shared. Is that what you want?"),
    ),
    Kind(
        key="consent_last",
        label=gettext_lazy("My yes to a story ends in two weeks"),
        route="still_read",
        field="uuid",
        rows=_ending,
        title=lambda row: _("In two weeks your story is no longer shared. Is that what you want?"),
    ),
    Kind(
        key="suggestion",
        label=gettext_lazy("Somebody suggests a change to my story"),
        route="story",
        field="uuid",
        rows=_suggested,
        title=lambda row: _("Somebody suggests a change to your story"),
    ),
    Kind(
        key="story_waits",
        label=gettext_lazy("A story told without an account waits"),
        route="waiting_stories",
        field="slug",
        rows=_with_waiting,
        title=lambda row: _("A story waits to be let in, in %(name)s") % {"name": row},
    ),
]
