"""An initiative: a group in detail, carried by residents (M5, V1, V2)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Group, not_set_aside, open_to
from communities.rights.reader import VisibleQuerySet
from trajectories.models import Theme, Trajectory


class InitiativeKind(models.TextChoices):
    FOOD = "food", _("food")
    LONELINESS = "loneliness", _("company")
    LANGUAGE = "language", _("language")
    REPAIR = "repair", _("repairing and making")
    GROWING_UP = "growing_up", _("growing up")
    GREEN = "green", _("green")
    MOVING = "moving", _("sport and moving")
    ART = "art", _("art and music")
    STAND_UP = "stand_up", _("standing up for something")
    OTHER = "other", _("something else")


class Stage(models.TextChoices):
    """Set by the carriers, never computed. Resting is normal (V1)."""

    IDEA = "idea", _("idea")
    RUNNING = "running", _("running")
    RESTING = "resting", _("resting")
    PASSING_ON = "passing_on", _("being passed on")
    THANKED = "thanked", _("ended with thanks")


class InitiativeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        aside = Q(not_set_aside("initiative"))
        if reader.is_known:
            aside |= Q(group__in=Group.objects.led_by(reader))
        return self.filter(aside, open_to(reader, "group__community__"))

    def editable_by(self, reader):
        """Carriers only: an initiative is left in its value (V5)."""
        return self.filter(group__in=Group.objects.led_by(reader))


class Initiative(models.Model):
    group = models.OneToOneField(Group, models.PROTECT, related_name="initiative")
    kinds = models.JSONField(_("kinds"), default=list)
    can_ask = models.TextField(_("this is what we ask"))
    cannot_ask = models.TextField(_("this is what you cannot ask us"))
    stage = models.CharField(_("stage"), max_length=12, choices=Stage, default=Stage.IDEA)
    stage_words = models.CharField(_("in our own words"), max_length=200, blank=True)
    stage_since = models.DateField(null=True, blank=True)
    born_from = models.ForeignKey(
        Trajectory, models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )

    born_of_theme = models.ForeignKey(
        Theme, models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ["group__title", "pk"]

    def __str__(self):
        return self.group.title

    def get_absolute_url(self):
        return reverse("initiative", args=[self.pk])
