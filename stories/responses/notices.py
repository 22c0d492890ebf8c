"""Kinds of news about what readers say about a story."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from communities.rights.reader import Reach
from stories.consent.models import reaching
from stories.responses.models import Pair, Recognition
from stories.telling.notices import _mine


def _still_shared(reader):
    return _mine(reader).filter(reaching(Reach.GROUP), later="")


def _recognised(reader):
    return _mine(reader).filter(pk__in=Recognition.objects.told_to(reader).values("story"))


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
]
