"""Kinds of news about story calls."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from stories.calls.models import StoryCall

KINDS = [
    Kind(
        key="own_call",
        label=gettext_lazy("Somebody asks me to answer for a story call"),
        route="call",
        rows=StoryCall.objects.offered_to,
        title=lambda row: _("Will you answer for this story call too? %(title)s") % {"title": row},
        soon=True,
    ),
]
