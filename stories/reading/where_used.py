"""Where a story is used and what came of it, for its teller."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from communities.figures.catalogue import subject_title
from communities.rights.reader import Reach
from stories.calls.models import StoryCall
from stories.citing.models import StoryCitation
from stories.consent.models import reaching
from stories.meaning.models.observations import Observation
from stories.meaning.models.reports import StoryReport
from stories.meaning.models.rounds import ChangeRound, Choice
from stories.meaning.models.sessions import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.meaning.reportable import LABELS
from stories.telling.models.story import Story
from trajectories.models import Answer, Signal, Theme
from volunteers.models import Initiative

# From each thing that is made together the ways that lead to a story.
LIES = {
    Observation: ["story_refs__story"],
    NamedTheme: ["observations__story_refs__story"],
    ReadingSession: ["story_refs__story"],
    StoryReport: [
        "parts__story",
        "parts__observation__story_refs__story",
        "parts__session__story_refs__story",
    ],
    ChangeRound: ["story_refs__story", "choices__story"],
    StoryLesson: ["story"],
}
BECAME = {"theme": Theme, "signal": Signal, "initiative": Initiative, "reading": Reading}


@dataclass(frozen=True)
class Came:
    """One thing that came of it."""

    what: str
    words: str = ""
    url: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Use:
    """One place where a story or its sentence stands: what it is, where to read it, and what came of it until now."""

    what: str
    title: str = ""
    url: str = ""
    came: list = field(default_factory=list)
    remove: int | None = None


def where_used(story, reader):
    """Every place where this story is used, for its teller: by account, with the code, or through a listener.

    A closed door is told by its kind and by whose it is, never by its title. It asks a fixed number of
    questions, and none about what does not point at the story.
    """
    return [*_called(story, reader), *_citations(story, reader), *used_together(story, reader)]


def _called(story, reader):
    call = StoryCall.objects.visible_to(reader).filter(pk=story.call_id).first() if story.call_id else None
    if call is None:
        return []
    mine = Story.objects.editable_by(reader).filter(pk=story.pk)
    on_paper = mine.filter(reaching(Reach.COMMUNITY)).exists()
    what = _("In a story call, and on its cards for a table") if on_paper else _("In a story call")
    came = [Came(_("What was given back"), call.gave_back)] if call.gave_back else []
    return [Use(what, str(call), call.get_absolute_url(), came)]


def _citations(story, reader):
    rows = StoryCitation.objects.of_story(story)
    rows = list(rows.select_related("signal__group", "theme__group", "community"))
    if not rows:
        return []
    signals = Signal.objects.visible_to(reader).in_bulk([row.signal_id for row in rows if row.signal_id])
    themes = Theme.objects.visible_to(reader).in_bulk([row.theme_id for row in rows if row.theme_id])
    answers = _answers(signals, reader)
    keys = [row.pk for row in rows]
    mine = set(StoryCitation.objects.editable_by(reader).filter(pk__in=keys).values_list("pk", flat=True))
    uses = [_cited_at(row, signals, themes, answers) for row in rows]
    return [use if use.remove in mine else replace(use, remove=None) for use in uses]


def _answers(signals, reader):
    """What offices answered to signals this reader may see."""
    found = {}
    for row in Answer.objects.visible_to(reader).filter(signal__in=signals) if signals else ():
        came = Came(capfirst(row.get_kind_display()), row.words, on=row.on)
        found.setdefault(row.signal_id, []).append(came)
    return found


def _cited_at(row, signals, themes, answers):
    if row.subject:
        title = f"{subject_title(row.subject)}, {row.community.name}"
        url = reverse("area", args=[row.area_code]) + "#cijfers"
        return Use(_("Beside figures"), title, url, remove=row.pk)
    target, shown = (row.signal, signals) if row.signal_id else (row.theme, themes)
    what = _("In a question of %(group)s") if row.signal_id else _("In a theme of %(group)s")
    what = what % {"group": target.group.title}
    if target.pk not in shown:
        return Use(what, remove=row.pk)
    return Use(what, str(target), target.get_absolute_url(), answers.get(row.signal_id, []), row.pk)


def used_together(story, reader):
    """Everything made together in which the story lies; a lesson only while its teller lets it be one."""
    found = list(_lying(story, reader))
    seen = {}
    for model in LIES:
        keys = [key for kind, key, is_open, *_whose in found if kind == model.KIND and is_open]
        seen[model.KIND] = model.objects.visible_to(reader).in_bulk(keys)
    came = _came(story, reader, seen)
    uses = []
    for kind, key, _is_open, community, group in found:
        what = _("In %(what)s of %(whose)s") % {"what": LABELS[kind], "whose": group or community}
        row = seen[kind].get(key)
        uses.append(Use(what, str(row), row.get_absolute_url(), came(row)) if row else Use(what))
    return uses


def _lying(story, reader):
    """In one question: kind and key, whether this reader may see it, and whose it is."""
    asked = []
    for model, ways in LIES.items():
        points = Q()
        for way in ways:
            points |= Q(**{way: story.pk})
        rows = model.objects.filter(pk__in=model.objects.filter(points).values("pk"))
        if model is StoryLesson:
            rows = rows.filter(story__in=Story.objects.teachable().values("pk"))
        shown = Exists(model.objects.visible_to(reader).filter(pk=OuterRef("pk")))
        named = rows.order_by().annotate(kind=Value(model.KIND), is_open=Case(When(shown, then=1), default=0))
        asked.append(named.values_list("kind", "pk", "is_open", "community__name", "group__title"))
    return asked[0].union(*asked[1:], all=True)


def _came(story, reader, seen):
    """A way to ask what came of a row, as far as this reader may see that too."""
    rows = [row for found in seen.values() for row in found.values()]
    became = {}
    for name, model in BECAME.items():
        keys = {key for row in rows if (key := getattr(row, f"{name}_id", None))}
        became[name] = model.objects.visible_to(reader).in_bulk(keys) if keys else {}
    answers = _answers(became["signal"], reader)
    rounds = seen[ChangeRound.KIND]
    chosen = Choice.objects.visible_to(reader).filter(story=story, round__in=rounds) if rounds else ()
    reasons = {choice.round_id: Came(_("The panel chose it"), choice.reason) for choice in chosen}

    def came(row):
        found = [reasons[row.pk]] if isinstance(row, ChangeRound) and row.pk in reasons else []
        for what, name in (
            (_("What came of it"), "came_of_it"),
            (_("What we do differently"), "differently"),
        ):
            if words := getattr(row, name, ""):
                found.append(Came(what, words))
        for name, rows in became.items():
            if thing := rows.get(getattr(row, f"{name}_id", None)):
                found.append(Came(str(thing), url=thing.get_absolute_url()))
        return found + answers.get(getattr(row, "signal_id", None), [])

    return came
