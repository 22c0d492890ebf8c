"""What the site notes about its own nightly work: numbers and moments, never a name or a word."""

from django.db import models

from communities.rights.reader import PublicQuerySet, VisibleQuerySet


class HeartbeatQuerySet(PublicQuerySet):
    """When a job last ran says nothing about people; the health page shows it to everybody."""


class Heartbeat(models.Model):
    """One row per scheduled job (docs/principles.md rule 12). Silence longer than agreed shows on the health page."""

    job = models.CharField(max_length=24, unique=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict, help_text="Numbers only")

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        ordering = ["job"]

    def __str__(self):
        return self.job


class RetentionLogQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """No page shows it: on a quiet day a count of one would be about somebody (P10)."""
        return self.none()


class RetentionLogEntry(models.Model):
    """The ledger of retention: how many rows a job let go of on a day. It holds no key and no content."""

    job = models.CharField(max_length=24)
    on = models.DateField()
    count = models.PositiveIntegerField(default=0)

    objects = RetentionLogQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "job"]
        constraints = [models.UniqueConstraint(fields=["job", "on"], name="one_ledger_line_per_job_and_day")]

    def __str__(self):
        return f"{self.job} {self.on}"
