"""The shapes of questions: which answers there are, and where a triangle or a line is cut (docs/domain.md).

An answer is a place; a place lies in one zone; and only zones are ever counted.
"""

import math
from typing import Literal

from django.utils.translation import gettext as _

from stories.calls.models import Question, QuestionKind

# What is stored of a place in a triangle: how near each corner, from 0 to 1 and 1 together.
Triad = dict[Literal["t", "l", "r"], float]
# An index of `ends`, a place on a line from 0 to 1, a place in a triangle, or free words; None when it does not fit.
AnswerValue = int | float | Triad | str | None
NONE = "none"
# Before a word that a teller typed: what people say is data, and never a key of ours such as "none" or "overig".
TYPED = "="
BINS = 7
CORNER, EDGE = 0.60, 0.20
# The place that stands for a zone when somebody chooses the zone itself: t, l, r.
ZONES = {
    "t": (0.7, 0.15, 0.15),
    "l": (0.15, 0.7, 0.15),
    "r": (0.15, 0.15, 0.7),
    "tl": (0.425, 0.425, 0.15),
    "tr": (0.425, 0.15, 0.425),
    "lr": (0.15, 0.425, 0.425),
    "c": (1 / 3, 1 / 3, 1 / 3),
}
# The outline of each zone, drawn once: together they fill the triangle and none overlaps another.
OUTLINES = {
    "t": [(1, 0, 0), (0.6, 0.4, 0), (0.6, 0, 0.4)],
    "l": [(0, 1, 0), (0.4, 0.6, 0), (0, 0.6, 0.4)],
    "r": [(0, 0, 1), (0.4, 0, 0.6), (0, 0.4, 0.6)],
    "tl": [(0.6, 0.4, 0), (0.4, 0.6, 0), (0.2, 0.6, 0.2), (0.6, 0.2, 0.2)],
    "tr": [(0.6, 0, 0.4), (0.4, 0, 0.6), (0.2, 0.2, 0.6), (0.6, 0.2, 0.2)],
    "lr": [(0, 0.6, 0.4), (0, 0.4, 0.6), (0.2, 0.2, 0.6), (0.2, 0.6, 0.2)],
    "c": [(0.6, 0.2, 0.2), (0.2, 0.6, 0.2), (0.2, 0.2, 0.6)],
}
LINES = (QuestionKind.SLIDER, QuestionKind.DYAD)
LISTS = (QuestionKind.CHOICE, QuestionKind.BAND)


def zone_of(point: Triad) -> str:
    """Corner from 0.60 on, edge when the third is below 0.20, else the middle."""
    for name in "tlr":
        if point[name] >= CORNER:
            return name
    least = min("tlr", key=lambda name: point[name])
    return "".join(name for name in "tlr" if name != least) if point[least] < EDGE else "c"


def bin_of(value):
    """Which of the seven pieces of a line a number from 0 to 1 lies in."""
    return str(min(BINS, int(value * BINS) + 1))


def place(t, r):
    """Where a point of the triangle stands: x = r + t/2, y = t·√3/2, from 0 to 1."""
    return r + t / 2, t * math.sqrt(3) / 2


def mean_of(points):
    """The geometric mean of points that add up to 1; a nought counts as very little."""
    logs = [sum(math.log(max(point[i], 0.001)) for point in points) / len(points) for i in range(3)]
    whole = sum(math.exp(log) for log in logs)
    return tuple(math.exp(log) / whole for log in logs)


def zone_words(corners):
    """Each zone in words, for who hears the triangle and for the table beside it."""
    top, left, right = corners
    both = _("between %(one)s and %(other)s")
    return {
        "t": top,
        "l": left,
        "r": right,
        "tl": both % {"one": top, "other": left},
        "tr": both % {"one": top, "other": right},
        "lr": both % {"one": left, "other": right},
        "c": _("all three alike"),
    }


def bin_words(ends):
    """Each piece of a line in words."""
    one, other = ends
    most, rather, bit = _("wholly %(end)s"), _("rather %(end)s"), _("a little towards %(end)s")
    nearer = [(1, most, one), (2, rather, one), (3, bit, one), (5, bit, other), (6, rather, other)]
    words = {str(number): text % {"end": end} for number, text, end in [*nearer, (7, most, other)]}
    words["4"] = _("in the middle")
    return {str(number): words[str(number)] for number in range(1, BINS + 1)}


def answers_to(question):
    """Every answer that can be chosen, as key and words, in an order that never changes."""
    if question.kind == QuestionKind.TRIAD:
        return zone_words(question.ends)
    if question.kind in LINES:
        return bin_words(question.ends)
    return {str(number): words for number, words in enumerate(question.ends)}


def value_of(question: Question, key: str, exact: str = "") -> int | float | Triad:
    """What is stored for a chosen key; `exact` is the very place, believed only if it lies in that zone."""
    if question.kind in LISTS:
        return int(key)
    numbers = _numbers(exact)
    if question.kind in LINES:
        fits = len(numbers) == 1 and 0 <= numbers[0] <= 1 and bin_of(numbers[0]) == key
        return round(numbers[0], 4) if fits else round((int(key) - 0.5) / BINS, 4)
    point = dict(zip("tlr", numbers, strict=False))
    fits = len(point) == 3 and min(numbers) >= 0 and abs(sum(numbers) - 1) < 0.01 and zone_of(point) == key
    t, left, _right = numbers if fits else ZONES[key]
    return {"t": round(t, 4), "l": round(left, 4), "r": round(1 - round(t, 4) - round(left, 4), 4)}


def _numbers(text):
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return []
    return numbers if all(math.isfinite(number) for number in numbers) else []


def counts_under(question: Question, value: AnswerValue) -> str:
    """The category of an answer in a pattern: as `key_of`, and a typed word is marked as such."""
    typed = question.kind == QuestionKind.WORD and value is not None
    return f"{TYPED if typed else ''}{key_of(question, value)}"


def key_of(question: Question, value: AnswerValue) -> str:
    """The zone, piece, choice or word an answer counts under; what does not fit counts with who skipped."""
    if value is None:
        return NONE
    if question.kind == QuestionKind.TRIAD:
        return zone_of(value)
    if question.kind in LINES:
        return bin_of(value)
    return str(value).casefold() if question.kind == QuestionKind.WORD else str(value)
