"""Who gets in where: what is made together of stories. Before two people said yes, and after."""

from django.utils import timezone

from stories.models import (
    ChangeRound,
    Interpretation,
    NamedTheme,
    Observation,
    PanelMember,
    Reading,
    ReadingSession,
    ReportPart,
    StoryLesson,
    StoryRef,
    StoryReport,
)
from tests.access import EVERYONE, HIDDEN, MEMBERS, OFFICIALS, Row
from tests.factories.stories import allow, told

# Who organises some group here takes it on with that group.
CARRYING = ["resident", "host", "host_of_two", "builder"]
HERE = [*MEMBERS, *OFFICIALS]
AGREED = {"approved_on": timezone.localdate()}


def at(name):
    """The address of one row of the scene."""
    return lambda scene: [getattr(scene, name).pk]


def of(kind, name, *more):
    """The address of a deed on one row of a kind."""
    return lambda scene: [kind, getattr(scene, name).pk, *more]


def slug(scene, *more):
    return [scene.community.slug]


ROWS = [
    Row("found_together", slug),
    Row("found_together", lambda s: ["nergens"], opens=[], visitor=HIDDEN),
    Row("story_lessons", slug),
    Row("begin_together", lambda s: [*slug(s), "waarneming"], opens=MEMBERS),
    Row("begin_together", lambda s: [*slug(s), "duiding"], opens=[]),
    Row("observation", at("noticed"), opens=HERE, visitor=HIDDEN),
    Row("observation", at("noticed_here"), opens=MEMBERS, visitor=HIDDEN),
    Row("observation", at("noticed_by_all"), opens=EVERYONE),
    Row("interpret", at("noticed"), opens=HERE),
    Row("take_back_interpretation", at("side"), opens=["resident"], method="post"),
    Row("bundle", at("bundle"), opens=MEMBERS, visitor=HIDDEN),
    Row("become_theme", at("bundle"), opens=CARRYING),
    Row("become_signal", at("bundle"), opens=CARRYING),
    Row("reading_session", at("session"), opens=MEMBERS, visitor=HIDDEN),
    Row("story_lesson", at("story_lesson"), opens=MEMBERS, visitor=HIDDEN),
    Row("figure_reading", at("figure_reading"), opens=HERE, visitor=HIDDEN),
    Row("figure_reading", at("figure_reading_agreed"), opens=EVERYONE),
    Row("read_figures", lambda s: [s.cast.area.code, "people"], opens=HERE),
    Row("change_together", of("verslag", "story_report"), opens=["resident"]),
    Row("change_together", of("onzin", "story_report"), opens=[]),
    Row("agree_together", of("verslag", "story_report"), opens=MEMBERS, method="post"),
    Row("agree_together", of("duiding", "figure_reading"), opens=HERE, method="post"),
    Row("remove_together", of("verslag", "story_report"), opens=["resident"], method="post"),
    Row("lay_story", of("waarneming", "noticed"), opens=["resident"]),
    Row("lift_story", at("laid"), opens=["resident"], method="post"),
    Row("story_report", at("story_report"), opens=MEMBERS, visitor=HIDDEN),
    Row("add_part", lambda s: [s.story_report.pk, "verhaal"], opens=["resident"]),
    Row("add_part", lambda s: [s.story_report.pk, "onzin"], opens=[]),
    Row("move_part", at("report_part"), opens=["resident"], method="post"),
    Row("remove_part", at("report_part"), opens=["resident"], method="post"),
    Row("change_round", at("change_round"), opens=MEMBERS, visitor=HIDDEN),
    Row("offer_story", at("change_round"), opens=MEMBERS),
    Row("take_back_offer", at("offered"), opens=["resident"], method="post"),
    Row("sit_down", at("change_round"), opens=MEMBERS, method="post"),
    Row("stand_up", at("change_round"), opens=MEMBERS, method="post"),
    Row("choose", at("change_round"), opens=["builder"]),
    Row("close_round", at("change_round"), opens=["resident"]),
    Row("photo_story", lambda s: [s.draft.uuid], opens=["resident"]),
]


def scene(scene):
    """One of everything, written by a resident; some of it agreed already."""
    cast = scene.cast
    here = {"community": cast.community, "written_by": cast.resident}
    story = told(cast.community, cast.resident, 2)
    allow(story, may_teach=True)
    scene.noticed = Observation.objects.create(**here, reach=4, words="Many tell about the bridge.")
    scene.noticed_here = Observation.objects.create(**here, reach=2, words="Nobody is alone at noon.")
    scene.noticed_by_all = Observation.objects.create(**here, **AGREED, reach=4, words="Light matters.")
    scene.side = Interpretation.objects.create(
        observation=scene.noticed, party="resident", by=cast.resident, words="It is a place to meet."
    )
    scene.laid = StoryRef.objects.create(observation=scene.noticed, story=story)
    scene.bundle = NamedTheme.objects.create(**here, **AGREED, words="Being seen")
    scene.session = ReadingSession.objects.create(**here, place="The kitchen")
    scene.story_lesson = StoryLesson.objects.create(**here, **AGREED, story=story, words="Ask first.")
    spread = {"reach": 4, "area_code": cast.area.code, "subject": "people"}
    scene.figure_reading = Reading.objects.create(**here, **spread, words="We are many.")
    scene.figure_reading_agreed = Reading.objects.create(
        **here, **AGREED, **spread, words="We are more.", other_party="official"
    )
    scene.story_report = StoryReport.objects.create(**here, title="What we heard")
    scene.report_part = ReportPart.objects.create(report=scene.story_report, words="We listened.")
    scene.change_round = ChangeRound.objects.create(**here, title="This spring", ends_on=timezone.localdate())
    scene.offered = StoryRef.objects.create(round=scene.change_round, story=story)
    PanelMember.objects.create(round=scene.change_round, user=cast.builder, party="builder")
