"""A trajectory: a group on a long road. It has a start and no end field (P5)."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Group, not_set_aside, open_to, organised
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today


class Movement(models.TextChoices):
    """The five strands that run side by side and are never phases (call, M1-M5)."""

    EXPLORE = "explore", _("exploring")
    NAME = "name", _("naming")
    LEARN = "learn", _("learning")
    CONNECT = "connect", _("connecting")
    ACT = "act", _("acting")


class Template(models.TextChoices):
    """What kind of trajectory it set out as (M7)."""

    PARENTS_ACADEMY = "parents_academy", _("parents' academy")
    PARENTS = "parents", _("parents for parents")
    CENTRE = "centre", _("community centre")
    YOUTH = "youth", _("youth")
    STORIES = "stories", _("story trajectory")
    ART = "art", _("art in the neighbourhood")
    OLD_AND_NEW = "old_and_new", _("old and new residents meet")
    BLANK = "blank", _("something else")


class Status(models.TextChoices):
    EXPLORING = "exploring", _("exploring")
    RUNNING = "running", _("running")
    RESTING = "resting", _("resting")
    PASSING_ON = "passing_on", _("passing on")
    ROUNDED_OFF = "rounded_off", _("rounded off")


# The one table of allowed moves. Nothing but people makes one: no date, job or command (P5).
MOVES = {
    None: {Status.EXPLORING, Status.RUNNING},
    Status.EXPLORING: {Status.RUNNING, Status.RESTING, Status.ROUNDED_OFF},
    Status.RUNNING: {Status.RESTING, Status.PASSING_ON, Status.ROUNDED_OFF},
    Status.RESTING: {Status.RUNNING, Status.PASSING_ON, Status.ROUNDED_OFF},
    Status.PASSING_ON: {Status.RUNNING, Status.RESTING, Status.ROUNDED_OFF},
    Status.ROUNDED_OFF: {Status.RUNNING},
}
PAUSED = (Status.RESTING, Status.ROUNDED_OFF)


class TrajectoryQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        aside = Q(not_set_aside("trajectory"))
        if reader.is_known:
            aside |= Q(group__in=Group.objects.led_by(reader))
        return self.filter(aside, open_to(reader, "group__community__"))

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))

    def drawn_in(self, community):
        """Those of a community, for the picture whose page was opened by a rule: the same to everybody (P2)."""
        return self.filter(group__community=community)

    def with_status(self):
        """Each trajectory with `status`: the newest row of its history."""
        newest = StatusChange.objects.filter(trajectory=OuterRef("pk"), on__lte=today()).order_by(
            "-on", "-pk"
        )
        return self.annotate(status=Subquery(newest.values("status")[:1]))


class Trajectory(models.Model):
    group = models.OneToOneField(Group, models.PROTECT, related_name="trajectory")
    template = models.CharField(_("kind"), max_length=16, choices=Template, default=Template.BLANK)
    rhythm = models.CharField(_("how often you meet"), max_length=200, blank=True)
    questions = models.TextField(_("questions to begin with, one per line"), blank=True)
    methods = models.JSONField(_("method cards that fit"), default=list, blank=True)

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        ordering = ["group__title", "pk"]
        verbose_name_plural = "trajectories"

    def __str__(self):
        return self.group.title

    def get_absolute_url(self):
        return reverse("trajectory", args=[self.pk])


class StatusChangeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(trajectory__in=Trajectory.objects.visible_to(reader))

    def drawn_for(self, group):
        """When a group rested, for the picture whose page was opened by a rule: the same to everybody (P2)."""
        return self.filter(trajectory__group=group)


class StatusChange(models.Model):
    """One move, appended and never edited, with its reason in words."""

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="status_changes")
    status = models.CharField(max_length=12, choices=Status)
    on = models.DateField()
    why = models.TextField(_("why"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    gathering = models.ForeignKey("Gathering", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = StatusChangeQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(F("trajectory"), F("on").desc(), name="newest_status")]

    def __str__(self):
        return f"{self.get_status_display()} {self.on}"
