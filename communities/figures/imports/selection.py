"""Which rows of a table are taken: our regions, one period, and one value of every other dimension."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from communities.figures.imports import columns
from communities.figures.imports.errors import ImportRefused

# Codes with which publishers mark the total of a dimension, and the value itself beside its margins.
TOTALS = ("T0", "MW0")
# What stands in the column of a map that says whether a shape is water, when it is not.
LAND = {"NEE", "N", "LAND"}

# How long tables call the column that says what the number beside it counts, and that number.
MEASURES = {
    "measure",
    "measurecode",
    "measures",
    "meting",
    "maatstaf",
    "onderwerp",
    "onderwerpen",
    "indicator",
}
MEASURES |= {"indicatoren", "variabele", "variable", "topic", "eenheid", "unit"}
VALUES = {"value", "waarde", "observation", "obs_value", "aantal"}


@dataclass(frozen=True)
class RowSelection:
    """What whoever imports asked for: the year, perhaps a period, perhaps values of other dimensions."""

    year: int
    period: str = ""
    where: dict = field(default_factory=dict)


def select_rows(table, choice, report):
    """(column keys, rows, columns that are no figures). A line about no known region is refused."""
    keys, region = columns.column_keys(table.columns), columns.region_column(table)
    rows, aside = _of_regions(table, columns.Naming(keys), region, report), {region}
    rows = land_before_water(rows, keys)
    if table.features:
        rows = pieces_once(rows, keys)
    period = columns.find(keys, columns.PERIODS)
    if period is not None:
        rows = _of_period(rows, period, choice.period or str(choice.year))
    for name, value in choice.where.items():
        index = columns.find(keys, {name.lower()})
        rows = [row for row in rows if index is not None and columns.text(row[2][index]) == value]
        if not rows:
            raise ImportRefused(_("No row has %(name)s=%(value)s.") % {"name": name, "value": value})
        aside.add(index)
    report.measure = name_the_measure(rows, keys, aside)
    return keys, _one_per_region(rows, keys, aside), aside


def name_the_measure(rows, keys, aside):
    """A long table holds a measure and its value per row: several among each other are no figure at all.

    Where one was chosen, the column of values is called after it, and the answer is its code.
    """
    at = columns.find(keys, MEASURES)
    if at is None:
        return ""
    measures = sorted({columns.text(row[at]) for _number, _code, row in rows})
    if len(measures) > 1:
        raise ImportRefused(
            _(
                "Column %(column)s holds several measures among each other (%(measures)s). Choose one"
                " (--where %(column)s=%(first)s), or fetch the table with one column per measure."
            )
            % {"column": keys[at], "measures": ", ".join(measures[:3]), "first": measures[0]}
        )
    value = columns.find(keys, VALUES)
    if value is not None and measures:
        keys[value] = measures[0].lower()
    aside.add(at)
    return measures[0] if measures else ""


def _of_regions(table, naming, region, report):
    rows = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        code = columns.text(row[region])
        if columns.is_region(code) and not naming.is_abroad(row):
            rows.append((number, code, row))
        elif columns.is_region(code) or columns.OTHER_REGION.match(code):
            report.other_regions += 1
        else:
            raise ImportRefused(
                _("Line %(line)s: %(code)r is not a code of a region. Nothing was stored.")
                % {"line": number, "code": code}
            )
    return rows


def land_before_water(rows, keys):
    """A map that draws the water of an area apart gives its figures with the land: the land's row is taken."""
    water = columns.find(keys, columns.WATER)
    if water is None:
        return rows
    is_land = [columns.text(row[water]).upper() in LAND for _number, _code, row in rows]
    with_land = {code for (_number, code, _row), land in zip(rows, is_land, strict=True) if land}
    return [row for row, land in zip(rows, is_land, strict=True) if land or row[1] not in with_land]


def pieces_once(rows, keys):
    """A map that draws an area in pieces repeats its figures with each piece: they count once."""
    at = [index for index, key in enumerate(keys) if not columns.is_aside(key)]
    once = {(code, *(columns.text(row[i]) for i in at)): (number, code, row) for number, code, row in rows}
    return list(once.values())


def _of_period(rows, period, wanted):
    """The rows of one period; of a year with quarters as well, the whole year."""
    found = [row for row in rows if columns.text(row[2][period]).startswith(wanted)]
    whole = [row for row in found if "JJ" in columns.text(row[2][period])]
    if not found:
        raise ImportRefused(_("The table has no figures of %(period)s.") % {"period": wanted})
    return whole or found


def _repeats(rows):
    return len({code for _number, code, _row in rows}) < len(rows)


def _one_per_region(rows, keys, aside):
    """Tables with more dimensions mark their totals: those are taken. What stays open has to be chosen."""
    open_columns = [i for i, key in enumerate(keys) if i not in aside and not columns.is_aside(key)]
    for index in open_columns:
        values = {columns.text(row[index]) for _number, _code, row in rows}
        totals = {value for value in values if value.startswith(TOTALS)}
        if _repeats(rows) and len(values) > 1 and totals:
            rows = [row for row in rows if columns.text(row[2][index]) in totals]
            aside.add(index)
    if not _repeats(rows):
        return rows
    seen = set()
    line, code = next((n, c) for n, c, _row in rows if c in seen or seen.add(c))
    raise ImportRefused(
        _(
            "Line %(line)s: %(code)s stands in this table more than once. Choose one period (--period) and one"
            " value of every other column (--where COLUMN=VALUE)."
        )
        % {"line": line, "code": code}
    )
