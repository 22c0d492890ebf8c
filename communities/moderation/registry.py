"""Every kind of row that can be reported."""

from functools import cache

from communities.membership.models import Community
from communities.site.contributions import contributions


@cache
def reportables():
    """Every kind of row by its key, as the rooms bring them in their `reportable.py`."""
    return {kind.key: kind for kinds in contributions("reportable", "KINDS") for kind in kinds}


def by_slug(slug):
    """The kind with this word in its address, or None."""
    return next((kind for kind in reportables().values() if kind.slug == slug), None)


def derive(kind, keys):
    """Tell the room of this kind what was set aside or came back: whoever writes a set-aside calls this."""
    if kind in reportables():
        reportables()[kind].derive(keys)


def community_of(row):
    """The community a row belongs to, directly or through its group or signal."""
    if isinstance(row, Community):
        return row
    for through in ("community", "group", "signal", "story"):
        found = getattr(row, through, None)
        if found is not None:
            return getattr(found, "community", found)
    raise AttributeError("a reportable row belongs to a community")
