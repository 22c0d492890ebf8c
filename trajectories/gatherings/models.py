"""Gatherings: the start question, and whose agenda it is (M1)."""

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, MeetingPlace, not_set_aside, open_to, organised
from communities.rights.reader import VISITOR, Reach, VisibleQuerySet, reaches
from trajectories.gatherings.details import GatheringPlan


class GatheringKind(models.TextChoices):
    GATHERING = "gathering", _("gathering")
    WALK_IN = "walk_in", _("walk-in")
    CELEBRATION = "celebration", _("celebration")
    WORK = "work", _("doing something")


class GatheringQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Open-door gatherings are public; others reach as far as the group chose."""
        open_door = Q(open_door=True) & open_to(reader, "group__community__")
        seen = open_door | reaches(reader)
        return self.filter(seen, not_set_aside("gathering") | Q(created_by=reader.pk))

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))

    def drawn_for(self, group):
        """Those that were held, for the picture: it shows days and movements, the same to everybody (P2)."""
        return self.filter(group=group, starts_at__lt=timezone.now(), cancelled_on=None)

    def with_place(self):
        """Each with `place_is_public`: whether everybody may know the place, so that it may stand in a mail.

        A meeting place has a page of its own; other words for a place reach as far as the gathering.
        """
        known = MeetingPlace.objects.visible_to(VISITOR).filter(pk=OuterRef("place"))
        open_here = Q(Q(reach=Reach.EVERYONE) | Q(open_door=True), community__opened_on__isnull=False)
        told = Q(Exists(known)) | Q(open_here, place=None)
        public = Case(When(told, then=True), default=False, output_field=models.BooleanField())
        return self.select_related("place", "group").annotate(place_is_public=public)

    def by_code(self, reader):
        """Whoever scanned a poster of the group: its invitation, not its agenda; the page must be open."""
        here = Group.objects.visible_to(reader)
        return self.filter(not_set_aside("gathering"), code__isnull=False, group__in=here)


class Gathering(GatheringPlan):
    """People sit together. Times are stored in UTC and meant in Dutch local time."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="gatherings")
    group = models.ForeignKey(Group, models.PROTECT, related_name="gatherings")
    kind = models.CharField(_("kind"), max_length=12, choices=GatheringKind, default=GatheringKind.GATHERING)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="gathering_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(reach__lte=4), name="gathering_reach_on_the_ladder"),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | ~Q(cancelled_why=""),
                name="cancelled_gathering_says_why",
            ),
            models.UniqueConstraint(
                fields=["series", "original_at"], name="one_gathering_per_date_of_series"
            ),
        ]
        indexes = [
            models.Index(fields=["group", "starts_at"]),
            models.Index(fields=["community", "starts_at"]),
            models.Index(fields=["starts_at"], name="gatherings_by_day"),
        ]

    def __str__(self):
        return self.title or self.start_question


class Origin(models.TextChoices):
    """Whose agenda it is (M1): a gathering without an item of residents says so."""

    RESIDENTS = "residents", _("residents")
    INITIATIVE = "initiative", _("an initiative")
    BUILDER = "builder", _("the community builder")
    MUNICIPALITY = "municipality", _("the municipality")


class AgendaItemQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """An agenda is for the community unless it says otherwise (default rung 2)."""
        at = "gathering__reach"
        return self.filter(reaches(reader, "gathering__", reach=at))

    def editable_by(self, reader):
        return self.filter(gathering__in=Gathering.objects.editable_by(reader))


class AgendaItem(models.Model):
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(_("what we talk about"), max_length=200)
    origin = models.CharField(_("whose question is this"), max_length=12, choices=Origin)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.text
