"""Counts of people, as they were published per quarter (P10)."""

from django.db import models

from communities.membership.models import Community, open_to
from communities.rights.reader import VisibleQuerySet


class SnapshotQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Numbers are the same for everybody (P2), where the community may be seen."""
        return self.filter(open_to(reader))

    def newest(self, what):
        """The last snapshot of each list of this kind."""
        later = self.model.objects.filter(
            what=what,
            key=models.OuterRef("key"),
            community=models.OuterRef("community"),
            quarter__gt=models.OuterRef("quarter"),
        )
        return self.filter(~models.Exists(later), what=what)


class Snapshot(models.Model):
    """One list of protected numbers, on its reference date. Only `take_snapshot` writes one.

    `counts` is what everybody reads; empty means: too few people for a number. `marks` are the signs of
    who is behind each number (`disclosure.mark`), only to decide whether k different people entered or
    left; no page, file or back office shows them, and after two years they are gone.
    """

    what = models.CharField(max_length=24)
    key = models.CharField(max_length=40, blank=True)
    community = models.ForeignKey(Community, models.PROTECT, related_name="snapshots")
    quarter = models.DateField()
    as_of = models.DateField()
    counts = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["quarter", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["community", "what", "key", "quarter"], name="one_snapshot_a_quarter"
            ),
        ]

    def __str__(self):
        return f"{self.what} {self.quarter}"
