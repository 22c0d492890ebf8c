"""Every kind of row that can be reported."""

from communities import reportable as communities
from communities.models import Community
from stories import reportable as stories
from trajectories import reportable as trajectories
from volunteers import reportable as volunteers

REPORTABLE = {
    kind.key: kind for app in (communities, trajectories, volunteers, stories) for kind in app.KINDS
}


def community_of(row):
    """The community a row belongs to, directly or through its group or signal."""
    if isinstance(row, Community):
        return row
    for through in ("community", "group", "signal", "story"):
        found = getattr(row, through, None)
        if found is not None:
            return getattr(found, "community", found)
    raise AttributeError("a reportable row belongs to a community")
