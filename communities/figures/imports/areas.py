"""Store municipalities, districts and neighbourhoods of one division year."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from communities.figures.imports import columns
from communities.figures.imports.errors import ImportRefused
from communities.figures.models import Area

BATCH = 500


@dataclass
class AreaRow:
    """One area as a file describes it; None means that the file does not say."""

    code: str
    name: str
    outline: dict | None = None
    unchanged: bool | None = None
    municipality: str = ""


@dataclass
class AreaReport:
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    outlines: int = 0
    other_regions: int = 0


def area_rows(table, report):
    """The areas of a table or GeoJSON; a broken line is named by its number."""
    keys = columns.column_keys(table.columns)
    region = columns.region_column(table)
    name = _name_column(keys, columns.text(table.rows[0][region]))
    unchanged, municipality = (
        columns.find(keys, columns.UNCHANGED),
        columns.find(keys, columns.MUNICIPALITIES),
    )
    for index, row in enumerate(table.rows):
        code = columns.text(row[region])
        if not columns.is_region(code):
            if not columns.OTHER_REGION.match(code):
                raise ImportRefused(_broken(table.numbers[index], code))
            report.other_regions += 1
            continue
        yield AreaRow(
            code=code,
            name=(columns.text(row[name]) if name is not None else "") or code,
            outline=_outline(table, index),
            unchanged=_unchanged(row[unchanged]) if unchanged is not None else None,
            municipality=columns.text(row[municipality]) if municipality is not None else "",
        )


def _broken(line, code):
    words = _("Line %(line)s: %(code)r is not a code of a region. Nothing was stored.")
    return words % {"line": line, "code": code}


def _name_column(keys, code):
    """The name that belongs to the code: a neighbourhood map names the municipality as well."""
    own = {"BU": ("bu_naam", "buurtnaam"), "WK": ("wk_naam", "wijknaam"), "GM": ("gm_naam", "gemeentenaam")}
    wanted = (*own.get(code[:2], ()), "title", "statnaam", "naam")
    return next((keys.index(key) for key in wanted if key in keys), None)


def _outline(table, index):
    if not table.features:
        return None
    shape = table.features[index]
    if not shape or shape.get("type") not in {"Polygon", "MultiPolygon"} or not shape.get("coordinates"):
        raise ImportRefused(_("Area %(number)s has no outline that can be drawn.") % {"number": index + 1})
    return {"type": shape["type"], "coordinates": shape["coordinates"]}


def _unchanged(cell):
    value = columns.text(cell).removesuffix(".0")
    return {"1": True, "2": False, "3": False}.get(value)


def parent_code(code):
    """The code of the area that holds this one."""
    if code.startswith("BU"):
        return f"WK{code[2:8]}"
    return f"GM{code[2:6]}" if code.startswith("WK") else ""


@transaction.atomic
def store_areas(rows, year, report, tick=lambda: None):
    """Create what is new and change what differs, keyed by (code, year); doing it again changes nothing."""
    rows = list({row.code: row for row in rows}.values())
    known = Area.objects.filter(year=year).in_bulk(field_name="pk")
    known = {area.code: area for area in known.values()}
    fresh, changed = [], []
    for row in rows:
        tick()
        report.rows += 1
        report.outlines += row.outline is not None
        area = known.get(row.code)
        if area is None:
            fresh.append(_fill(Area(code=row.code, year=year, level=columns.level_of(row.code)), row)[0])
        else:
            area, differs = _fill(area, row)
            changed += [area] if differs else []
    report.new, report.changed = len(fresh), len(changed)
    report.same = report.rows - report.new - report.changed
    Area.objects.bulk_create(fresh, batch_size=BATCH)
    fields = ["name", "folded_name", "outline", "unchanged", "municipality_code"]
    Area.objects.bulk_update(changed, fields, batch_size=BATCH)
    link_parents(year)
    return report


def _fill(area, row):
    """Put what the file says into the area; what it does not say stays as it was."""
    before = (area.name, area.outline, area.unchanged, area.municipality_code)
    if row.name != row.code or not area.name:
        area.name = row.name[:120]
    area.folded_name = area.name.lower()
    area.outline = row.outline if row.outline is not None else area.outline
    area.unchanged = row.unchanged if row.unchanged is not None else area.unchanged
    municipality = row.municipality or area.municipality_code or f"GM{row.code[2:6]}"
    area.municipality_code = "" if row.code.startswith("NL") else municipality
    return area, before != (area.name, area.outline, area.unchanged, area.municipality_code)


def link_parents(year):
    """Hang every area under the one that holds it, within its own year."""
    rows = Area.objects.filter(year=year).only("pk", "code", "parent_id")
    by_code = {area.code: area for area in rows}
    moved = []
    for area in by_code.values():
        parent = by_code.get(parent_code(area.code))
        if parent is not None and area.parent_id != parent.pk:
            area.parent_id = parent.pk
            moved.append(area)
    Area.objects.bulk_update(moved, ["parent"], batch_size=BATCH)
