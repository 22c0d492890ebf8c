"""The newest harvests of a group."""

from trajectories.gatherings.panels import SOON
from trajectories.table.models import Harvest


def harvests_of(group, reader):
    """The newest harvests of a group that this reader may read."""
    rows = Harvest.objects.visible_to(reader).filter(group=group).select_related("gathering")
    return rows.order_by("-gathering__starts_at")[:SOON]
