"""What stands on pages made together, drawn from living stories each time: nothing taken back leaves a trace (P6)."""

from dataclasses import dataclass, field

from django.db.models import Q

from communities.models import Area
from stories.meaning.actions.rounds import has_enough_residents
from stories.meaning.actions.together import has_enough_sides, party_of
from stories.meaning.models.observations import Interpretation, Observation, Party
from stories.meaning.models.reports import ReportPart, StoryReport
from stories.meaning.models.rounds import ChangeRound, Choice, PanelMember, StoryRef
from stories.meaning.models.sessions import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.telling.models.story import Story
from trajectories.models import Signal, Theme
from volunteers.models import Initiative

LATELY = 20
BY_SLUG = {
    model.SLUG: model
    for model in (
        Observation,
        NamedTheme,
        ReadingSession,
        StoryReport,
        ChangeRound,
        StoryLesson,
        Reading,
    )
}


def readable(reader, keys):
    """Those stories that this reader may read now, by key, each with its quote under live consent."""
    rows = Story.objects.shared_with(reader).filter(pk__in=keys).with_quote()
    return {story.pk: story for story in rows}


def laid(reader, **places):
    """The stories that lie here and that this reader may read now, each with what people say about it."""
    refs = list(StoryRef.objects.visible_to(reader).filter(**places))
    stories = readable(reader, [ref.story_id for ref in refs])
    return [(ref, stories[ref.story_id]) for ref in refs if ref.story_id in stories]


def may_agree(row, reader):
    """Whether this reader is asked for a yes."""
    if row.approved_on or row.has_yes_of(reader):
        return False
    return type(row).objects.agreeable_by(reader).filter(pk=row.pk).exists()


def _party(row, reader):
    return party_of(reader.user, row.community) if reader.is_known else None


def observation(row, reader):
    """An observation with the stories it rests on and what each party says it means."""
    return {
        "laid": laid(reader, observation=row),
        "sides": Interpretation.objects.as_seen_by(reader).filter(observation=row),
        "may_interpret": _party(row, reader) is not None,
        "enough": has_enough_sides(row),
        "bundles": NamedTheme.objects.visible_to(reader).filter(observations=row),
    }


def bundle(row, reader):
    """A name over observations, those this reader may read, and what it became."""
    return {
        "observations": Observation.objects.visible_to(reader).filter(bundles=row),
        "theme": Theme.objects.visible_to(reader).filter(pk=row.theme_id).first(),
        "signal": Signal.objects.visible_to(reader).filter(pk=row.signal_id).first(),
        "may_pass_on": NamedTheme.objects.passable_by(reader).filter(pk=row.pk).exists(),
    }


def session(row, reader):
    """What lay on the table, and what came of it."""
    return {
        "laid": laid(reader, session=row),
        "theme": Theme.objects.visible_to(reader).filter(pk=row.theme_id).first(),
        "signal": Signal.objects.visible_to(reader).filter(pk=row.signal_id).first(),
        "initiative": Initiative.objects.visible_to(reader).filter(pk=row.initiative_id).first(),
        "reading": Reading.objects.visible_to(reader).filter(pk=row.reading_id).first(),
    }


@dataclass
class Section:
    """One part of a report as this reader may read it now."""

    part: ReportPart
    story: object = None
    observation: object = None
    session: object = None
    laid: list = field(default_factory=list)
    sides: list = field(default_factory=list)


def _by(rows, key):
    found = {}
    for row in rows:
        found.setdefault(getattr(row, key), []).append(row)
    return found


def sections(report, reader):
    """The parts of a report that this reader may read now, in a fixed number of questions (P6).

    What may not be read is not there: no gap, no mark, and the numbers close up.
    """
    parts = ReportPart.objects.visible_to(reader).filter(report=report).select_related("question__call")
    parts = list(parts)
    seen = [part.observation_id for part in parts if part.observation_id]
    met = [part.session_id for part in parts if part.session_id]
    observations = Observation.objects.visible_to(reader).in_bulk(seen)
    sessions = ReadingSession.objects.visible_to(reader).in_bulk(met)
    refs = list(StoryRef.objects.visible_to(reader).filter(Q(observation__in=seen) | Q(session__in=met)))
    told = [part.story_id for part in parts if part.story_id] + [ref.story_id for ref in refs]
    stories = readable(reader, told)
    refs = [(ref, stories[ref.story_id]) for ref in refs if ref.story_id in stories]
    sides = _by(
        Interpretation.objects.visible_to(reader).filter(observation__in=observations), "observation_id"
    )
    return [
        Section(
            part,
            stories.get(part.story_id),
            observations.get(part.observation_id),
            sessions.get(part.session_id),
            [(ref, story) for ref, story in refs if part.shows(ref)],
            sides.get(part.observation_id, []),
        )
        for part in parts
    ]


def report(row, reader):
    """A report, drawn anew for this reader."""
    return {"sections": sections(row, reader)}


def round_(row, reader):
    """A round: what was offered, who sits in the panel by kind, and what was chosen and why."""
    choices = list(Choice.objects.visible_to(reader).filter(round=row))
    stories = readable(reader, [choice.story_id for choice in choices])
    beside = _by([ref for ref, _story in laid(reader, choice__in=choices)], "choice_id")
    considered = readable(reader, [ref.story_id for refs in beside.values() for ref in refs])
    names = row.asked_about
    return {
        "chosen": [
            (
                names[min(choice.domain, len(names) - 1)],
                choice,
                stories[choice.story_id],
                sorted((considered[ref.story_id] for ref in beside.get(choice.pk, [])), key=str),
            )
            for choice in choices
            if choice.story_id in stories
        ],
        "panel": _panel(row, reader),
    }


def _panel(row, reader):
    """Who sits around the table of a round, by kind, what lies on it, and what this reader may do there."""
    members = PanelMember.objects.parties_of(row)
    sits = PanelMember.objects.visible_to(reader).current().filter(round=row).exists()
    return {
        "offered": sorted((story for _ref, story in laid(reader, round=row)), key=str),
        "mine": StoryRef.objects.offered_by(reader).filter(round=row).select_related("story"),
        "parties": list(dict.fromkeys(Party(party).label for party in members)),
        "enough": has_enough_residents(row),
        "sits": sits,
        "may_sit": row.is_open and not sits and _party(row, reader) is not None,
        "may_choose": row.is_open and sits,
    }


def reading(row, reader):
    """What was read in figures, and where they stand."""
    return {"area": Area.objects.newest().filter(code=row.area_code).first()}


def lesson(row, reader):
    """What people learn from one story, beside that story."""
    return {"story": readable(reader, [row.story_id]).get(row.story_id)}


def lessons(community, reader):
    """What people learn from stories, as long as the teller lets the story be used for it."""
    rows = list(StoryLesson.objects.as_seen_by(reader).filter(community=community)[:LATELY])
    stories = readable(reader, [row.story_id for row in rows])
    return [(row, stories[row.story_id]) for row in rows if row.story_id in stories]


def found_together(community, reader):
    """Everything that was made of stories in a community and that this reader may read, newest first."""
    kinds = (StoryReport, Observation, NamedTheme, ReadingSession, ChangeRound)
    return {
        model.KIND: list(model.objects.visible_to(reader).filter(community=community)[:LATELY])
        for model in kinds
    }


def readings_beside(codes):
    """The newest reading per area and subject; it takes no reader, because everybody reads the same (P3)."""
    found = {}
    for row in Reading.objects.fresh().filter(area_code__in=codes).order_by("approved_on", "pk"):
        found[(row.area_code, row.subject)] = row
    return found
