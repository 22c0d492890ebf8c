"""What can be reported of trajectories."""

from django.utils.translation import gettext_lazy as _

from communities.models import User
from communities.moderation.kinds import Reportable
from trajectories.trajectory.models import Trajectory

KINDS = [
    Reportable(
        key="trajectory",
        slug="traject",
        label=_("the words of a trajectory"),
        rows=Trajectory.objects.visible_to,
        everything=lambda: Trajectory.objects.select_related("group__community"),
        authors=lambda row: list(User.objects.carrying(row.group)),
        words=lambda row: [row.group.title, row.group.own_words],
        back=lambda row: row.get_absolute_url(),
    ),
]
