"""The five strands: in which lane each lies, where two cross, and the beads upon them.

Two strands cross after they met in one gathering, so a crossing means something, and the past keeps
its shape until the step of the columns grows.
"""

from collections import Counter
from itertools import combinations

from django.utils.html import format_html

from trajectories.picture.data import MOVEMENTS

HALF = 0.34  # of a column: the length of half a crossing


def short(number):
    """A length on the sheet with one decimal at most: what the eye can see, and no more bytes."""
    return f"{number:.1f}".removesuffix(".0")


class Braid:
    """The strands of one rendition: `lane(number)` gives the position across, `axis` along time."""

    def __init__(self, axis, columns, gatherings, lane, upright=False):
        self.axis, self.columns, self.lane, self.upright = axis, columns, lane, upright
        self.half = (columns[1] - columns[0]) * HALF
        self.met = [(axis(g.on), [MOVEMENTS.index(m) for m in g.movements]) for g in gatherings]
        self.orders = self._orders()

    def _orders(self):
        """Which strand lies in which lane, per column."""
        order, orders = [0, 1, 2, 3, 4], []
        for left, right in zip(self.columns, self.columns[1:], strict=False):
            orders.append(list(order))
            pairs = Counter()
            for at, movements in self.met:
                if left <= at < right:
                    pairs.update(combinations(sorted(movements), 2))
            _swap(order, sorted(pairs, key=lambda pair: (-pairs[pair], pair)))
        orders.append(orders[-1])
        return orders

    def _point(self, along, across):
        x, y = (across, along) if self.upright else (along, across)
        return f"{short(x)} {short(y)}"

    def _straight(self, strand, column, until):
        across = self.lane(self.orders[column].index(strand))
        begin = self.columns[column] + (self.half if column else 0) - 1
        return f"M{self._point(begin, across)}{self._along(until + 1)}"

    def _along(self, until):
        """On to a place along time, in the same lane."""
        return f"{'V' if self.upright else 'H'}{short(until)}"

    def _crossing(self, strand, column):
        """The piece of one strand around the border after `column`: straight on, or to another lane."""
        border = self.columns[column + 1]
        y0, y1 = (self.lane(self.orders[column + i].index(strand)) for i in (0, 1))
        low, high, third = border - self.half, border + self.half, self.half / 3
        if y0 == y1:
            return strand, False, f"M{self._point(low, y0)}{self._along(high)}", 0
        curve = f"{self._point(border - third, y0)} {self._point(border + third, y1)} {self._point(high, y1)}"
        return strand, y1 > y0, f"M{self._point(low, y0)}C{curve}", 1

    def straights(self):
        """What keeps its lane, as one path per strand: most of the drawing, in few bytes."""
        last = len(self.columns) - 2
        paths = {strand: [] for strand in range(5)}
        for column in range(last):
            until = self.columns[column + 1] - self.half
            for strand in range(5):
                paths[strand].append(self._straight(strand, column, until))
                _strand, _down, path, moved = self._crossing(strand, column)
                paths[strand] += [] if moved else [path]
        for strand in range(5):
            paths[strand].append(self._straight(strand, last, self.columns[-1]))
        return {strand: "".join(found) for strand, found in paths.items()}

    def crossings(self):
        """Pieces in the order of drawing: who goes under before who goes over, alternating per border."""
        out = []
        for column in range(len(self.columns) - 2):
            moves = [self._crossing(strand, column) for strand in range(5)]
            flip = column % 2 == 1
            over = sorted((m for m in moves if m[3]), key=lambda m: m[1] == flip)
            out += [(s, down == flip, d) for s, down, d, _moved in over]
        return out

    def position(self, along, strand):
        """The lane of a strand at a place, as a fraction: a smoothstep around each border."""
        for column, border in enumerate(self.columns[1:-1]):
            lane = self.orders[column].index(strand)
            if along < border - self.half:
                return float(lane)
            if along <= border + self.half:
                t = (along - border + self.half) / (2 * self.half)
                target = self.orders[column + 1].index(strand)
                return lane + (target - lane) * (3 * t * t - 2 * t**3)
        return float(self.orders[-1].index(strand))

    def _aside(self, along, strand, radius):
        """A bead in a crossing moves to its nearest end."""
        for column, border in enumerate(self.columns[1:-1]):
            moves = self.orders[column].index(strand) != self.orders[column + 1].index(strand)
            if moves and abs(along - border) < self.half + radius:
                return border + (self.half + radius if along >= border else -self.half - radius)
        return along

    def runs(self, strand, radius):
        """Beads that would touch become one long bead: 200 gatherings stay readable."""
        spots = sorted(self._aside(at, strand, radius) for at, movements in self.met if strand in movements)
        runs = []
        for spot in spots:
            near = runs and spot - runs[-1][1] < 2 * radius + 1.5
            if near and self.position(spot, strand) == self.position(runs[-1][0], strand):
                runs[-1][1] = spot
            else:
                runs.append([spot, spot])
        return runs

    def beads(self, radius):
        """The white dots inside the yarn, one per gathering per movement, as one path with round ends."""
        drawn = []
        for strand in range(5):
            for first, last in self.runs(strand, radius):
                across = self.lane(self.position(first, strand))
                turn = "v" if self.upright else "h"
                drawn.append(f"M{self._point(first, across)}{turn}{short(last - first)}")
        return [format_html('<path class="kraal" stroke-width="{}" d="{}"/>', 2 * radius, "".join(drawn))]

    def rests(self, pauses):
        """Paper over the strands where the trajectory rested or was rounded off: there they stop."""
        low, high = self.lane(0) - 9, self.lane(4) + 9
        out = []
        for since, until in pauses:
            start, stop = self.axis(since), self.axis(until) if until else self.axis.high + 6
            box = (start, low, stop - start, high - low)
            if self.upright:
                box = (low, start, high - low, stop - start)
            x, y, w, h = (f"{n:.1f}" for n in box)
            out.append(format_html('<rect class="rust" x="{}" y="{}" width="{}" height="{}"/>', x, y, w, h))
        return out

    def strands(self, end):
        """The strands up to today, and as dots along the road ahead: a trajectory has no end cap."""
        out = []
        for strand, path in self.straights().items():
            out.append(format_html('<path class="draad draad--{}" d="{}"/>', MOVEMENTS[strand], path))
        for strand, over, path in self.crossings():
            if over:
                out.append(format_html('<path class="draad-rand" d="{}"/>', path))
            out.append(format_html('<path class="draad draad--{}" d="{}"/>', MOVEMENTS[strand], path))
        for strand in range(5):
            across = self.lane(self.orders[-1].index(strand))
            path = f"M{self._point(self.columns[-1], across)}L{self._point(end, across)}"
            yard = MOVEMENTS[strand]
            out.append(format_html('<path class="draad draad--verder draad--{}" d="{}"/>', yard, path))
        return out


def _swap(order, pairs):
    """Move the most frequent pairs one lane towards each other; at most two swaps, sharing no lane."""
    moved = set()
    for a, b in pairs:
        pa, pb = order.index(a), order.index(b)
        step = (pa, pa + 1) if pa < pb else (pa - 1, pa)
        if moved & set(step):
            continue
        order[step[0]], order[step[1]] = order[step[1]], order[step[0]]
        moved |= set(step)
        if len(moved) >= 4:
            return
