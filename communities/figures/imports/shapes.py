"""What a map says in shapes: one area may be drawn in several pieces, such as its land and its water."""

from django.utils.translation import gettext as _

from communities.figures.imports.errors import ImportRefused

KINDS = {"Polygon", "MultiPolygon"}


def polygons(shape, number):
    """The polygons of a GeoJSON geometry; one that cannot be drawn is named by its number in the file."""
    if not shape or shape.get("type") not in KINDS or not shape.get("coordinates"):
        raise ImportRefused(_("Area %(number)s has no outline that can be drawn.") % {"number": number})
    return [shape["coordinates"]] if shape["type"] == "Polygon" else list(shape["coordinates"])


def outline(shape, number):
    """The outline to keep of one shape of a file."""
    polygons(shape, number)
    return {"type": shape["type"], "coordinates": shape["coordinates"]}


def joined(first, second):
    """Two pieces of one area as one outline; a piece that is there already is not drawn twice."""
    pieces = polygons(first, 0)
    pieces += [piece for piece in polygons(second, 0) if piece not in pieces]
    return {"type": "MultiPolygon", "coordinates": pieces} if len(pieces) > 1 else first
