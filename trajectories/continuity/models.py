"""Money that comes and goes under a group, who works there, and when that is decided (P5, T7)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, Office, Organisation, open_to, organised
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, today


class FundingType(models.TextChoices):
    SUBSIDY = "subsidy", _("subsidy")
    TENDER = "tender", _("tender")
    OWN = "own", _("own means")
    FUND = "fund", _("fund")


class FundingPeriodQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Funding marked public is for everybody; the rest is for the group itself."""
        public = Q(public=True) & open_to(reader, "group__community__")
        if not reader.is_known or reader.as_municipality:
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
    form = models.CharField(_("form"), max_length=8, choices=FundingType)
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


def noted_by(reader):
    """Communities of which this reader may write down who works there: members and its officials."""
    served = Q(municipality__in=standing.employers(reader))
    return Community.objects.filter(Q(pk__in=standing.joined(reader)) | served)


class OfCommunityQuerySet(VisibleQuerySet):
    """Public once the community is open; its members and its officials keep it."""

    def visible_to(self, reader):
        return self.filter(open_to(reader))

    def editable_by(self, reader):
        return self.filter(community__in=noted_by(reader)) if reader.is_known else self.none()

    def around(self, group):
        """What is about this group, or about its whole community."""
        return self.filter(Q(group=group) | Q(group=None, community=group.community_id))

    def drawn_in(self, community):
        """What is about a community, for the picture whose page was opened by a rule: the same to everybody."""
        return self.filter(community=community)


class StewardshipQuerySet(DatedQuerySet, OfCommunityQuerySet):
    """Which organisation works somewhere since when is public."""


class Stewardship(Dated):
    """An organisation that works in a community, or for one group of it, for some years."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="stewardships", verbose_name=_("organisation")
    )
    community = models.ForeignKey(Community, models.PROTECT, related_name="stewardships")
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stewardships",
        verbose_name=_("for one group only"),
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until, if it ended or will end"), null=True, blank=True)
    tendered = models.BooleanField(_("this was given by a tender"), default=False)

    objects = StewardshipQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [ends_after_it_starts("stewardship")]

    def __str__(self):
        return str(self.organisation)


class TenderQuerySet(OfCommunityQuerySet):
    def ahead(self):
        """Whose day is still to come."""
        return self.filter(decides_on__gte=today())


class Tender(models.Model):
    """A day on which is decided who works here from then on."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="tenders")
    group = models.ForeignKey(
        Group,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tenders",
        verbose_name=_("for one group only"),
    )
    title = models.CharField(_("what is decided"), max_length=120)
    decides_on = models.DateField(_("day of the decision"))
    starts_on = models.DateField(_("holds from"), null=True, blank=True)

    objects = TenderQuerySet.as_manager()

    class Meta:
        ordering = ["decides_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__gte=models.F("decides_on")),
                name="tender_decided_before_it_holds",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("tender_breaks", args=[self.pk])


class CliffKind(models.TextChoices):
    COVER = "cover", _("the money ends")
    DECISION = "decision", _("a decision is needed")


class CliffQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """That everybody was warned is as public as the money itself."""
        return self.filter(open_to(reader, "group__community__"))


class Cliff(models.Model):
    """That all parties were warned, so many months before a day. One row is one warning, never a second."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="cliffs")
    kind = models.CharField(max_length=8, choices=CliffKind)
    day = models.DateField()
    months = models.PositiveSmallIntegerField()
    on = models.DateField(default=today)

    objects = CliffQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "kind", "day", "months"], name="one_warning_per_mark"),
        ]

    def __str__(self):
        return f"{self.group} {self.day}"
