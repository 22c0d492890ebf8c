"""Money that comes and goes under a group, which goes on (P5, T7)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from communities import standing
from communities.models import Group, Office, Organisation, open_to, organised
from communities.visibility import VisibleQuerySet


class FundingForm(models.TextChoices):
    SUBSIDY = "subsidy", _("subsidy")
    TENDER = "tender", _("tender")
    OWN = "own", _("own means")
    FUND = "fund", _("fund")


class FundingPeriodQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Funding marked public is for everybody; the rest is for the group itself."""
        public = Q(public=True) & open_to(reader, "group__community__")
        if not reader.is_known or reader.narrow:
            return self.filter(public)
        return self.filter(public | Q(group__in=standing.grouped(reader)))

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))


class FundingPeriod(models.Model):
    """Money from a day until and including a day. Periods may overlap, and may leave gaps.

    Gap and "unfunded but alive" are always derived (`trajectories.money`), never stored.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="funding")
    funder = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    funder_name = models.CharField(_("who gives the money"), max_length=120)
    office = models.ForeignKey(
        Office,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="funding",
        verbose_name=_("the department we talk to about it"),
    )
    form = models.CharField(_("form"), max_length=8, choices=FundingForm)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until and including"))
    decision_by = models.DateField(_("decision needed by"), null=True, blank=True)
    conditions = models.CharField(_("conditions in one line"), max_length=200, blank=True)
    public = models.BooleanField(_("everyone may know this"), default=True)

    objects = FundingPeriodQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="funding_ends_after_start"),
        ]

    def __str__(self):
        return f"{self.funder_name} {self.starts_on:%Y}-{self.ends_on:%Y}"
