"""Kinds of news about stories."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from stories.consent.models import ending_before
from stories.consent.terms import ASK_FIRST
from stories.telling.models.story import Story


def _of_others(reader):
    return Story.objects.visible_to(reader).told().exclude(teller=reader.pk).select_related("community")


def _ending(reader):
    return _mine(reader).filter(ending_before(timezone.now() + ASK_FIRST))


def _mine(reader):
    return Story.objects.told_by(reader).told()


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
]
