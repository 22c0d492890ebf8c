"""Figures in words for a page: a function of areas alone, so equal for every reader (P2)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from communities.figures.models import Area, Figure, FigureState

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Tally:
    """A hundred strokes in groups of five, and the first so many of them."""

    rest: str
    done: str


@dataclass(frozen=True)
class FigureLine:
    """One figure as a sentence cut around its number, with its source and what it does not say."""

    before: str
    shown: str
    after: str
    does_not_say: str
    source: str
    tally: Tally | None
    key: str = ""
    year: int = 0
    earlier: str = ""


def in_dutch(value, decimals):
    """A number as people write it: decimal comma, thousands apart by a space that does not break."""
    value = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = number_format(value, decimals, use_l10n=True, force_grouping=False)
    whole, comma, rest = text.partition(",")
    digits = whole.lstrip("-")
    if len(digits) > 4:
        digits = f"{int(digits):,}".replace(",", NO_BREAK)
    return ("-" if whole.startswith("-") else "") + digits + comma + rest


def _strokes(numbers):
    out = []
    for number in numbers:
        group, place = divmod(number, 5)
        x, y = 4 + (group % 10) * 40, 4 + (group // 10) * 22
        out.append(f"M{x + place * 6} {y}v16" if place < 4 else f"M{x - 4} {y + 16}l26 -16")
    return "".join(out)


def tally(value):
    """The share of a hundred as strokes: counting, not a percentage in large type (LOOK.md)."""
    count = max(0, min(100, round(value)))
    return Tally(rest=_strokes(range(count, 100)), done=_strokes(range(count)))


def line(figure):
    """One figure as a sentence. Withheld and missing are said in words, never as 0."""
    indicator, source = figure.indicator, f"{figure.source.publisher} ({figure.source.year})"
    if figure.state != FigureState.VALUE:
        words = (
            _("The publisher does not say, because so few people are concerned.")
            if figure.state == FigureState.WITHHELD
            else _("There is no figure of this year.")
        )
        return FigureLine(
            f"{indicator.label}: ", "", words, "", source, None, indicator.key, figure.source.year
        )
    before, _mark, after = indicator.sentence.partition("{value}")
    return FigureLine(
        before=before,
        shown=in_dutch(figure.value, indicator.decimals),
        after=after,
        does_not_say=indicator.does_not_say,
        source=source,
        tally=tally(figure.value) if indicator.per_hundred else None,
        key=indicator.key,
        year=figure.source.year,
    )


def figures_of(areas):
    """Per area and subject its figures in the order of the catalogue, each from the newest year that has it.

    Outlines of a new year come in before its figures: until then, and as long as CBS says that the place is
    the same, the figures of the years before stand there, with their year.
    """
    place_of = _rows_of_the_place(areas)
    rows = Figure.objects.shown().filter(area__in=place_of).select_related("indicator", "source", "area")
    rows = rows.defer("area__outline")
    newest = {}
    for row in rows.order_by("area__year", "source__year", "source__imported_at", "pk"):
        newest[place_of[row.area_id], row.indicator_id] = row
    grouped = {}
    for (area, _indicator), row in sorted(newest.items(), key=lambda item: item[1].indicator.position):
        grouped.setdefault((area, row.indicator.subject), []).append(line(row))
    return [(area, subject, lines) for (area, subject), lines in grouped.items()]


def _rows_of_the_place(areas):
    """The area each of its rows over the years belongs to, as far back as the place is the same: one query."""
    asked = areas if isinstance(areas, QuerySet) else Area.objects.filter(pk__in=[area.pk for area in areas])
    years, found = {}, {}
    rows = Area.objects.every_year_of(asked.order_by().values("code"))
    for row in rows.annotate(is_asked=Exists(asked.filter(pk=OuterRef("pk")))):
        years.setdefault(row.code, []).append(row)
    for rows_of_code in years.values():
        for at, area in enumerate(rows_of_code):
            for row in same_place(rows_of_code[at:]) if area.is_asked else ():
                found.setdefault(row.pk, area)
    return found


def same_place(years):
    """The rows of one code, newest first, cut where the border changed.

    A year is linked to the one before only when CBS itself says the area is unchanged; a code alone
    proves nothing, because codes are used again (docs/domain.md, `Area`).
    """
    linked = []
    for area in years:
        linked.append(area)
        if area.unchanged is not True:
            break
    return linked


def earlier_figures(years):
    """Per indicator what the same figure was before: (2020, "2020: 2750"), as long as the place is the same.

    `years` are the rows of one code, newest first. No line is drawn over a border that changed.
    """
    older = same_place(years)[1:]
    rows = Figure.objects.shown().filter(area__in=older, state=FigureState.VALUE)
    found = {}
    for row in rows.select_related("indicator", "area").defer("area__outline").order_by("-area__year"):
        words = f"{row.area.year}: {in_dutch(row.value, row.indicator.decimals)}"
        found.setdefault(row.indicator.key, []).append((row.area.year, words))
    return found
