"""Plant what somebody says is not right in the example town, and what lies aside because of it."""

from communities.models import Report, ReportLine, SetAside
from communities.moderation.actions import ASIDE_FOR
from communities.moderation.registry import derive, reportables
from config.example.content import moment, rows
from stories.models import Story


def plant_reports(town):
    """A report that waits for two people, and a story that Gerrit and Joost set aside."""
    for number, row in enumerate(rows("reports", "reports.toml")):
        story = Story.objects.get(title=row["story"])
        said = moment(row["days"])
        report = Report.objects.create(
            kind="story", about=story.pk, community=story.community, opened_at=said
        )
        report.authors.set(reportables()["story"].authors(story))
        line = {"category": row["category"], "words": row["words"], "browser": f"voorbeeld{number}"}
        ReportLine.objects.create(report=report, said_at=said, **line)
        if "aside" in row:
            _plant_aside(town, report, said, row["aside"])


def _plant_aside(town, report, said, reason):
    SetAside.objects.create(
        report=report,
        kind=report.kind,
        about=report.about,
        reason=reason,
        proposed_by=town["gerrit"],
        proposed_at=said,
        agreed_by=town["joost"],
        agreed_at=said,
        until=said + ASIDE_FOR,
    )
    derive(report.kind, [report.about])
