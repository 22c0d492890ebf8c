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


def for_writers(draft):
    """The forms that Naïma, who wrote the report, can open."""
    begin = "/gemeenschap/kanaalbuurt/begin/"
    parts = ("woorden", "verhaal", "waarneming", "sessie", "patroon")
    noticed, bundle, report = (_first(kind) for kind in (Observation, NamedTheme, StoryReport))
    return [
        *(f"{begin}{kind}/" for kind in ("waarneming", "bundel", "sessie", "verslag", "ronde", "les")),
        *(f"/verslag/{report.pk}/deel/{part}/" for part in parts),
        *for_all(),
        f"/samen/verslag/{report.pk}/aanpassen/",
        f"/samen/waarneming/{noticed.pk}/verhaal/",
        f"/waarneming/{noticed.pk}/uitleg/",
        f"/bundel/{bundle.pk}/thema/",
        f"/bundel/{bundle.pk}/signaal/",
        "/buurt/BU99010101/duiding/homes/",
        f"/vertellen/{draft.uuid}/zes-vragen/",
    ]
