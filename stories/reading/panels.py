"""What stories and voices bring to shared pages."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from communities.figures.catalogue import subject_title
from communities.figures.reads import figures_of
from communities.models import Community
from communities.rights.reader import VISITOR
from communities.site.dates import today
from communities.site.pages import NowItem, Panel
from stories.calls.models import StoryCall
from stories.meaning.reads import readings_beside
from stories.telling.audience import audiences
from stories.telling.models.kinds import StoryState
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story
from stories.voices.models import Voice

VOICES_PER_SUBJECT = 2
FIGURES_PER_SPREAD = 2
SPREADS = 4


def stories_panel(community, reader):
    """Three sentences people allowed to be quoted, then the titles of what else this reader may read."""
    rows = Story.objects.visible_to(reader).told().filter(community=community).order_by("-told_on", "-pk")
    # Asked apart: each walks an index from the newest, however many stories there are.
    quotes = list(rows.filter(quote__isnull=False).quotable().with_quote()[:3])
    others = list(rows.exclude(pk__in=[row.pk for row in quotes]).with_opening()[: 6 - len(quotes)])
    calls = list(StoryCall.objects.visible_to(reader).filter(community=community, archived_on=None)[:4])
    values = {"quotes": quotes, "others": others, "community": community, "calls": calls}
    return Panel("verhalen", _("What people tell"), "stories/reading/stories_panel.html", values)


def latest_quote(reader, communities):
    """The newest sentence that may be quoted, for the front page."""
    stories = Story.objects.visible_to(reader).told().quotable().filter(quote__isnull=False)
    # In the order of the index of told stories: the newest is found without looking at the others.
    newest = stories.filter(community__in=communities).newest_first().values("pk")[:1]
    rows = Quote.objects.visible_to(reader).with_words().filter(story__in=newest)
    return rows.select_related("story__community").first()


@dataclass(frozen=True)
class Spread:
    """One open book: the figures of a subject on the left, the voices about it on the right (P3)."""

    area: object
    subject: str
    title: str
    figures: list
    voices: list
    reading: object = None


def books(areas):
    """The figures of these areas with their voices. It takes no reader: all see the same (P2, P3)."""
    found = figures_of(areas)
    codes = {area.code for area, _subject, _figures in found}
    readings, voices = readings_beside(codes), {}
    for voice in Voice.objects.visible_to(VISITOR).filter(area_code__in=codes):
        voices.setdefault((voice.area_code, voice.subject), []).append(voice)
    return [
        Spread(
            area,
            subject,
            subject_title(subject),
            figures,
            voices.get((area.code, subject), [])[:VOICES_PER_SUBJECT],
            readings.get((area.code, subject)),
        )
        for area, subject, figures in found
    ]


def figures_panel(community, areas):
    """Figures of the community's areas; spreads that people read something in come first, then the order of the catalogue."""
    spreads = sorted(books(areas), key=lambda spread: not (spread.reading or spread.voices))
    if not spreads:
        return None
    short = [replace(spread, figures=spread.figures[:FIGURES_PER_SPREAD]) for spread in spreads]
    areas = {spread.area.code: spread.area for spread in spreads}
    values = {"spreads": short[:SPREADS], "areas": list(areas.values())}
    return Panel(
        "cijfers", _("Figures, and what we read in them"), "stories/reading/figures_panel.html", values
    )


@dataclass(frozen=True)
class MyStory:
    """One of my stories, with how far it travels now, in words."""

    story: Story
    travels: str
    shared: bool = False


def my_stories(reader):
    """My stories and those I wrote down for somebody, each with how far it travels."""
    rows = Story.objects.editable_by(reader).filter(draft_of=None).select_related("community", "group")
    mine = []
    for story in rows.order_by("-changed_at"):
        if story.state == StoryState.DRAFT:
            travels = _("Draft")
        else:
            names = {rung.reach: rung.name for rung in audiences(story)}
            travels = names.get(story.reach_now, names[0])
        mine.append(MyStory(story, travels, story.reach_now > 0))
    return mine


def stories_waiting(reader):
    """Where a story told without an account waits for me to let it in."""
    waiting = Story.objects.waiting_for(reader).values("community")
    here = Community.objects.visible_to(reader).filter(pk__in=waiting)
    title = _("A story told without an account waits")
    return [
        NowItem(today(), _("now"), title, reverse("waiting_stories", args=[row.slug]), row.name)
        for row in here
    ]


def my_voices(reader):
    """What I said beside figures, to take it back."""
    return Voice.objects.editable_by(reader).select_related("community")
