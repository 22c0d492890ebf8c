"""Where a quote is used: a link from the quote to a signal, a theme or figures, never a copy (P6)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from communities.models import Community, organised
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today
from stories.custody.rules import told_by
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story
from trajectories.models import Signal, Theme


class StoryCitationQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who may read the quote now, beside something this reader may see now."""
        signals = Signal.objects.visible_to(reader).values("pk")
        themes = Theme.objects.visible_to(reader).values("pk")
        beside = Q(signal__in=signals) | Q(theme__in=themes) | ~Q(subject="")
        return self.readable_by(reader).filter(beside)

    def readable_by(self, reader):
        """Those whose story this reader may read, while quoting is allowed; for a page that is open already."""
        stories = Story.objects.visible_to(reader).told().values("pk")
        return self.quotable().filter(quote__story__in=stories)

    def quotable(self):
        """Under a living yes to quoting."""
        return self.filter(quote__story__may_quote=True, quote__story__until__gt=timezone.now())

    def editable_by(self, reader):
        """The organisers who cited it and may read it, and the teller, by account or code: either takes it away."""
        own = told_by(reader, "quote__story")
        if not reader.is_known:
            return self.filter(own)
        groups = organised(reader)
        hosted = Community.objects.hosted_by(reader).values("pk")
        cited = Q(signal__group__in=groups) | Q(theme__group__in=groups)
        cited |= ~Q(subject="") & Q(community__in=hosted)
        cited &= Q(pk__in=self.readable_by(reader).values("pk"))
        return self.filter(own | cited)

    def of_story(self, story):
        """Where one story is used, for its teller."""
        return self.filter(quote__story=story)


class StoryCitation(models.Model):
    """A quote beside what a group asks, names, or reads in the figures of a subject in an area."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="citations")
    signal = models.ForeignKey(Signal, models.CASCADE, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, null=True, blank=True, related_name="+")
    area_code = models.CharField(max_length=10, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    cited_on = models.DateField(default=today)

    objects = StoryCitationQuerySet.as_manager()

    class Meta:
        ordering = ["cited_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signal__isnull=False, theme__isnull=True, subject="")
                | Q(signal__isnull=True, theme__isnull=False, subject="")
                | Q(signal__isnull=True, theme__isnull=True, community__isnull=False) & ~Q(subject=""),
                name="citation_stands_in_one_place",
            ),
            models.UniqueConstraint(
                fields=["quote", "signal"], condition=Q(signal__isnull=False), name="cited_once_per_signal"
            ),
            models.UniqueConstraint(
                fields=["quote", "theme"], condition=Q(theme__isnull=False), name="cited_once_per_theme"
            ),
            models.UniqueConstraint(
                fields=["quote", "community", "area_code", "subject"],
                condition=~Q(subject=""),
                name="cited_once_per_subject",
            ),
        ]
        indexes = [models.Index(fields=["area_code", "subject"], name="citations_beside_figures")]

    def __str__(self):
        return str(self.cited_on)
