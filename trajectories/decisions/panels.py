"""Art on the road, and what changed and waits for a yes."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.site.pages import NowItem
from trajectories.decisions.models import ArtProject, YearlyChange


def art_of(trajectory, changes, reader):
    """Art under this road; each with the day since which it goes on without it, or None (T6)."""
    rows = ArtProject.objects.as_seen_by(reader).filter(trajectory=trajectory).select_related("place")
    return [(row, row.outlives(changes)) for row in rows]


def _changes_to_agree(reader):
    rows = YearlyChange.objects.visible_to(reader).to_agree_by(reader).select_related("group")
    return [
        NowItem(
            timezone.localdate(row.changed_at),
            _("Read and say yes"),
            _("What changed in %(year)s") % {"year": row.year},
            reverse("changed", args=[row.group_id, row.year]),
            row.group.title,
        )
        for row in rows[:20]
    ]
