"""A voice beside a figure: one resident's words, so that no figure stands alone (P3, O4)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models import Community, not_set_aside, open_to
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today


class VoiceQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """A voice is public with its community (docs/domain.md, "always 4"); the form says so."""
        seen = self.not_aside().filter(open_to(reader))
        return seen | self.filter(by=reader.pk) if reader.is_known else seen

    def not_aside(self):
        """What everybody may read: not what two people set aside."""
        return self.filter(not_set_aside("voice"))

    def editable_by(self, reader):
        """Whoever said it, and nobody else."""
        return self.filter(by=reader.pk) if reader.is_known else self.none()


class Voice(models.Model):
    """What one resident reads in the figures of one subject in one area.

    It belongs to community, area code and subject, so it goes along when a newer year comes in.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="voices")
    area_code = models.CharField(max_length=10)
    subject = models.CharField(max_length=40)
    words = models.CharField(_("what do you read in it?"), max_length=400)
    pseudonym = models.CharField(_("name under it"), max_length=60, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="voices"
    )
    said_on = models.DateField(default=today)

    objects = VoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-said_on", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="voice_has_words")]
        indexes = [models.Index(fields=["area_code", "subject"])]

    def __str__(self):
        return self.subject
