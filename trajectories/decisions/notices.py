"""Kinds of news about what was decided and what changed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.decisions.models import YearlyChange
from trajectories.trajectory.models import Trajectory


def _to_agree(reader):
    rows = YearlyChange.objects.visible_to(reader).to_agree_by(reader)
    return rows.filter(approved_on=None).select_related("group")


KINDS = [
    Kind(
        key="change",
        label=gettext_lazy("What changed, in words of my group, waits for a yes"),
        route="change",
        rows=_to_agree,
        title=lambda row: (
            _("Read and say yes: what changed in %(year)s, %(group)s")
            % {"year": row.year, "group": row.group}
        ),
    ),
    Kind(
        key="status",
        label=gettext_lazy("A trajectory of mine goes on in another way"),
        route="trajectory",
        rows=Trajectory.objects.visible_to,
        title=lambda row: _("How it goes on: %(title)s") % {"title": row},
    ),
]
