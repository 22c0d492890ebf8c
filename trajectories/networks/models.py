"""Support networks, what a network agreed with a care team, and what people bring (M4, M9, M11)."""

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import (
    Community,
    Group,
    HasNameVisibility,
    Membership,
    NameVisibility,
    Organisation,
    open_to,
    organised,
)
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, holds, today


class SupportNetworkQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """Who helps whom here is public, as the community is: people must be able to find it."""
        return self.filter(open_to(reader))

    def editable_by(self, reader):
        """Residents: the words of a network are theirs (P1)."""
        return self.filter(community__in=standing.lived_in(reader))

    def agreed_by(self, reader):
        """Members, builders too: both sides of an agreement with a care team write it down (M11)."""
        return self.current().filter(community__in=standing.joined(reader))


class SupportNetwork(Dated):
    """People here who are there for each other, in their own words. Contact is by role, never a name.

    What it agreed with a care team stands with it: which team, who by role, and how often they meet.
    """

    community = models.ForeignKey(Community, models.PROTECT, related_name="networks")
    name = models.CharField(_("what it is called"), max_length=80)
    kind_words = models.CharField(_("what kind of network it is, in your own words"), max_length=80)
    own_words = models.TextField(_("in our own words"))
    does = models.CharField(_("what you can come for"), max_length=240)
    reach_at = models.CharField(_("how to reach it"), max_length=160)
    contact_role = models.CharField(_("who you meet first, by role"), max_length=80)
    since = models.DateField(_("since"), default=today)
    care_team = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    care_contact = models.CharField(_("who on both sides, by role"), max_length=160, blank=True)
    rhythm = models.CharField(_("how often and how"), max_length=160, blank=True)
    agreed_on = models.DateField(_("agreed since"), null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)

    objects = SupportNetworkQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            ends_after_it_starts("network"),
            models.CheckConstraint(condition=~Q(own_words=""), name="network_has_own_words"),
            models.CheckConstraint(
                condition=Q(care_team__isnull=True, agreed_on__isnull=True)
                | Q(care_team__isnull=False, agreed_on__isnull=False) & ~Q(rhythm=""),
                name="agreement_has_a_day_and_a_rhythm",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("network", args=[self.pk])


class LookBackQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(network__in=SupportNetwork.objects.visible_to(reader))


class LookBack(models.Model):
    """Once a year: how it went between a network and a care team. Appended, never edited (M11)."""

    network = models.ForeignKey(SupportNetwork, models.PROTECT, related_name="looks_back")
    on = models.DateField(default=today)
    words = models.TextField(_("how did it go this year?"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = LookBackQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.network} {self.on:%Y}"


class AssetQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Public, while the one who said it is a resident here; who leaves takes their words along."""
        living = Membership.objects.filter(
            holds(), user=models.OuterRef("by"), community=models.OuterRef("community"), role="resident"
        )
        here = self.filter(open_to(reader))
        own = Q(by=reader.pk) if reader.is_known else Q()
        return here.filter(Q(group__isnull=False) | models.Exists(living) | own)

    def editable_by(self, reader):
        """One's own words, and those of groups one organises: taking back is one tap, any time."""
        if not reader.is_known:
            return self.none()
        return self.filter(Q(by=reader.pk) | Q(group__in=organised(reader)))

    def as_shown_to(self, reader):
        """Each row with `shown_name`: the name this reader may read, else empty."""
        joined = Community.objects.named_in(reader).values("pk")
        named = Q(shown_as=NameVisibility.EVERYONE) | Q(
            shown_as=NameVisibility.COMMUNITY, community__in=joined
        )
        name = Case(When(named, then=Coalesce(F("by__display_name"), Value(""))), default=Value(""))
        return self.annotate(shown_name=name)


class Asset(HasNameVisibility):
    """What somebody or a group brings, in own words (M9): not what is missing, but what is there."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="assets")
    words = models.CharField(_("what I like to do, know or have, in my own words"), max_length=240)
    said_on = models.DateField(default=today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="assets")

    objects = AssetQuerySet.as_manager()

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, group__isnull=True) | Q(by__isnull=True, group__isnull=False),
                name="asset_is_of_a_person_or_a_group",
            ),
        ]

    def __str__(self):
        return self.words
