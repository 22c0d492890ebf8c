"""How long rows are kept about what is not right and was set aside, and how they are let go of."""

from communities.moderation.actions import let_go_of_reports
from communities.moderation.models import Report, SetAside
from communities.retention.jobs import Job, cutoff


def closed_reports(days):
    """Looked at and closed; its words are not needed any more. What is out of sight now stays so."""
    rows = Report.objects.filter(closed_at__lte=cutoff(days))
    return rows.exclude(pk__in=SetAside.objects.in_force().values("report"))


def forgotten_reports(days):
    """Nobody closed it in a year. What two people let stay away does stay away."""
    rows = Report.objects.filter(opened_at__lte=cutoff(days), closed_at=None)
    return rows.exclude(pk__in=SetAside.objects.in_force().values("report"))


JOBS = [
    Job("reports", Report, "keep_days", closed_reports, let_go_of_reports),
    Job("reports nobody closed", Report, "open_days", forgotten_reports, let_go_of_reports),
]
