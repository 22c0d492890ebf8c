"""Kinds of news about stories without an account."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Community
from communities.news.kinds import Kind
from stories.telling.models.story import Story


def _with_waiting(reader):
    waiting = Story.objects.waiting_for(reader).values("community")
    return Community.objects.visible_to(reader).filter(pk__in=waiting)


KINDS = [
    Kind(
        key="story_waits",
        label=gettext_lazy("A story told without an account waits"),
        route="waiting_stories",
        field="slug",
        rows=_with_waiting,
        title=lambda row: _("A story waits to be let in, in %(name)s") % {"name": row},
    ),
]
