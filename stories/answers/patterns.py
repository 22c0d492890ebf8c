"""Patterns: what was answered together, drawn from snapshots and never from answers (P10)."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from communities.figures.reads import figures_of
from communities.models import Area, Snapshot
from communities.rights.disclosure import OTHER
from stories.answers.actions import PATTERN
from stories.calls.answer_scales import LINES, NONE, OUTLINES, TYPED, ZONES, answers_to, mean_of, place
from stories.calls.models import QuestionKind
from stories.telling.models.story import Story

WIDE, LEFT, TOP = 280, 20, 34
TALL = 120
ROW = 46


@dataclass(frozen=True)
class Piece:
    """One bar or zone: where it stands, and its number when it may be shown."""

    words: str
    number: int | None
    x: float
    y: float
    wide: float = 0
    tall: float = 0
    points: str = ""
    dye: float = 0


@dataclass(frozen=True)
class Pattern:
    """One question: a picture, the table beside it, and the day it is about. Without counts nothing is drawn."""

    question: object
    kind: str = ""
    as_of: object = None
    pieces: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    height: int = 0
    mean: tuple = ()
    unheard: list = field(default_factory=list)

    @property
    def template(self):
        return f"stories/answers/pattern_{self.kind}.html"


def patterns_of(call, questions, reader):
    """Per question its newest snapshot as a picture."""
    keys = [str(question.pk) for question in questions]
    rows = Snapshot.objects.visible_to(reader).newest(PATTERN).filter(community=call.community, key__in=keys)
    found = {row.key: row for row in rows}
    figures = _figures(call.community) if any(question.figures for question in questions) else {}
    return [_pattern(question, found.get(str(question.pk)), figures) for question in questions]


def _pattern(question, snapshot, figures):
    counts = snapshot.counts if snapshot else {}
    if set(counts) <= {OTHER}:
        return Pattern(question, unheard=_unheard(question, {}, figures))
    words = _words(question, counts)
    if question.kind == QuestionKind.TRIAD:
        drawn = {"kind": "triad", "pieces": _zones(words, counts), "mean": _mean(counts)}
    elif question.kind in LINES:
        drawn = {"kind": "line", "pieces": _columns(words, counts)}
    else:
        pieces = _bars(words, counts)
        drawn = {"kind": "bars", "pieces": pieces, "height": ROW * len(pieces)}
    rows = [(text, _shown(key, counts)) for key, text in words.items() if key != OTHER]
    if OTHER in counts:
        rows.append((_("the rest together"), counts[OTHER]))
    unheard = _unheard(question, counts, figures)
    return Pattern(question, as_of=snapshot.as_of, rows=rows, unheard=unheard, **drawn)


def _words(question, counts):
    if question.kind == QuestionKind.WORD:
        words = {key: key.removeprefix(TYPED) for key in counts if key not in (NONE, OTHER)}
    else:
        words = answers_to(question)
    return {**words, NONE: _("does not fit, or skipped")}


def _shown(key, counts):
    """A number, or in words that it is part of the rest; whether it is nought cannot be seen then."""
    return counts.get(key, _("in the rest") if OTHER in counts else 0)


def _bars(words, counts):
    """Bars under each other, the rest last and open: it says how many, not who."""
    most = max(counts.values())
    drawn = [(key, text) for key, text in words.items() if key in counts]
    if OTHER in counts:
        drawn.append((OTHER, _("the rest together")))
    return [
        Piece(text, counts[key], 0, number * ROW, wide=round(260 * counts[key] / most, 1))
        for number, (key, text) in enumerate(drawn)
    ]


def _columns(words, counts):
    """Seven columns on a line; what went together with others is drawn as an open place."""
    keys = [key for key in words if key != NONE]
    most = max([counts.get(key, 0) for key in keys] + [1])
    pieces = []
    for number, key in enumerate(keys):
        hidden = key not in counts and OTHER in counts
        count = None if hidden else counts.get(key, 0)
        tall = 16 if hidden else round(TALL * count / most, 1)
        pieces.append(Piece(words[key], count, 6 + number * 44, TALL + 24 - tall, wide=38, tall=tall))
    return pieces


def _spot(point):
    x, y = place(point[0], point[2])
    return round(LEFT + WIDE * x, 1), round(TOP + WIDE * (0.866 - y), 1)


def _zones(words, counts):
    """The seven zones with their number; never a dot, because a dot is a person."""
    most = max([counts.get(key, 0) for key in ZONES] + [1])
    pieces = []
    for key, point in ZONES.items():
        hidden = key not in counts and OTHER in counts
        count = None if hidden else counts.get(key, 0)
        x, y = _spot(point)
        points = " ".join(f"{a},{b}" for a, b in map(_spot, OUTLINES[key]))
        dye = 0 if hidden else round(0.34 * count / most, 2)
        pieces.append(Piece(words[key], count, x, y, points=points, dye=dye))
    return pieces


def _mean(counts):
    """The geometric mean of the zones as they are published: so it gives away no more than they do."""
    if OTHER in counts:
        return ()
    points = [ZONES[key] for key in ZONES for _n in range(counts.get(key, 0))]
    return _spot(mean_of(points)) if points else ()


def _figures(community):
    """Per indicator the sentence of each area of the community: one question for all bands."""
    found = {}
    for area, _subject, lines in figures_of(Area.objects.filter(communities=community)):
        for line in lines:
            sentence = f"{line.before}{line.shown}{line.after} ({area.name}, {line.source})"
            found.setdefault(line.key, []).append(sentence)
    return found


def _unheard(question, counts, figures):
    """Bands beside what is known of the neighbourhood: "Whom do we not hear?" (S1)."""
    pairs = zip(answers_to(question).items(), question.figures, strict=False) if question.figures else []
    few = _("fewer than %(k)s, or not to be said") % {"k": settings.SMALL_NUMBER}
    rows = [(words, counts.get(key, few), figures.get(figure, [])) for (key, words), figure in pairs]
    return rows if any(sentences for _words, _count, sentences in rows) else []


def stories_of(call, reader):
    """The stories of a call that this reader may read, all of them: never those behind one bar."""
    return Story.objects.visible_to(reader).told().filter(call=call).order_by("-told_on", "-pk")
