"""Canaries in what is made together of stories: waiting for a yes, and agreed on each rung."""

from django.utils import timezone

from stories.models import (
    ChangeRound,
    Choice,
    Interpretation,
    NamedTheme,
    Observation,
    Reading,
    ReadingSession,
    ReportPart,
    Story,
    StoryLesson,
    StoryRef,
    StoryReport,
)
from tests.factories.stories import allow


def _rows(cage, cast, where, reach, heard, **values):
    """One of everything under one reach, and the reach at which it is heard."""
    here = {"community": cast.community, "reach": reach, **values}

    def token(name, at=heard):
        return cage.token(f"{where}{name}", at)

    story = Story.objects.get(title__contains="reik4")
    noticed = Observation.objects.create(**here, words=token("waarneming"))
    Interpretation.objects.create(observation=noticed, party="resident", words=token("uitleg"))
    session = ReadingSession.objects.create(**here, place=token("plek"), came_of_it=token("opbrengst"))
    StoryRef.objects.create(session=session, story=story, why=token("waarom"))
    named = NamedTheme.objects.create(**here, words=token("bundel"), why=token("bundelwaarom"))
    named.observations.set([noticed])
    report = StoryReport.objects.create(**here, title=token("verslag"), opening=token("begin"))
    ReportPart.objects.create(report=report, title=token("kop"), words=token("deel"))
    ReportPart.objects.create(report=report, story=story, words=token("bijverhaal"))
    hidden = Story.objects.get(title__contains="withdrawn")
    gone = cage.token(f"{where}bijweg", None)
    ReportPart.objects.create(report=report, story=hidden, words=gone)
    round_ = ChangeRound.objects.create(
        **here,
        title=token("ronde"),
        domains=token("soort"),
        differently=token("anders"),
        told_back=token("terug"),
        ends_on=timezone.localdate(),
    )
    Choice.objects.create(round=round_, domain=0, story=story, reason=token("reden"))


def plant_interpretation(cage, cast):
    """Agreed for the community, the municipality and everyone; and one thing of each that waits."""
    today = timezone.localdate()
    for reach in (2, 3, 4):
        _rows(cage, cast, f"samen{reach}", reach, reach, approved_on=today)
    here = {"community": cast.community, "reach": 4}
    Observation.objects.create(**here, words=cage.token("wachtwaarneming", 3))
    StoryReport.objects.create(**here, title=cage.token("wachtverslag", 2))
    teach = Story.objects.get(title__contains="reik4")
    allow(teach, may_teach=True)
    agreed = {**here, "approved_on": today}
    StoryLesson.objects.create(**agreed, story=teach, words=cage.token("verhaalles", 4))
    untaught = Story.objects.get(title__contains="reik3")
    StoryLesson.objects.create(**agreed, story=untaught, words=cage.token("geenles", None))
    spread = {"area_code": cast.area.code, "subject": "people", "other_party": "builder"}
    Reading.objects.create(**agreed, **spread, words=cage.token("duiding", 4))
