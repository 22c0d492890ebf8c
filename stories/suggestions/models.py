"""A reader points at a typo or a name. Only the teller does something with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today
from stories.telling.models.story import Story


class SuggestionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The teller, or the listener who wrote it down: nobody else reads along."""
        return self.filter(story__in=Story.objects.editable_by(reader))

    editable_by = visible_to


class Suggestion(models.Model):
    """These words could better be those. Nothing changes by itself."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="suggestions")
    words = models.CharField(_("these words"), max_length=200)
    instead = models.CharField(_("could better be"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    said_on = models.DateField(default=today)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="suggestion_has_words")]

    def __str__(self):
        return str(self.said_on)
