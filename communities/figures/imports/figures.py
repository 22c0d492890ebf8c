"""Store the figures of any table by region: every column of numbers, per area and year."""

import io
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from django.db import connection, transaction
from django.utils.translation import gettext as _

from communities.figures.imports import columns as of
from communities.figures.imports.areas import link_parents
from communities.figures.imports.errors import ImportRefused
from communities.figures.imports.marks import refuse_thousands
from communities.figures.imports.numbers import NOT_A_NUMBER, parse_cell
from communities.figures.imports.selection import select_rows
from communities.figures.models import Area, Figure, FigureSource, FigureState

BATCH = 5000


@dataclass
class FigureReport:
    rows: int = 0
    figures: int = 0
    withheld: int = 0
    missing: int = 0
    areas_new: int = 0
    areas_known: int = 0
    other_regions: int = 0
    empty_columns: int = 0
    text_columns: int = 0
    shown: int = 0
    stored: int = 0
    measure: str = ""
    unchanged: bool = False
    columns: list = field(default_factory=list)


@dataclass
class Column:
    """One column of numbers: its key and, per row, (value, state)."""

    key: str
    cells: list


def number_columns(rows, keys, aside, report):
    """The columns that hold numbers. One word between numbers is a broken line, named by its number."""
    cache, columns = {}, []
    for index, key in enumerate(keys):
        if index in aside or of.is_aside(key):
            continue
        cells = []
        for _number, _code, row in rows:
            cell = row[index]
            if cell not in cache:
                cache[cell] = parse_cell(cell)
            cells.append(cache[cell])
        states = {state for _value, state in cells}
        if FigureState.VALUE not in states:
            report.text_columns += NOT_A_NUMBER in states
            report.empty_columns += NOT_A_NUMBER not in states
            continue
        if NOT_A_NUMBER in states:
            _refuse_word(rows, index, cells)
        columns.append(Column(key, cells))
    return columns


def _refuse_word(rows, index, cells):
    at = next(i for i, (_value, state) in enumerate(cells) if state is NOT_A_NUMBER)
    number, _code, row = rows[at]
    raise ImportRefused(
        _("Line %(line)s: %(cell)r is not a number. Nothing was stored.")
        % {"line": number, "cell": of.text(row[index])[:40]}
    )


def refuse_no_figures(columns, rows, catalogue):
    """A file without figures, and counts in a column that the catalogue takes for shares of a hundred."""
    if not columns:
        raise ImportRefused(
            _("No column of this file holds figures. Names and outlines come in with import_areas.")
        )
    for column in columns:
        entry = catalogue.entry(column.key) or {}
        for (number, _code, _row), (value, _state) in zip(rows, column.cells, strict=True):
            if entry.get("per_hundred") and value is not None and not 0 <= value <= 100:
                raise ImportRefused(
                    _(
                        "Line %(line)s: %(value)s is no share of a hundred, and the catalogue takes %(column)s for"
                        " one. Take the column out, or import with a catalogue of your own (--indicators)."
                    )
                    % {"line": number, "value": value, "column": column.key}
                )


def shares(columns, catalogue):
    """Shares of a hundred that the catalogue asks for and the publisher gives as two counts."""
    by_key = {of.squeezed(column.key): column for column in reversed(columns)}
    made = []
    for entry in catalogue:
        part, whole = (by_key.get(of.squeezed(key)) for key in entry.get("share", ("", "")))
        taken = any(of.squeezed(key) in by_key for key in entry["columns"])
        if part and whole and not taken:
            pairs = zip(part.cells, whole.cells, strict=True)
            made.append(Column(entry["columns"][0], [_share(a, b) for a, b in pairs]))
    return made


def _share(part, whole):
    (a, state_a), (b, state_b) = part, whole
    if state_a != FigureState.VALUE or state_b != FigureState.VALUE:
        return None, state_a if state_a != FigureState.VALUE else state_b
    if not b or a > b:  # counts are rounded to fives: in a small place a part can be larger than the whole
        return None, FigureState.MISSING
    return (Decimal(100) * a / b).quantize(Decimal(1), ROUND_HALF_UP), FigureState.VALUE


def ensure_areas(rows, keys, year, report):
    """Areas the site does not know yet are made, with the name the table gives or else their code.

    What the site knew by its code alone gets its name here as well.
    """
    known = {area.code: area for area in Area.objects.filter(year=year).defer("outline")}
    report.areas_known = sum(code in known for _n, code, _row in rows)
    naming, fresh, named = of.Naming(keys), [], []
    for _number, code, row in rows:
        name = naming.name(code, row)[:120] or code
        if code not in known:
            municipality = "" if code.startswith("NL") else f"GM{code[2:6]}"
            area = Area(code=code, year=year, level=of.level_of(code), municipality_code=municipality)
            fresh.append(area)
        elif known[code].name == code != name:
            area = known[code]
            named.append(area)
        else:
            continue
        area.name, area.folded_name = name, name.lower()
    report.areas_new = len(fresh)
    Area.objects.bulk_create(fresh, batch_size=500)
    Area.objects.bulk_update(named, ["name", "folded_name"], batch_size=500)
    if fresh:
        link_parents(year)
    return dict(Area.objects.filter(year=year).values_list("code", "pk"))


def copy_figures(lines):
    """Write many figures at once: COPY on PostgreSQL, one prepared statement on SQLite."""
    table = Figure._meta.db_table
    names = ["area_id", "indicator_id", "source_id", "value", "state"]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sheet = io.StringIO()
            for line in lines:
                sheet.write("\t".join("\\N" if cell is None else str(cell) for cell in line) + "\n")
            sheet.seek(0)
            cursor.copy_expert(f"COPY {table} ({', '.join(names)}) FROM STDIN", sheet)
        else:
            marks = ", ".join(["%s"] * len(names))
            values = [tuple(str(c) if isinstance(c, Decimal) else c for c in line) for line in lines]
            cursor.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)  # noqa: S608


@transaction.atomic
def store_figures(table, *, choice, publisher, name, sha256, catalogue, tick=lambda: None):
    """Everything of one file, or nothing. The same file again changes nothing."""
    report = FigureReport()
    keys, rows, aside = select_rows(table, choice, report)
    refuse_thousands(rows, keys, aside)
    columns, year = number_columns(rows, keys, aside, report), choice.year
    refuse_no_figures(columns, rows, catalogue)
    columns += shares(columns, catalogue.entries)
    report.rows, report.columns = len(rows), [column.key for column in columns]
    report.shown, report.stored = catalogue.spoken(report.columns)
    _count(columns, report)
    where = {"publisher": publisher, "table": f"{name} {report.measure}".strip()[:120], "year": year}
    if FigureSource.objects.filter(**where, sha256=sha256).exists():
        report.unchanged = True
        return report
    areas = ensure_areas(rows, keys, year, report)
    source, _made = FigureSource.objects.update_or_create(**where, defaults={"sha256": sha256})
    Figure.objects.filter(source=source).delete()
    indicators = catalogue.indicators(report.columns, table.columns)
    _store_columns(columns, rows, areas, indicators, source, tick)
    return report


def _count(columns, report):
    for column in columns:
        for _value, state in column.cells:
            report.figures += state == FigureState.VALUE
            report.withheld += state == FigureState.WITHHELD
            report.missing += state == FigureState.MISSING


def _store_columns(columns, rows, areas, indicators, source, tick):
    """Column by column; two columns that the catalogue takes for one indicator count once."""
    codes, done, batch = [areas[code] for _n, code, _row in rows], set(), []
    for column in columns:
        indicator = indicators[column.key]
        if indicator in done:
            continue
        done.add(indicator)
        for area, (value, state) in zip(codes, column.cells, strict=True):
            batch.append((area, indicator, source.pk, value, state.value))
            if len(batch) == BATCH:
                copy_figures(batch)
                batch = []
        tick()
    if batch:
        copy_figures(batch)
