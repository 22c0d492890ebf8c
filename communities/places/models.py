"""Places where people can walk in (T2)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from communities.membership.models import Community, open_to
from communities.moderation.models import not_set_aside
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet


class OpeningKind(models.TextChoices):
    WALK_IN = "walk_in", _("Walk in")
    ACTIVITY = "activity", _("Activity")
    RENTAL = "rental", _("Rental")


class MeetingPlaceQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(not_set_aside("place"), open_to(reader))

    def editable_by(self, reader):
        return self.filter(community__in=standing.joined(reader))


class MeetingPlace(models.Model):
    """A place to meet. A closed one stays visible, with the reason: what is missing gets a place."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="places")
    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(_("where it is"), max_length=160, blank=True)
    about = models.CharField(_("good to know"), max_length=240, blank=True)
    closed_on = models.DateField(_("closed since"), null=True, blank=True)
    closed_why = models.TextField(_("why it closed"), blank=True)

    objects = MeetingPlaceQuerySet.as_manager()

    class Meta:
        ordering = [F("closed_on").asc(nulls_first=True), "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(closed_why=""), name="closed_place_says_why"
            ),
        ]

    def __str__(self):
        return self.name


class OpeningHoursQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(place__in=MeetingPlace.objects.visible_to(reader))


class OpeningHours(models.Model):
    """One weekly opening. Walking in is printed first: a place is not a rental hall (T2)."""

    place = models.ForeignKey(MeetingPlace, models.CASCADE, related_name="hours")
    kind = models.CharField(_("kind"), max_length=8, choices=OpeningKind)
    weekday = models.PositiveSmallIntegerField(_("weekday"), help_text="0 is Monday, 6 is Sunday")
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"))
    what = models.CharField(_("for whom or what"), max_length=80, blank=True)

    objects = OpeningHoursQuerySet.as_manager()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_is_a_day"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="closes_after_it_opens"),
        ]

    def __str__(self):
        return f"{self.place} {self.weekday} {self.opens:%H:%M}"
