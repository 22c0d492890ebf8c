"""What the picture is made of: dates and words, nothing that counts people (P4, P10)."""

from dataclasses import dataclass
from datetime import date

MOVEMENTS = ("explore", "name", "learn", "connect", "act")
COVERED, GAP, AHEAD = "geld", "gat", "leeg"


@dataclass(frozen=True)
class Bead:
    """One gathering: its day and the movements that were done in it."""

    on: date
    movements: tuple[str, ...]


@dataclass(frozen=True)
class Lane:
    """One person (or role) who was there: from `since` until the day before `until`.

    `kind` is resident, builder or official. `cold_since` is the day the chair fell empty before
    this person came without having met the one before; `together_until` how long the one before was
    still there (T8).
    """

    label: str
    since: date
    until: date | None = None
    kind: str = "resident"
    cold_since: date | None = None
    together_until: date | None = None


@dataclass(frozen=True)
class Money:
    """A stretch of the money lane: covered, a gap in which people went on, or nothing yet ahead."""

    label: str
    since: date
    until: date | None
    kind: str = COVERED
    short: str = ""


@dataclass(frozen=True)
class PictureData:
    """Everything the picture shows; equal input gives an equal picture for every reader (P2)."""

    uid: str
    title: str
    start: date
    today: date
    gatherings: tuple[Bead, ...] = ()
    people: tuple[Lane, ...] = ()
    funding: tuple[Money, ...] = ()
    councils: tuple[date, ...] = ()
    pauses: tuple[tuple[date, date | None], ...] = ()
    stewards: tuple[Lane, ...] = ()
    tenders: tuple[tuple[date, str], ...] = ()

    @property
    def days(self):
        """Length of the road behind us, in days; at least one, so that nothing divides by zero."""
        return max(1, (self.today - self.start).days)
