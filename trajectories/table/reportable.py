"""What can be reported of harvests."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from trajectories.table.models import Harvest


def _back(row):
    """The gathering it came from; whoever may read less of that than of the harvest goes back to the group."""
    gathering = row.gathering
    if gathering.open_door or gathering.reach >= row.reach:
        return reverse("gathering", args=[gathering.pk])
    return reverse("group", args=[row.group_id])


KINDS = [
    Reportable(
        key="harvest",
        slug="oogst",
        label=_("a harvest"),
        rows=lambda reader: Harvest.objects.visible_to(reader).select_related("gathering"),
        everything=Harvest.objects.all,
        authors=lambda row: people(row.written_by),
        words=lambda row: [row.told, row.insights, row.differences, row.what_next],
        back=_back,
    ),
]
