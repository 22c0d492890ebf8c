"""One kind of news that somebody can switch off; each room lists its own in `notices.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse


@dataclass(frozen=True)
class Moment:
    """When and where something is, as a mail tells it.

    `where` is empty when not everybody may know the place: that stands behind the link. `key` is the same
    for all news about one date, so that a mail tells it once; `event` makes the part of a calendar file.
    `first_at` is when somebody may come who heard nothing: before `starts_at` where it moved to later.
    """

    key: str
    first_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    where: str
    event: Callable
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What a notice says to its reader now: the line people read, and the date it is about."""

    title: str
    moment: Moment | None


@dataclass(frozen=True)
class Kind:
    """One kind of news that somebody can switch off.

    `rows(reader)` are the rows this reader may see now: it starts from a visibility rule, so a notice
    about something that was taken back or closed shows nothing. `title(row)` is the line people read.
    `soon` kinds are mailed within the hour (docs/decisions/0033), the others wait for the digest;
    `moment(row)` is the date and place of the row, where it has these.
    """

    key: str
    label: str
    route: str
    rows: Callable
    title: Callable
    field: str = "pk"
    soon: bool = False
    moment: Callable | None = None

    def address(self, about):
        """Where the notice leads: a page with buttons; nothing happens by opening it."""
        return reverse(self.route, args=[about])

    def look(self, reader, keys):
        """Title and moment per key, for those rows this reader may see now."""
        found = self.rows(reader).filter(**{f"{self.field}__in": keys})
        moment = self.moment or (lambda row: None)
        return {str(getattr(row, self.field)): Seen(self.title(row), moment(row)) for row in found}
