"""Sound, and photos or drawings, that are part of a story and of the consent given for it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import VisibleQuerySet
from stories.telling.models.story import Story


class MediaKind(models.TextChoices):
    SOUND = "sound", _("sound")
    PICTURE = "picture", _("photo or drawing")


class StoryMediaQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """With its story, and for who decides whether that story comes in."""
        seen = Story.objects.visible_to(reader).values("pk")
        waiting = Story.objects.waiting_for(reader).values("pk")
        return self.filter(story__in=seen) | self.filter(story__in=waiting)

    def editable_by(self, reader):
        """Whoever writes on the draft; what was told changes only through a copy."""
        return self.filter(story__in=Story.objects.editable_by(reader).filter(state="draft"))


class StoryMedia(models.Model):
    """One file of a story, re-encoded and under a random name. A draft copy shares it until it is told.

    `words` says what the picture shows, or what the sound says: written by a person.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    story = models.ForeignKey(Story, models.CASCADE, related_name="media")
    kind = models.CharField(max_length=8, choices=MediaKind)
    file = models.FileField(max_length=80)
    small = models.FileField(max_length=80, blank=True)
    content_type = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    words = models.TextField(_("what it shows or says"), blank=True)
    people = models.BooleanField(_("people can be recognised"), null=True)
    people_yes = models.BooleanField(_("they said yes"), default=False)

    objects = StoryMediaQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "story media"

    def __str__(self):
        return self.get_kind_display()

    @property
    def mark(self):
        """What a consent is bound to: this very file and the words with it."""
        return f"{self.digest}{self.words}"
