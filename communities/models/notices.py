"""Notices: one line of news for one person, and the kinds somebody does not want (2-domain.md)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from communities.models.communities import Community
from communities.models.letters import Letter
from communities.visibility import VisibleQuerySet


class NoticeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """One's own, and nobody else's."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def due(self, now=None):
        """Those whose moment has come, of kinds that the person did not switch off (off is off)."""
        silent = Silence.objects.filter(person=OuterRef("person"), kind=OuterRef("kind"))
        return self.filter(~Exists(silent), due__lte=now or timezone.now())

    def unread(self):
        """Not seen on the page, and in no mail yet."""
        return self.filter(seen_at=None, letter=None)


class Notice(models.Model):
    """That there is something to look at. It holds no word of it: title and address are asked of the
    row itself, of what this person may see at that moment (`communities.notices.look`).

    `about` is the key of the row in the address. News about the same row makes the same notice new again.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=24)
    about = models.CharField(max_length=40)
    community = models.ForeignKey(Community, models.PROTECT, null=True, related_name="+")
    due = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-due", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "about"], name="one_notice_per_kind_and_row"),
        ]
        indexes = [models.Index(fields=["letter", "due"])]

    def __str__(self):
        return self.kind


class SilenceQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(person=reader.pk) if reader.is_known else self.none()


class Silence(models.Model):
    """A kind of notice that somebody switched off. Off is off: not on the page and not in the mail."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="silences")
    kind = models.CharField(max_length=24)

    objects = SilenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_silence_per_kind")]

    def __str__(self):
        return self.kind
