"""Store municipalities, districts and neighbourhoods of one division year."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from communities.figures.imports import columns
from communities.figures.imports.errors import ImportRefused
from communities.figures.imports.shapes import joined, outline
from communities.figures.models import Area, AreaLevel

BATCH = 500


@dataclass
class AreaRow:
    """One area as a file describes it; None means that the file does not say."""

    code: str
    name: str
    outline: dict | None = None
    unchanged: bool | None = None
    municipality: str = ""
    municipality_name: str = ""


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
    naming, unchanged = columns.Naming(keys), columns.find(keys, columns.UNCHANGED)
    for index, row in enumerate(table.rows):
        code = columns.text(row[region])
        if not columns.is_region(code):
            if not columns.OTHER_REGION.match(code):
                raise ImportRefused(_broken(table.numbers[index], code))
            report.other_regions += 1
            continue
        if naming.is_abroad(row):
            report.other_regions += 1
            continue
        municipality, municipality_name = naming.municipality(row)
        yield AreaRow(
            code=code,
            name=naming.name(code, row) or code,
            outline=outline(table.features[index], index + 1) if table.features else None,
            unchanged=_unchanged(row[unchanged]) if unchanged is not None else None,
            municipality=municipality,
            municipality_name=municipality_name,
        )


def _broken(line, code):
    words = _("Line %(line)s: %(code)r is not a code of a region. Nothing was stored.")
    return words % {"line": line, "code": code}


def _unchanged(cell):
    value = columns.text(cell).removesuffix(".0")
    return {"1": True, "2": False, "3": False}.get(value)


def parent_code(code):
    """The code of the area that holds this one."""
    if code.startswith("BU"):
        return f"WK{code[2:8]}"
    return f"GM{code[2:6]}" if code.startswith("WK") else ""


def pieces_together(rows):
    """One row per area: where a map draws land and water apart, both are one outline; the last name counts."""
    found = {}
    for row in rows:
        other = found.get(row.code)
        if other is not None:
            row.name = other.name if row.name == row.code else row.name
            row.unchanged = other.unchanged if row.unchanged is None else row.unchanged
            drawn = [shape for shape in (other.outline, row.outline) if shape]
            row.outline = joined(*drawn) if len(drawn) > 1 else next(iter(drawn), None)
        found[row.code] = row
    return list(found.values())


@transaction.atomic
def store_areas(rows, year, report, tick=lambda: None):
    """Create what is new and change what differs, keyed by (code, year); doing it again changes nothing."""
    rows = pieces_together(rows)
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
    name_municipalities(rows, year)
    link_parents(year)
    return report


def name_municipalities(rows, year):
    """A municipality that came in with no name but its code gets the one its neighbourhoods' rows give."""
    names = {row.municipality: row.municipality_name for row in rows if row.municipality_name}
    nameless = Area.objects.filter(year=year, level=AreaLevel.MUNICIPALITY, name=F("code"), code__in=names)
    changed = list(nameless.only("pk", "code"))
    for area in changed:
        area.name = names[area.code][:120]
        area.folded_name = area.name.lower()
    Area.objects.bulk_update(changed, ["name", "folded_name"], batch_size=BATCH)


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
