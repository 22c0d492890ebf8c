"""What can be reported of harvests."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from trajectories.table.models import Harvest

KINDS = [
    Reportable(
        key="harvest",
        slug="oogst",
        label=_("a harvest"),
        rows=Harvest.objects.visible_to,
        everything=Harvest.objects.all,
        authors=lambda row: people(row.written_by),
        words=lambda row: [row.told, row.insights, row.differences, row.what_next],
        back=lambda row: reverse("gathering", args=[row.gathering_id]),
    ),
]
