"""A sentence that may be quoted: a place in a story, never a copy of its text (P6)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import VisibleQuerySet
from stories.telling.models.story import Story


class QuoteQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen with its story, and only while the teller allows quoting."""
        return self.filter(story__in=Story.objects.visible_to(reader).told().quotable())

    def editable_by(self, reader):
        """With its story, also while quoting is not allowed."""
        return self.filter(story__in=Story.objects.editable_by(reader))

    def with_words(self):
        """Each quote with `words`, cut from the living text by the database."""
        return self.annotate(words=Substr("story__text", F("start") + 1, F("end") - F("start")))


class Quote(models.Model):
    story = models.OneToOneField(Story, models.CASCADE, related_name="quote")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    translation = models.CharField(_("in Dutch"), max_length=400, blank=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_is_not_empty"),
        ]

    def __str__(self):
        return f"{self.start}-{self.end}"
