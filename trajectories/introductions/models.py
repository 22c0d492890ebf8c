"""Warm introductions: somebody goes along (M13). Seen by three people, and not kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, OrganisationKind
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today


class Step(models.TextChoices):
    TALKED = "talked", _("talked about it")
    YES = "yes", _("yes, I want this")
    TOGETHER = "together", _("been there together")
    ALONE = "alone", _("goes on their own")
    BACK = "back", _("came back to us")
    HELPED = "helped", _("whether it helped")


# The one table of allowed moves. A no is no step: then the introduction is deleted and nothing is left of it.
STEPS = {
    Step.TALKED: {Step.YES},
    Step.YES: {Step.TOGETHER},
    Step.TOGETHER: {Step.ALONE, Step.BACK},
    Step.ALONE: set(),
    Step.BACK: set(),
}
OUTCOMES = (Step.ALONE, Step.BACK)


class How(models.TextChoices):
    ONLINE = "online", _("said here, by the resident")
    SPOKEN = "spoken", _("said aloud, with the companion present")


# Where somebody goes. It names the door, never the reason for knocking (M9: no problem, no diagnosis).
DOORS = [
    (kind.value, kind.label)
    for kind in (
        OrganisationKind.WELFARE,
        OrganisationKind.CARE,
        OrganisationKind.SCHOOL,
        OrganisationKind.HOUSING,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.OTHER,
    )
]


class WarmIntroductionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The resident, the companion, and after the resident's yes the helper. Nobody else, whatever their role."""
        if not reader.is_known or reader.as_municipality:
            return self.none()
        mine = Q(resident=reader.pk) | Q(companion=reader.pk) | Q(helper=reader.pk, yes_on__isnull=False)
        return self.filter(mine)

    def editable_by(self, reader):
        """The resident and the companion; a helper changes nothing."""
        if not reader.is_known:
            return self.none()
        return self.filter(Q(resident=reader.pk) | Q(companion=reader.pk))

    def closed(self):
        return self.exclude(outcome="")


class WarmIntroduction(models.Model):
    """A companion goes along with a resident to a named helper. There is no field for why.

    Ninety days after closing only community, month, kind and outcome are left, and until the quarter
    is counted a mark that says "the same person" (`disclosure.mark`).
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    resident = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    resident_name = models.CharField(_("name"), max_length=80, blank=True)
    companion = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    helper_name = models.CharField(_("name of the helper"), max_length=80, blank=True)
    helper_organisation = models.CharField(_("where the helper works"), max_length=120, blank=True)
    kind = models.CharField(_("what kind of organisation"), max_length=16, choices=DOORS)
    yes_on = models.DateField(null=True, blank=True)
    together_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    month = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Step, blank=True)
    mark = models.CharField(max_length=24, blank=True)

    objects = WarmIntroductionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", month__isnull=True)
                | Q(outcome__in=["alone", "back"], month__isnull=False, month__day=1),
                name="introduction_closes_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(together_on__isnull=True) | Q(yes_on__isnull=False),
                name="nobody_goes_along_without_a_yes",
            ),
        ]
        indexes = [models.Index(fields=["community", "month"])]

    def __str__(self):
        return self.helper_organisation or str(self.get_kind_display())

    def get_absolute_url(self):
        return reverse("introduction", args=[self.pk])


class IntroductionStepQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(introduction__in=WarmIntroduction.objects.visible_to(reader))


class IntroductionStep(models.Model):
    """One dated step; the resident's yes is one, with how it was said. It goes when the content goes."""

    introduction = models.ForeignKey(WarmIntroduction, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=8, choices=Step)
    on = models.DateField(default=today)
    how = models.CharField(max_length=8, choices=How, blank=True)
    words = models.TextField(_("did it help? In your own words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = IntroductionStepQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["introduction", "step"], condition=~Q(step="helped"), name="each_step_once"
            ),
            models.UniqueConstraint(
                fields=["introduction", "by"], condition=Q(step="helped"), name="one_answer_each"
            ),
            models.CheckConstraint(condition=~Q(step="yes") | ~Q(how=""), name="a_yes_says_how"),
        ]

    def __str__(self):
        return self.get_step_display()
