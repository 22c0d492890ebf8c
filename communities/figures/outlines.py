"""Outlines of areas as SVG paths: pure arithmetic on GeoJSON, no map service (docs/principles.md, performance)."""

from dataclasses import dataclass
from math import cos, radians

POINTS_AT_MOST = 160


@dataclass(frozen=True)
class Frame:
    """The piece of the earth on the sheet: degrees to units, north up, lengths true at this latitude."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: float
    height: float

    def __call__(self, point):
        x = (point[0] - self.west) * self.squeeze * self.scale
        y = (self.north - point[1]) * self.scale
        return f"{x:.0f} {y:.0f}", x, y


def rings(outline):
    """The rings of a Polygon or MultiPolygon, outer and inner alike."""
    shapes = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    return [ring for shape in shapes for ring in shape if len(ring) > 3]


def frame(outlines, width=640, margin=16):
    """The frame around these outlines; `width` in units of the view box."""
    points = [point for outline in outlines for ring in rings(outline) for point in ring]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    squeeze = cos(radians((min(ys) + max(ys)) / 2))
    wide = max((max(xs) - min(xs)) * squeeze, 1e-6)
    tall = max(max(ys) - min(ys), 1e-6)
    scale = (width - 2 * margin) / max(wide, tall * 0.8)
    room = margin / scale
    return Frame(
        west=min(xs) - (width / scale - wide) / 2 / squeeze,
        north=max(ys) + room,
        scale=scale,
        squeeze=squeeze,
        width=width,
        height=(tall + 2 * room) * scale,
    )


def _thinned(ring):
    step = max(1, len(ring) // POINTS_AT_MOST)
    return ring[::step]


def path(outline, place):
    """The path of one outline; long rings are thinned to what the eye can see."""
    return "".join("M" + "L".join(place(p)[0] for p in _thinned(ring)) + "Z" for ring in rings(outline))


def middle(outline, place):
    """Where the name stands: the middle of the largest ring."""
    ring = max(rings(outline), key=len)
    spots = [place(point)[1:] for point in ring]
    xs, ys = [s[0] for s in spots], [s[1] for s in spots]
    return round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)
