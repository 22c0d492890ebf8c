"""What a map says in shapes: one area may be drawn in several pieces, such as its land and its water."""

from django.utils.translation import gettext as _

from communities.figures.imports.errors import ImportRefused

KINDS = {"Polygon", "MultiPolygon"}
# The Dutch grid: west, east, south and north end in metres, a little wider than the country.
RD = (-10_000, 310_000, 290_000, 640_000)


def polygons(shape, number):
    """The polygons of a GeoJSON geometry; one that cannot be drawn is named by its number in the file."""
    if not shape or shape.get("type") not in KINDS or not shape.get("coordinates"):
        raise ImportRefused(_("Area %(number)s has no outline that can be drawn.") % {"number": number})
    return [shape["coordinates"]] if shape["type"] == "Polygon" else list(shape["coordinates"])


def outline(shape, number):
    """The outline to keep of one shape of a file, in degrees; any other measure of the earth is refused."""
    try:
        points = [point for polygon in polygons(shape, number) for ring in polygon for point in ring]
        xs, ys = [float(point[0]) for point in points], [float(point[1]) for point in points]
        west, east, south, north = min(xs), max(xs), min(ys), max(ys)
    except (TypeError, IndexError, ValueError) as error:
        raise ImportRefused(
            _("Area %(number)s has no outline that can be drawn.") % {"number": number}
        ) from error
    in_degrees = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    if not in_degrees:
        _refuse_metres(west, south, east, north)
    if 50 < west and east < 54 and 3 < south and north < 8:
        raise ImportRefused(
            _(
                "The outlines name the north before the east. Save them as GeoJSON with the east first (5.1, 52.1)."
            )
        )
    return {"type": shape["type"], "coordinates": shape["coordinates"]}


def _refuse_metres(west, south, east, north):
    is_rd = RD[0] <= west <= east <= RD[1] and RD[2] <= south <= north <= RD[3]
    name = _("RD coordinates (EPSG:28992)") if is_rd else _("metres")
    raise ImportRefused(
        _(
            "The outlines are in %(name)s, and we need degrees. Save them in EPSG:4326, for instance with"
            " ogr2ogr -t_srs EPSG:4326 NEW.geojson OLD.geojson, and import that file."
        )
        % {"name": name}
    )


def joined(first, second):
    """Two pieces of one area as one outline; a piece that is there already is not drawn twice."""
    pieces = polygons(first, 0)
    pieces += [piece for piece in polygons(second, 0) if piece not in pieces]
    return {"type": "MultiPolygon", "coordinates": pieces} if len(pieces) > 1 else first
