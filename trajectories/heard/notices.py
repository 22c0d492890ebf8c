"""Kinds of news about feeling seen and heard."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.heard.models import HeardRound

KINDS = [
    Kind(
        key="seen_and_heard",
        label=gettext_lazy("Whether I feel seen and heard in my group"),
        route="heard",
        rows=lambda reader: HeardRound.objects.answerable_by(reader).select_related("group"),
        title=lambda row: _("Do you feel seen and heard? %(group)s") % {"group": row.group},
    ),
]
