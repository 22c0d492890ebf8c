"""News about stories. A notice never holds a word of a story, its title neither (4-quality.md rule 2)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.notices import Kind
from stories.models import ChangeRound, Consent, Observation, Story

ASK_FIRST, ASK_LAST = timedelta(days=60), timedelta(days=14)


def _of_others(reader):
    return Story.objects.visible_to(reader).told().exclude(teller=reader.pk).select_related("community")


def _ending(reader):
    ending = Consent.objects.live().filter(until__lte=timezone.now() + ASK_FIRST, reach__gt=0)
    return Story.objects.told_by(reader).told().filter(pk__in=ending.values("story"))


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
