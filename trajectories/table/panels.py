"""The newest harvests of a group."""

from trajectories.gatherings.panels import SOON
from trajectories.table.models import Harvest


def harvests_of(group, reader):
    """The newest harvests of a group that this reader may read."""
    rows = Harvest.objects.visible_to(reader).filter(group=group).with_gathering_seen_by(reader)
    return rows.select_related("gathering").order_by("-gathering__starts_at")[:SOON]
