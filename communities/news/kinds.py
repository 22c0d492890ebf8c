"""One kind of news that somebody can switch off; each room lists its own in `notices.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Kind:
    """One kind of news that somebody can switch off.

    `rows(reader)` are the rows this reader may see now: it starts from a visibility rule, so a notice
    about something that was taken back or closed shows nothing. `title(row)` is the line people read.
    """

    key: str
    label: str
    route: str
    rows: Callable
    title: Callable
    field: str = "pk"

    def address(self, about):
        """Where the notice leads: a page with buttons; nothing happens by opening it."""
        return reverse(self.route, args=[about])

    def look(self, reader, keys):
        """The title per key, for those rows this reader may see now."""
        found = self.rows(reader).filter(**{f"{self.field}__in": keys})
        return {str(getattr(row, self.field)): self.title(row) for row in found}
