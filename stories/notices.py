"""News about stories. A notice never holds a word of a story, its title neither (4-quality.md rule 2)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Community
from communities.notices import Kind
from stories.models import (
    ChangeRound,
    Consent,
    Observation,
    Pair,
    Recognition,
    Story,
    StoryCall,
    StoryCitation,
    Suggestion,
)

ASK_FIRST, ASK_LAST, ASK_HOW_IT_IS = timedelta(days=60), timedelta(days=14), timedelta(days=182)


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


def _mine(reader):
    return Story.objects.told_by(reader).told()


def _still_shared(reader):
    shared = Consent.objects.live().filter(reach__gt=0)
    return _mine(reader).filter(later="", pk__in=shared.values("story"))


def _recognised(reader):
    return _mine(reader).filter(pk__in=Recognition.objects.told_to(reader).values("story"))


def _cited(reader):
    return _mine(reader).filter(pk__in=StoryCitation.objects.quotable().values("quote__story"))


KINDS = [
    Kind(
        key="how_now",
        label=gettext_lazy("Some months after I told a story: how is it now?"),
        route="how_now",
        field="uuid",
        rows=_still_shared,
        title=lambda row: _("You told a story half a year ago. How is it now?"),
    ),
    Kind(
        key="recognised",
        label=gettext_lazy("Somebody recognises my story"),
        route="story",
        field="uuid",
        rows=_recognised,
        title=lambda row: _("Somebody says: this is also my story"),
    ),
    Kind(
        key="pair",
        label=gettext_lazy("Somebody asks to put two stories side by side"),
        route="pair",
        rows=lambda reader: Pair.objects.asked_of(reader),
        title=lambda row: _("Somebody told about the same moment. Shall the two stand side by side?"),
    ),
    Kind(
        key="cited",
        label=gettext_lazy("A sentence from my story is used"),
        route="story",
        field="uuid",
        rows=_cited,
        title=lambda row: _("A sentence from your story is used. Look where."),
    ),
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
    Kind(
        key="interpreted",
        label=gettext_lazy("Somebody says what my observation means"),
        route="observation",
        rows=Observation.objects.visible_to,
        title=lambda row: _("Somebody says what your observation means"),
    ),
    Kind(
        key="told_back",
        label=gettext_lazy("A round in which I offered a story is over"),
        route="change_round",
        rows=lambda reader: ChangeRound.objects.visible_to(reader).filter(closed_on__isnull=False),
        title=lambda row: _("What came of the stories in %(round)s") % {"round": row},
    ),
]
