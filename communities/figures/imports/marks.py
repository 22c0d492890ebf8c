"""Commas and points in numbers: a decimal mark is understood, a mark between thousands is refused.

`1.234` is one and a bit in one file and more than a thousand in the next. Which of both is seen from the
other numbers of the file, never guessed.
"""

import re

from django.utils.translation import gettext as _

from communities.figures.imports import columns as of
from communities.figures.imports.errors import ImportRefused

POINT = re.compile(r"^-?\d+\.\d+$")
COMMA = re.compile(r"^-?\d+,\d+$")
WHOLE = re.compile(r"^-?\d{1,3}$")
LARGE = re.compile(r"^-?\d{4,}$")
GROUPED = re.compile(r"^-?[1-9]\d{0,2}([.,])\d{3}$")
SURELY_GROUPED = re.compile(
    r"^-?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,})$"
)


def refuse_thousands(rows, keys, aside):
    """Refuse the first number that may have a mark between its thousands, by its line."""
    at = [index for index, key in enumerate(keys) if index not in aside and not of.is_aside(key)]
    texts = [{row[index].strip() for _n, _c, row in rows if isinstance(row[index], str)} for index in at]
    every = set().union(*texts)
    points, commas = (
        {cell for cell in every if POINT.match(cell)},
        {cell for cell in every if COMMA.match(cell)},
    )
    for index, cells in zip(at, texts, strict=True):
        for cell in sorted(cells):
            if SURELY_GROUPED.match(cell) or (GROUPED.match(cell) and _in_doubt(cell, cells, points, commas)):
                _refuse(rows, index, cell)


def _in_doubt(cell, column, points, commas):
    """Whether 1.234 may be a large number: the file writes decimals with the other mark, or none at all."""
    same, other = (points, commas) if "." in cell else (commas, points)
    if other:
        return True
    decimals = any(not GROUPED.match(number) for number in same)
    beside = any(WHOLE.match(number) for number in column) and not any(LARGE.match(n) for n in column)
    return not decimals and beside


def _refuse(rows, index, cell):
    line = next(n for n, _c, row in rows if isinstance(row[index], str) and row[index].strip() == cell)
    raise ImportRefused(
        _(
            "Line %(line)s: %(cell)r may have a mark between its thousands. Save the file without those marks"
            " (1234 and 1234,5) and import it again."
        )
        % {"line": line, "cell": cell}
    )
