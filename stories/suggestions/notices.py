"""Kinds of news about changes that readers suggest."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from stories.suggestions.models import Suggestion
from stories.telling.models.story import Story


def _suggested(reader):
    asked = Suggestion.objects.visible_to(reader)
    return Story.objects.visible_to(reader).filter(pk__in=asked.values("story"))


KINDS = [
    Kind(
        key="suggestion",
        label=gettext_lazy("Somebody suggests a change to my story"),
        route="story",
        field="uuid",
        rows=_suggested,
        title=lambda row: _("Somebody suggests a change to your story"),
    ),
]
