"""People and money under the strands, as pieces of SVG."""

from django.utils.html import format_html

from trajectories.picture.braid import short
from trajectories.picture.data import COVERED, GAP

MOST_LANES = 12


def drawn_lanes(data):
    """The lanes that are drawn: who is there now, then who was there last; the table has them all.

    Order is the order of arrival. Nobody is chosen by a number of gatherings (P4).
    """
    if len(data.people) <= MOST_LANES:
        return sorted(data.people, key=lambda lane: lane.since)
    latest = sorted(data.people, key=lambda lane: (lane.until or data.today, lane.since), reverse=True)
    return sorted(latest[:MOST_LANES], key=lambda lane: lane.since)


def text(x, y, words, css, anchor="start"):
    """A label; its words are escaped."""
    return format_html(
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>',
        css,
        short(x),
        short(y),
        anchor,
        words,
    )


def lane_lines(axis, lane, y):
    """The line of one person: a dot at the beginning, an end cap only for who left, dots ahead for who stays."""
    x0, css = axis(lane.since), f"mens mens--{lane.kind}"
    out = []
    if lane.cold_since:
        out.append(
            format_html('<path class="overdracht-koud" d="M{} {}H{}"/>', *_n(axis(lane.cold_since), y, x0))
        )
    if lane.together_until:
        out.append(
            format_html(
                '<path class="overdracht-samen" d="M{} {}H{}"/>', *_n(x0, y + 5, axis(lane.together_until))
            )
        )
    if lane.until and lane.until <= axis.today:
        x1 = axis(lane.until)
        out.append(format_html('<path class="{}" d="M{} {}H{}"/>', css, *_n(x0, y, x1)))
        out.append(format_html('<path class="mens-eind" d="M{} {}v10"/>', *_n(x1, y - 5)))
    else:
        out.append(format_html('<path class="{}" d="M{} {}H{}"/>', css, *_n(x0, y, axis.now)))
        out.append(
            format_html('<path class="{} mens--verder" d="M{} {}H{}"/>', css, *_n(axis.now, y, axis.high))
        )
    out.append(
        format_html(
            '<circle class="mens-begin mens-begin--{}" cx="{}" cy="{}" r="4.5"/>', lane.kind, *_n(x0, y)
        )
    )
    return out


def lane_label(axis, lane, y, letter):
    """The name above the line, or at its left when it would not fit."""
    x0 = axis(lane.since)
    if x0 + len(lane.label) * letter + 10 < axis.high:
        return text(x0 + 10, y - 6, lane.label, "pic-naam")
    left = axis(lane.cold_since) if lane.cold_since else x0
    return text(left - 10, y + 5, lane.label, "pic-naam", "end")


def people_rows(axis, lanes, top, height, letter):
    """All drawn people, one row each."""
    out = []
    for number, lane in enumerate(lanes):
        y = top + number * height - 5
        out += lane_lines(axis, lane, y)
        out.append(lane_label(axis, lane, y, letter))
    return out


def money_box(row, x, y, width, height, uid):
    """One stretch of money: solid, or hatched with a dashed border where there was none."""
    fill = "" if row.kind == COVERED else format_html(' fill="url(#gat-{})"', uid)
    numbers = _n(x, y, max(2, width - 2), max(2, height))
    return format_html(
        '<rect class="geld geld--{}" x="{}" y="{}" width="{}" height="{}"{}/>', row.kind, *numbers, fill
    )


def money_lane(axis, data, y, height, size):
    """The money as one bar along time; what does not fit in a stretch stands in the table only."""
    out, letter = [], size * 0.5
    for row in data.funding:
        x0, x1 = axis(row.since), axis(row.until) if row.until else axis.high
        if x1 <= x0:
            continue
        out.append(money_box(row, x0, y, x1 - x0, height, data.uid_now))
        room = (x1 - x0 - 12) / letter
        if row.kind == COVERED:
            words = row.label if len(row.label) <= room else row.short
            if words and len(words) <= room:
                out.append(text(x0 + 8, y + height / 2 + size * 0.34, words, "pic-geld"))
        elif row.kind == GAP:
            out.append(format_html('<path class="wijzer" d="M{} {}v14"/>', *_n((x0 + x1) / 2, y + height)))
            out.append(text((x0 + x1) / 2, y + height + 16 + size * 0.8, row.label, "pic-gat", "middle"))
        else:
            out.append(text(axis.high + 4, y + height + 16 + size * 0.8, row.label, "pic-gat", "end"))
    return out


def _n(*numbers):
    return [short(number) for number in numbers]
