"""What a column is: its key without position number, the region, the period, a name."""

import re

from django.utils.translation import gettext as _

from communities.figures.imports.errors import ImportRefused

REGION = re.compile(r"^(NL\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$")
# Provinces, regions for health or safety and the like: real regions, but none that we draw.
OTHER_REGION = re.compile(r"^[A-Z]{2}\d{1,6}$")
PERIODS = {"perioden", "periode"}
UNCHANGED = {"ind_wbi", "indelingswijzigingwijkenenbuurten", "indelingswijziging_wijken_en_buurten"}
TITLES = {
    "title",
    "bu_naam",
    "wk_naam",
    "gm_naam",
    "buurtnaam",
    "wijknaam",
    "gemeentenaam",
    "statnaam",
    "naam",
}
NAMES = TITLES | {"regio", "soortregio", "codering"}
MUNICIPALITIES = {"gm_code", "gemeentecode", "municipality"}
ASIDE = NAMES | MUNICIPALITIES | UNCHANGED | PERIODS | {"id", "key", "description", "detailregioncode"}


def column_keys(columns):
    """The key of each column: lower case, without the position number, which shifts per year.

    A title that returns under another topic ("Appartement" for electricity and for gas) gets its
    rank among its namesakes, in the order of the table: `appartement`, `appartement__2`.
    """
    seen, keys = {}, []
    for name in columns:
        key = re.sub(r"_\d+$", "", name.strip()).lower()
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}__{seen[key]}")
    return keys


def text(cell):
    """A cell as words, without padding."""
    return "" if cell is None else str(cell).strip()


def is_region(cell):
    """Whether a cell holds the code of an area we draw (docs/domain.md, facts)."""
    return bool(REGION.match(text(cell)))


def region_column(table):
    """The first column that holds region codes; without one this is not a table by region."""
    sample = table.rows[:50]
    for index in range(len(table.columns)):
        cells = [text(row[index]) for row in sample]
        codes = sum(is_region(cell) or bool(OTHER_REGION.match(cell)) for cell in cells)
        if any(map(is_region, cells)) and codes * 2 >= len(cells):
            return index
    raise ImportRefused(
        _("No column holds codes of municipalities, districts or neighbourhoods (such as BU03630000).")
    )


def find(keys, wanted):
    """The first column whose key is one of these, or None."""
    return next((index for index, key in enumerate(keys) if key in wanted), None)


def level_of(code):
    """The level of an area, from its code."""
    return code[:2]
