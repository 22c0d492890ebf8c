"""Kinds of news about harvests."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.table.models import Harvest


def _to_approve(reader):
    return Harvest.objects.visible_to(reader).to_agree_by(reader).select_related("gathering")


KINDS = [
    Kind(
        key="harvest",
        label=gettext_lazy("A harvest of my group waits for a yes"),
        route="gathering",
        field="gathering_id",
        rows=_to_approve,
        title=lambda row: _("Read and say yes: %(title)s") % {"title": row},
    ),
]
