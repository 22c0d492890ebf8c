"""Canaries in reports: what was said, why something was set aside, and the objection."""

from datetime import timedelta

from django.utils import timezone

from communities.models import Category, Report, ReportLine, SetAside
from stories.models import Voice
from tests.house.cage import HANDLERS

SAID = "of whoever reported it; these people only look at it"


def plant_reports(cage, cast):
    """A voice of the resident is reported twice and set aside; a voice of nobody may be unlawful."""
    now = timezone.now()
    here = {"community": cast.community}
    voice = Voice.objects.create(
        **here,
        area_code=cast.area.code,
        subject="people",
        by=cast.user("resident"),
        words=cage.token("terzijdestem", None, {"resident"}),
    )
    report = Report.objects.create(kind="voice", about=voice.pk, **here)
    report.authors.set([cast.user("resident")])
    said = {"report": report, "said_at": now}
    words = cage.token("melding", None, HANDLERS, stays_because=SAID)
    ReportLine.objects.create(**said, category=Category.HURTS, words=words, browser="a")
    words = cage.token("overmij", None, HANDLERS | {"resident"}, of="resident", stays_because=SAID)
    ReportLine.objects.create(**said, category=Category.NAMED, words=words, browser="b")
    SetAside.objects.create(
        report=report,
        kind="voice",
        about=voice.pk,
        reason=cage.token("terzijdereden", None, HANDLERS | {"resident"}, of="resident", stays_because=SAID),
        objection=cage.token("bezwaar", None, HANDLERS | {"resident"}, of="resident"),
        proposed_by=cast.user("host"),
        agreed_by=cast.user("builder"),
        agreed_at=now,
        until=now + timedelta(days=10),
    )
    nobodys = Report.objects.create(kind="place", about=0, **here)
    words = cage.token("onwettig", None, HANDLERS | {"administrator"}, stays_because=SAID)
    ReportLine.objects.create(report=nobodys, category=Category.UNLAWFUL, words=words, browser="a")
