"""One cell of a table turned into a number, or into the reason why there is none."""

from decimal import Decimal, InvalidOperation

from communities.figures.models import FigureState

# StatLine: "." is withheld or unknown; the neighbourhood maps use these numbers for the same.
WITHHELD = {".", "-99997", "x", "X"}
MISSING = {"", "-", "-99995", "-99999999"}
NOT_A_NUMBER = object()


def parse_cell(cell):
    """(value, state) of one cell; state NOT_A_NUMBER when it holds words.

    Missing and withheld are never 0 (docs/domain.md, facts). Decimal comma or point, padding allowed.
    """
    text = "" if cell is None else str(cell).strip()
    bare = text.removesuffix(".0").removesuffix(",0") if text.startswith("-9999") else text
    if bare in WITHHELD:
        return None, FigureState.WITHHELD
    if bare in MISSING:
        return None, FigureState.MISSING
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None, NOT_A_NUMBER
    if not number.is_finite() or abs(number) >= 10**12:
        return None, NOT_A_NUMBER
    return number, FigureState.VALUE
