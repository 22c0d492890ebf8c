"""The pages of what is made together, for the walk through every page."""

from stories.models import (
    ChangeRound,
    NamedTheme,
    Observation,
    Reading,
    ReadingSession,
    StoryLesson,
    StoryReport,
)

KINDS = (Observation, NamedTheme, ReadingSession, StoryReport, ChangeRound, StoryLesson, Reading)


def _first(kind):
    return kind.objects.order_by("pk").first()


def for_all():
    """What everybody reads of the example's first row of every kind."""
    return [
        "/gemeenschap/kanaalbuurt/samen-gelezen/",
        "/gemeenschap/kanaalbuurt/lessen/",
        *(_first(kind).get_absolute_url() for kind in KINDS),
    ]
