"""Put the pieces together: wide (screen, tablet, paper) and upright (phone)."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from trajectories.picture.axis import Axis, columns, month, month_and_year, ticks
from trajectories.picture.braid import Braid
from trajectories.picture.data import COVERED, MOVEMENTS
from trajectories.picture.lanes import drawn_lanes, money_box, money_lane, people_rows, text
from trajectories.picture.words import describe, movement_label


@dataclass(frozen=True)
class Sizes:
    """The measures of one rendition, in units of its view box."""

    width: int
    letter: float
    gutter: int
    right: int
    lane: int
    row: int
    bar: int
    bead: float
    people: bool = True


WIDE = Sizes(width=1152, letter=16, gutter=118, right=112, lane=23, row=30, bar=34, bead=2.9)
TABLET = Sizes(width=690, letter=13, gutter=104, right=84, lane=17, row=25, bar=28, bead=2.1)


class Named:
    """The data under the id of one rendition, because an id may stand on a page only once."""

    def __init__(self, data, suffix):
        self._data, self.uid_now = data, f"{data.uid}-{suffix}"

    def __getattr__(self, name):
        return getattr(self._data, name)


def sheet(data, title, width, height, pieces):
    """One drawing with its title in words and the hatching of gaps."""
    head = format_html(
        '<svg class="pic" viewBox="0 0 {} {}" role="img" aria-labelledby="pt-{}" focusable="false">'
        '<title id="pt-{}">{}</title><defs><pattern id="gat-{}" width="9" height="9"'
        ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gat-grond" width="9"'
        ' height="9"/><path class="gat-streep" d="M0 0v9"/></pattern></defs>',
        width,
        f"{height:.0f}",
        data.uid_now,
        data.uid_now,
        title,
        data.uid_now,
    )
    return format_html("{}{}</svg>", head, format_html_join("\n", "{}", ((piece,) for piece in pieces)))


def _councils(data, axis, sizes, bottom):
    """A dotted line per new council; its words only where they do not run through those before."""
    out, room, taken = [], sizes.letter * 6.5, -1000
    for day in filter(axis.holds, data.councils):
        x, near = axis(day), axis(day) > axis.now - 120
        out.append(format_html('<path class="raad" d="M{} 3V{}"/>', f"{x:.1f}", f"{bottom:.1f}"))
        left = x - 7 - room if near else x + 7
        if left >= taken:
            at, anchor = (x - 7, "end") if near else (x + 7, "start")
            out.append(text(at, sizes.letter, _("new council"), "pic-raad", anchor))
            taken = left + room
    return out


def grid(data, axis, sizes, top, bottom):
    """Years or months, new councils, and today."""
    out = []
    for day, words in ticks(axis):
        x = axis(day)
        if x > axis.now + 4 and x > axis.high - 10:
            continue
        out.append(
            format_html('<path class="jaarlijn" d="M{} {}V{}"/>', f"{x:.1f}", top + 2, f"{bottom:.1f}")
        )
        if sizes.gutter + sizes.letter * 4.2 < x < axis.now - 40:
            out.append(text(x + 7, top - 1, words, "pic-jaar"))
    out += _councils(data, axis, sizes, bottom)
    now = f"{axis.now:.1f}"
    out.append(text(sizes.gutter, top - 1, month_and_year(data.start), "pic-jaar"))
    out.append(format_html('<path class="vandaag" d="M{} {}V{}"/>', now, sizes.letter * 1.5, f"{bottom:.1f}"))
    return [*out, text(axis.now + 5, top - 1, _("today"), "pic-vandaag")]


def _strand_names(braid, sizes):
    out = []
    for strand, key in enumerate(MOVEMENTS):
        first = braid.lane(braid.orders[0].index(strand)) + 5
        last = braid.lane(braid.orders[-1].index(strand)) + 5
        out.append(text(sizes.gutter - 10, first, movement_label(key), "pic-draad", "end"))
        out.append(text(braid.axis.high + 8, last, movement_label(key), "pic-draad"))
    return out


MOST_STEWARDS = 6


def _organisations(data, axis, sizes, y):
    """Who worked here since when, and the days on which that is decided; returns where it ends."""
    out, y = [], y + (sizes.row if data.stewards else 0)
    stewards = sorted(data.stewards, key=lambda lane: lane.since)[-MOST_STEWARDS:]
    if stewards:
        out.append(text(0, y - 2, _("Works here"), "pic-kop"))
        out += people_rows(axis, stewards, y, sizes.row, sizes.letter * 0.5)
        y += (len(stewards) - 1) * sizes.row + 6
    for day, words in filter(lambda row: axis.holds(row[0]), data.tenders):
        x = f"{axis(day):.1f}"
        out.append(format_html('<path class="wijzer" d="M{} {}V{}"/>', x, sizes.letter * 1.5, f"{y:.1f}"))
        y += sizes.letter * 1.3
        out.append(text(axis.high + 4, y, words, "pic-raad", "end"))
    return out, y


def draw_wide(data, sizes, suffix):
    """The picture lying down; `sizes` is WIDE or TABLET (which is also the one on paper)."""
    data = Named(data, suffix)
    axis = Axis(data, sizes.gutter, sizes.width - sizes.right)
    top = sizes.letter * 3.1
    first = top + 22
    braid = Braid(axis, columns(axis), data.gatherings, lambda lane: first + lane * sizes.lane)
    people = drawn_lanes(data)
    y = first + 4 * sizes.lane + 24 + sizes.letter * 1.6
    body = []
    if people:
        body.append(text(0, y - 2, _("People"), "pic-kop"))
        body += people_rows(axis, people, y, sizes.row, sizes.letter * 0.5)
        y += len(people) * sizes.row + sizes.letter * 0.5
    body.append(text(0, y + 20, _("Money"), "pic-kop"))
    body += money_lane(axis, data, y, sizes.bar, sizes.letter)
    bottom = y + sizes.bar
    under, end = _organisations(data, axis, sizes, bottom + 16 + sizes.letter * 1.6)
    pieces = (
        grid(data, axis, sizes, top, bottom)
        + braid.strands(axis.high)
        + braid.beads(sizes.bead)
        + braid.rests(data.pauses)
    )
    pieces += _strand_names(braid, sizes) + body + under
    return sheet(data, describe(data), sizes.width, end + 4, pieces)


X_BRAID, X_MONEY, X_LABEL, PHONE = 54, 168, 200, 328


def _phone_labels(data, axis):
    """Labels are placed from the top, pushed to 4 px below the one before, and never onto the line of today."""
    wanted = [(axis.now - 5, _("today"), "pic-vandaag")]
    for row in data.funding:
        css = "pic-geld-los" if row.kind == COVERED else "pic-gat"
        wanted.append((axis(row.since) + 16, row.short or row.label, css))
    wanted += [(axis(d) - 5, _("new council"), "pic-raad") for d in filter(axis.holds, data.councils)]
    wanted += [(axis(day) - 5, words, "pic-raad") for day, words in data.tenders if axis.holds(day)]
    out, low = [], 0
    for y, words, css in sorted(wanted):
        y = max(y, low)
        if axis.now - 4 < y < axis.now + 14:
            y = axis.now + 16
        for number, line in enumerate(lines(words)):
            out.append(text(X_LABEL, y + number * 18, line, css))
        low = y + len(lines(words)) * 18 + 4
    return out


def lines(words, room=17):
    """Words broken into lines; by default as long as fits beside the money lane of a phone."""
    lines = [""]
    for word in str(words).split():
        if lines[-1] and len(lines[-1]) + len(word) >= room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _phone_grid(data, axis):
    out = []
    for day, words in ticks(axis):
        y = axis(day)
        if axis.low + 50 <= y <= axis.now - 20:
            out.append(format_html('<path class="jaarlijn" d="M0 {}H{}"/>', f"{y:.1f}", X_MONEY + 22))
            out.append(text(0, y - 5, words, "pic-jaar"))
    out += [
        text(0, axis.low + 12, month(data.start), "pic-jaar"),
        text(0, axis.low + 29, str(data.start.year), "pic-jaar"),
    ]
    for row in data.funding:
        y0, y1 = axis(row.since), axis(row.until) if row.until else axis.high
        if y1 > y0:
            out.append(money_box(row, X_MONEY, y0, 24, y1 - y0 - 2, data.uid_now))
    for day in filter(axis.holds, data.councils):
        out.append(format_html('<path class="raad" d="M{} {}H{}"/>', X_BRAID - 12, f"{axis(day):.1f}", PHONE))
    out.append(format_html('<path class="vandaag" d="M0 {}H{}"/>', f"{axis.now:.1f}", PHONE))
    return [*out, *_phone_labels(data, axis)]


def draw_phone(data):
    """The picture standing up: 98 px a year, at least 360 and at most 1180; people are a list below."""
    data = Named(data, "s")
    length = max(360, min(1180, data.days / 365.25 * 98))
    axis = Axis(data, 112, 112 + length)
    braid = Braid(axis, columns(axis), data.gatherings, lambda lane: X_BRAID + lane * 20, upright=True)
    pieces = _phone_grid(data, axis) + braid.strands(axis.high) + braid.beads(2.5) + braid.rests(data.pauses)
    for strand, key in enumerate(MOVEMENTS):
        x = braid.lane(braid.orders[0].index(strand)) + 5
        label = movement_label(key)
        turned = f"translate({x:.0f} 104) rotate(-90)"
        pieces.append(format_html('<text class="pic-draad" transform="{}">{}</text>', turned, label))
    pieces.append(text(X_MONEY, 98, _("Money"), "pic-kop"))
    return sheet(data, describe(data), PHONE, axis.high + 24, pieces)
