"""What a column is: its key without position number, the region, the period, a name."""

import re

from django.utils.translation import gettext as _

from communities.figures.imports.errors import ImportRefused


def squeezed(key):
    """A key without underscores and spaces: one map writes `aantal_inwoners`, another `aantalInwoners`."""
    return key.replace("_", "").replace(" ", "")


REGION = re.compile(r"^(NL\d\d|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$")
# Provinces, regions for health or safety and the like: real regions, but none that we draw.
OTHER_REGION = re.compile(r"^[A-Z]{2}\d{1,6}$")
LEVELS = ["NL", "GM", "WK", "BU"]
PERIODS = {"perioden", "periode"}
UNCHANGED = {
    "ind_wbi",
    "ind_wbz",
    "indelingswijzigingwijkenenbuurten",
    "indelingswijziging_wijken_en_buurten",
}
# How publishers call the name of an area: first of one level, then of whatever the row is about.
OWN_NAMES = {
    "BU": ("bu_naam", "buurtnaam", "naam_buurt"),
    "WK": ("wk_naam", "wijknaam", "naam_wijk"),
    "GM": ("gm_naam", "gemeentenaam", "naam_gemeente", "municipality_name", "municipality", "gemeente"),
    "NL": ("landnaam", "gm_naam", "gemeentenaam"),
}
TITLES = ("title", "statnaam", "naam", "name", "regionaam", "naam_regio", "region_name", "regio", "regios")
NAMES = {*TITLES, *(name for names in OWN_NAMES.values() for name in names), "soortregio", "codering"}
MUNICIPALITIES = {"gm_code", "gemeentecode", "municipality", "municipality_code", "gemeente"}
WATER = {"water", "h2o"}
# Columns of codes that hold names when a table was saved as people read it.
CODES_ELSEWHERE = (
    "statnaam",
    "regionaam",
    "naam_regio",
    "region_name",
    "regio",
    "regios",
    "wijken_en_buurten",
    "gemeenten",
    "gebieden",
    "buurt",
    "buurten",
    "wijk",
    "wijken",
)
# What a map says of a shape or a row itself: none of it counts anything of the people there.
OF_THE_SHAPE = {"fid", "objectid", "gid", "jaar", "jrstatcode", "shape_length", "shape_area", "recs"}
POSTCODES = {"meest_voorkomende_postcode", "meestvoorkomendepostcode", "dekkingspercentage", "postcode"}
OTHER_CODES = {"id", "key", "description", "detailregioncode", "gwb_code_10", "gwb_code_8", "gwb_code"}
_KINDS_ASIDE = (NAMES, MUNICIPALITIES, UNCHANGED, PERIODS, OF_THE_SHAPE, POSTCODES, OTHER_CODES)
ASIDE = {squeezed(name) for kind in _KINDS_ASIDE for name in kind}


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
    """The column that holds region codes; without one this is not a table by region.

    A map names the municipality of each neighbourhood as well, sometimes first: the finest level is what
    the row is about.
    """
    found = []
    for index in range(len(table.columns)):
        cells = [text(row[index]) for row in table.rows[:50]]
        regions = [cell for cell in cells if is_region(cell)]
        codes = len(regions) + sum(not is_region(cell) and bool(OTHER_REGION.match(cell)) for cell in cells)
        if regions and codes * 2 >= len(cells):
            found.append((max(LEVELS.index(level_of(cell)) for cell in regions), -index))
    level, index = max(found, default=(-1, 0))
    _refuse_names(table, level)
    if found:
        return -index
    raise ImportRefused(
        _("No column holds codes of municipalities, districts or neighbourhoods (such as BU03630000).")
    )


def _refuse_names(table, level):
    """Names of a finer level than the codes lead nowhere: two neighbourhoods of one name are two places."""
    naming = Naming(column_keys(table.columns))
    finer = [name for part in LEVELS[max(level, 1) + 1 :] for name in OWN_NAMES[part]]
    if level < 0:
        finer += [*OWN_NAMES["GM"], *CODES_ELSEWHERE, *(("name", "naam") if table.features else ())]
    for row in table.rows[:50]:
        name = naming.words(finer, row)
        if name and re.search(r"[^\W\d_]{2}", name):
            raise ImportRefused(
                _(
                    "This file names areas (%(name)s) without their codes (such as BU03630000). Fetch it with codes:"
                    " StatLine calls that “onbewerkte dataset”."
                )
                % {"name": name[:40]}
            )


def find(keys, wanted):
    """The first column whose key is one of these however it is written, or None."""
    wanted = {squeezed(name) for name in wanted}
    return next((index for index, key in enumerate(keys) if squeezed(key) in wanted), None)


def is_aside(key):
    """Whether a column is no figure: a name, a code, a period, or what a map says of a shape."""
    return squeezed(key.split("__")[0]) in ASIDE


class Naming:
    """Where a table names its areas and their municipalities, found once for all rows."""

    def __init__(self, keys):
        self.at = {squeezed(key): index for index, key in enumerate(keys)}

    def words(self, names, row):
        """The first of these columns that holds words, and no code."""
        found = (text(row[self.at[squeezed(name)]]) for name in names if squeezed(name) in self.at)
        return next((words for words in found if words and not REGION.match(words)), "")

    def name(self, code, row):
        """The name a row gives to its own area: a row of a neighbourhood names its municipality as well."""
        return self.words((*OWN_NAMES[level_of(code)], *TITLES), row)

    def is_abroad(self, row):
        """The map of neighbourhoods draws a strip of Belgium and Germany, with a code as if it were ours."""
        named = (text(row[self.at[name]]).lower() for name in ("gemeentenaam", "gmnaam") if name in self.at)
        return "buitenland" in named

    def municipality(self, row):
        """(code, name) of the municipality a row names; empty where it does not say."""
        cells = (text(row[self.at[squeezed(name)]]) for name in MUNICIPALITIES if squeezed(name) in self.at)
        code = next((cell for cell in sorted(cells) if cell.startswith("GM") and REGION.match(cell)), "")
        return code, self.words(OWN_NAMES["GM"], row)


def level_of(code):
    """The level of an area, from its code."""
    return code[:2]
