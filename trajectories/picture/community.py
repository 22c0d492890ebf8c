"""The picture of a whole community: each trajectory a road with its money, then who worked here."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trajectories.picture.axis import Axis
from trajectories.picture.data import COVERED, Money
from trajectories.picture.draw import Named, Sizes, grid, lines, sheet
from trajectories.picture.lanes import money_box, text
from trajectories.picture.words import money_rows, month_year, span, when

MOST_ROADS, MOST_STEWARDS = 12, 8
WIDE = Sizes(width=1152, letter=16, gutter=8, right=112, lane=0, row=0, bar=24, bead=0)
TABLET = Sizes(width=690, letter=13, gutter=6, right=84, lane=0, row=0, bar=20, bead=0)
PHONE = Sizes(width=328, letter=15, gutter=4, right=66, lane=0, row=0, bar=18, bead=0)


@dataclass(frozen=True)
class DrawnGroup:
    """One trajectory: since when, its money, and when it rested."""

    title: str
    since: date
    money: tuple[Money, ...] = ()
    pauses: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True)
class Steward:
    """An organisation that works here, or for one group."""

    label: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class CommunityData:
    """Everything the picture of a community shows; equal input, equal picture (P2)."""

    uid: str
    title: str
    start: date
    today: date
    roads: tuple[DrawnGroup, ...] = ()
    stewards: tuple[Steward, ...] = ()
    tenders: tuple[tuple[date, str], ...] = ()
    councils: tuple[date, ...] = ()

    @property
    def days(self):
        """Length of the road behind us, at least one day."""
        return max(1, (self.today - self.start).days)

    def describe(self):
        """In words, for who cannot see it."""
        return _(
            "What is done together in %(title)s from %(start)s until today: each trajectory is a line, with its money below it; then the organisations."
        ) % {
            "title": self.title,
            "start": month_year(self.start),
        }


def _label(axis, day, y, words, sizes, css="pic-naam"):
    """Words where the line begins, moved to the left as far as they need room."""
    room = len(words) * sizes.letter * 0.58
    return text(max(sizes.gutter, min(axis(day), sizes.width - room - 4)), y, words, css)


def _labels(axis, day, y, words, sizes, css="pic-naam"):
    """Words in as many lines as the sheet asks for, and how far down the last of them stands."""
    out = []
    for number, line in enumerate(lines(words, sizes.width / sizes.letter * 1.6)):
        y += sizes.letter * 1.35 if number else 0
        out.append(_label(axis, day, y, line, sizes, css))
    return out, y


def _line(axis, since, until, y, css):
    x0, x1 = axis(since), axis(until) if until else axis.now
    out = [format_html('<path class="{}" d="M{} {}H{}"/>', css, f"{x0:.0f}", f"{y:.0f}", f"{x1:.0f}")]
    if until is None:
        ahead = (css, f"{axis.now:.0f}", f"{y:.0f}", f"{axis.high:.0f}")
        out.append(format_html('<path class="{} mens--verder" d="M{} {}H{}"/>', *ahead))
    elif until <= axis.today:
        out.append(format_html('<path class="mens-eind" d="M{} {}v10"/>', f"{x1:.0f}", f"{y - 5:.0f}"))
    return out


def _road(axis, road, y, sizes, uid):
    """A line that has no end cap, broken where it rested, and the money below it; and where it ends."""
    (out, y), at = _labels(axis, road.since, y, road.title, sizes), road.since
    for since, until in road.pauses:
        if since > at:
            out += _line(axis, at, since, y + 9, "mens")[:1]
        at = until
        if until is None:
            break
    if at is not None:
        out += _line(axis, at, None, y + 9, "mens")
    for row in road.money:
        x0, x1 = axis(row.since), axis(row.until) if row.until else axis.high
        if x1 <= x0:
            continue
        out.append(money_box(row, x0, y + 16, x1 - x0, sizes.bar, uid))
        words = row.short or row.label
        if row.kind == COVERED and len(words) * sizes.letter * 0.58 + 10 < x1 - x0:
            out.append(text(x0 + 6, y + 16 + sizes.bar / 2 + sizes.letter * 0.34, words, "pic-geld"))
    return out, y + sizes.bar + sizes.letter * 1.5 + 26


def draw_community(data, sizes, suffix):
    """One rendition, from top to bottom: roads, organisations, and the days on which is decided."""
    data = Named(data, suffix)
    axis = Axis(data, sizes.gutter, sizes.width - sizes.right)
    top = sizes.letter * 3.1
    y, pieces = top + sizes.letter + 14, []
    for road in data.roads[:MOST_ROADS]:
        drawn, y = _road(axis, road, y, sizes, data.uid_now)
        pieces += drawn
    if data.stewards:
        pieces.append(text(sizes.gutter, y + 4, _("Organisations"), "pic-kop"))
        y += sizes.letter * 1.9
    for row in data.stewards[:MOST_STEWARDS]:
        words, y = _labels(axis, row.since, y, row.label, sizes)
        pieces += words + _line(axis, row.since, row.until, y + 9, "mens mens--builder")
        y += sizes.letter * 1.5 + 16
    bottom = y
    for day, words in data.tenders:
        if axis.holds(day):
            x = f"{axis(day):.0f}"
            pieces.append(
                format_html('<path class="wijzer" d="M{} {}V{}"/>', x, f"{top:.0f}", f"{bottom:.0f}")
            )
        words, y = _labels(axis, day, y + sizes.letter, words, sizes, "pic-raad")
        pieces += words
        y += sizes.letter * 0.35
    return sheet(data, data.describe(), sizes.width, y + 8, grid(data, axis, sizes, top, bottom) + pieces)


def community_rows(data):
    """Every row of the picture as a table, in the order of time: (when, where, what)."""
    rows = []
    for road in data.roads:
        rows.append((road.since, span(road.since, None), road.title, _("The trajectory began")))
        rows += [(day, words, road.title, what) for day, words, what in money_rows(road.money)]
        rested = _("The trajectory rested")
        rows += [(since, span(since, until), road.title, rested) for since, until in road.pauses]
    rows += [(r.since, span(r.since, r.until), capfirst(r.label), _("Works here")) for r in data.stewards]
    rows += [(day, when(day), words, _("A decision about who works here")) for day, words in data.tenders]
    rows += [(day, when(day), "", _("New municipal council")) for day in data.councils]
    return [row[1:] for row in sorted(rows, key=lambda row: (row[0], row[2], row[3]))]
