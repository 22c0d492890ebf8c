"""Every kind of news, and what somebody's notices say to them now."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from communities.news.kinds import Moment
from communities.news.models import Notice
from communities.site.contributions import contributions

SHOWN_AT_MOST = 200


@cache
def notice_kinds():
    """Every kind of news by its key, as the rooms bring them in their `notices.py`."""
    return {kind.key: kind for kinds in contributions("notices", "KINDS") for kind in kinds}


@cache
def soon_kinds():
    """The keys of those kinds that are mailed within the hour."""
    return frozenset(key for key, kind in notice_kinds().items() if kind.soon)


@dataclass(frozen=True)
class Line:
    """One notice in words: the title of the row as this reader may see it now, and where it leads."""

    notice: Notice
    title: str
    address: str
    due: datetime
    moment: Moment | None = None

    @property
    def is_new(self):
        return self.notice.seen_at is None


def in_words(reader, notices):
    """These notices with their titles, newest first, grouped by community; what may not be seen is absent."""
    by_kind = {}
    for notice in notices:
        by_kind.setdefault(notice.kind, []).append(notice)
    lines = []
    for key, rows in by_kind.items():
        kind = notice_kinds().get(key)
        seen = kind.look(reader, {row.about for row in rows}) if kind else {}
        lines += [
            Line(row, seen[row.about].title, kind.address(row.about), row.due, seen[row.about].moment)
            for row in rows
            if row.about in seen
        ]
    together = {}
    for line in sorted(lines, key=lambda line: (line.due, line.notice.pk), reverse=True):
        together.setdefault(line.notice.community, []).append(line)
    return list(together.items())


def news_for(reader):
    """What stands on somebody's page with news, by community."""
    rows = Notice.objects.visible_to(reader).due().select_related("community")
    return in_words(reader, rows[:SHOWN_AT_MOST])


def has_fresh_news(reader):
    """Whether there is something new that this reader may see now."""
    rows = Notice.objects.visible_to(reader).due().filter(seen_at=None)[:SHOWN_AT_MOST]
    by_kind = {}
    for kind, about in rows.values_list("kind", "about"):
        by_kind.setdefault(kind, set()).add(about)
    kinds = notice_kinds()
    # Kind by kind, and no further than the first that shows something.
    return any(kinds[kind].look(reader, about) for kind, about in by_kind.items() if kind in kinds)
