"""Series of gatherings, made some months ahead."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, open_to, organised
from communities.rights.reader import VisibleQuerySet, reaches
from trajectories.gatherings.details import GatheringDetails
from trajectories.series.recurrence import Recurrence

# What a series hands to each of its dates.
SHARED = (
    "title",
    "start_question",
    "method",
    "place",
    "place_text",
    "needs",
    "provisions",
    "interpreter",
    "movements",
    "open_door",
    "places",
    "reach",
)


class SeriesQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """As far as its gatherings: open doors are public, others reach as far as the group chose."""
        open_door = Q(open_door=True) & open_to(reader, "group__community__")
        return self.filter(open_door | reaches(reader))

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))


class Series(GatheringDetails):
    """Gatherings that come back in a rhythm, in local time. Its dates are rows, made a year ahead."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="series")
    rrule = models.CharField(max_length=120)
    first_on = models.DateField(_("first time"))
    clock = models.TimeField(_("begins at"))
    minutes = models.PositiveSmallIntegerField(_("how long it takes"), default=120)
    made_until = models.DateField(null=True, blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["first_on", "pk"]
        verbose_name_plural = "series"
        constraints = [models.CheckConstraint(condition=Q(reach__lte=4), name="series_reach_on_the_ladder")]

    def __str__(self):
        return self.title or self.in_words

    def get_absolute_url(self):
        return reverse("series", args=[self.pk])

    @property
    def rhythm(self):
        return Recurrence.read(self.rrule, self.first_on)

    @property
    def in_words(self):
        return self.rhythm.in_words(self.clock)

    def moment(self, day):
        """This day at the local clock of the series: summer time does not move it."""
        return timezone.make_aware(datetime.combine(day, self.clock))

    def end_of(self, moment):
        """When a date of this series that begins at this moment is over."""
        return moment + timedelta(minutes=self.minutes)
