"""Kinds of news about handing over."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.handovers.models import Handover

KINDS = [
    Kind(
        key="handover",
        label=gettext_lazy("Somebody hands over to me or to my group"),
        route="handover",
        rows=lambda reader: Handover.objects.visible_to(reader).filter(shared_on__isnull=False),
        title=lambda row: _("A handover: %(title)s") % {"title": row},
    ),
]
