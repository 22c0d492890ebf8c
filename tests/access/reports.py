"""Who gets in where: what is not right, who looks at it, and what was set aside."""

from datetime import timedelta

from django.utils import timezone

from communities.models import Category, Report, ReportLine, SetAside
from stories.telling.derived import derive
from tests.access import HIDDEN, MEMBERS, OPEN, Row

# The resident carries an initiative (tests/access/volunteers.py), but wrote the story that is reported.
HANDLERS = ["host", "host_of_two", "builder"]


def report(scene):
    return [scene.report.pk]


def aside(scene):
    return [scene.aside.pk]


def proposed(scene):
    return [scene.proposed.pk]


ROWS = [
    Row("report", lambda s: ["verhaal", s.stories[4].uuid], visitor=OPEN),
    Row("report", lambda s: ["verhaal", s.stories[4].uuid], visitor=OPEN, method="post", answers=200),
    Row("report", lambda s: ["verhaal", s.stories[2].uuid], opens=MEMBERS, visitor=HIDDEN),
    Row("report", lambda s: ["nothing", "1"], opens=[], visitor=HIDDEN),
    Row("handle_report", report, opens=HANDLERS),
    Row("handle_report", lambda s: [s.unlawful.pk], opens=["resident", "administrator", *HANDLERS]),
    Row("open_row", report, opens=HANDLERS, method="post"),
    Row("close_report", report, opens=HANDLERS, method="post"),
    Row("set_aside", aside, opens=["resident", *HANDLERS]),
    Row("set_aside", proposed, opens=["resident", "administrator", *HANDLERS]),
    Row("agree_aside", proposed, opens=["resident", "administrator", *HANDLERS], method="post"),
    Row("lift_aside", aside, opens=HANDLERS, method="post"),
    Row("judge_aside", aside, opens=HANDLERS, method="post"),
    Row("named", report, opens=["resident"]),
    Row("named", report, opens=["resident"], method="post"),
]


def scene(scene):
    """A story of the resident that is reported and set aside, and a gathering that may be unlawful."""
    cast, now = scene.cast, timezone.now()
    here = {"community": cast.community}
    scene.report = Report.objects.create(kind="story", about=scene.stories[3].pk, **here)
    scene.report.authors.set([cast.resident])
    ReportLine.objects.create(report=scene.report, category=Category.NAMED, words="It is me.", browser="a")
    row = {"kind": "story", "about": scene.stories[0].pk, "reason": "No.", "proposed_by": cast.host}
    later = now + timedelta(days=9)
    scene.aside = SetAside.objects.create(
        report=scene.report, agreed_by=cast.builder, agreed_at=now, until=later, **row
    )
    derive([scene.aside.about])
    scene.unlawful = Report.objects.create(kind="gathering", about=scene.closed.pk, **here)
    ReportLine.objects.create(
        report=scene.unlawful, category=Category.UNLAWFUL, words="A threat.", browser="a"
    )
    row = {"kind": "gathering", "about": 0, "reason": "No.", "until": later, "at_once": True}
    scene.proposed = SetAside.objects.create(report=scene.unlawful, proposed_by=cast.host, **row)
