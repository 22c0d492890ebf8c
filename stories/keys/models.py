"""Telling without an account: whoever holds the code of a story is its teller (docs/decisions/0020)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from communities.recovery.models import digest
from communities.rights.reader import VisibleQuerySet
from stories.calls.models import StoryCall

# 28 of 31 letters is 138 bits: nobody finds a code by trying.
LENGTH = 28


class StoryKeyQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Whoever opened it in this session, but not who wrote that story down: their screen showed the code."""
        rows = self.filter(pk__in=reader.receipts)
        return rows.exclude(story__written_by=reader.pk) if reader.is_known else rows

    def opened_by(self, code):
        """The story this code belongs to; a sheet of paper that was not typed in yet opens nothing."""
        return self.filter(digest=digest(code), story__isnull=False)

    def blank(self):
        """Printed on paper, not yet typed in."""
        return self.filter(story=None)


class StoryKey(models.Model):
    """A code of a story, kept as a hash only. Printed on paper it exists before its story does.

    `let_in_hash` is the text that an owner of the call, a host or a builder let in, unedited: another
    text waits again. Who holds the code needs nobody to narrow, withdraw or erase.
    """

    story = models.OneToOneField("stories.Story", models.CASCADE, null=True, related_name="receipt")
    call = models.ForeignKey(StoryCall, models.PROTECT, null=True, related_name="receipts")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    let_in_hash = models.CharField(max_length=64, blank=True)
    let_in_at = models.DateTimeField(null=True)
    let_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    turned_away_at = models.DateTimeField(null=True)

    objects = StoryKeyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(let_in_hash="") | Q(let_in_at__isnull=False), name="letting_in_is_dated"
            ),
        ]

    def __str__(self):
        return str(self.pk)
