"""Communities and who belongs to them."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.figures.models import Area
from communities.organisations.models import Office, Organisation
from communities.rights import standing
from communities.rights.names import HasNameVisibility, person_name, shown_name
from communities.rights.reader import PublicQuerySet, VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, today


class MembershipRole(models.TextChoices):
    RESIDENT = "resident", _("resident")
    BUILDER = "builder", _("community builder")


class CommunityQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Open communities are public; one that is being prepared is seen by its own members."""
        return self.filter(open_to(reader, ""))

    def editable_by(self, reader):
        """Its residents: a professional never rewrites a community's own words (P1)."""
        return self.lived_in_by(reader)

    def joined_by(self, reader):
        """Rung 2: where the reader is a current member and holds no post at the municipality."""
        return self.filter(pk__in=standing.joined(reader))

    def named_in(self, reader):
        """Where the reader may read names that were given to the community; never with narrowed eyes."""
        return self.none() if reader.as_municipality else self.joined_by(reader)

    def served_by(self, reader):
        """Rung 3: where the reader holds a current post at the community's municipality, once its page is open."""
        return self.filter(municipality__in=standing.employers(reader), opened_on__isnull=False)

    def lived_in_by(self, reader):
        """Where the reader is a resident member today; who is builder as well counts as builder."""
        return self.filter(pk__in=standing.lived_in(reader))

    def built_by(self, reader):
        """Where the reader is a community builder today."""
        return self.filter(pk__in=standing.built(reader))

    def prepared_by(self, person):
        """Communities whose page is not open yet, of which this person is a resident; who asks is a deed."""
        mine = Membership.objects.current().filter(user=person, role=MembershipRole.RESIDENT)
        return self.filter(opened_on=None, pk__in=mine.values("community"))

    def to_leave(self, reader):
        """Where the reader belongs or asked to belong, in whatever role."""
        mine = Membership.objects.filter(user=reader.pk, until=None)
        return self.filter(pk__in=mine.values("community"))

    def hosted_by(self, reader):
        """Where the reader, a resident, is host or carrier of some group: who may let people in."""
        return self.filter(pk__in=standing.hosted(reader))

    def with_old_areas(self, in_year=None):
        """Where an area was divided anew (in that year) and nobody said yet what takes its place."""
        links = self.model.areas.through.objects.filter(area__in=Area.objects.divided_anew(in_year))
        return self.filter(pk__in=links.values("community"))

    def handled_by(self, reader):
        """Where the reader looks at reports: resident hosts and carriers, and builders; no official ever."""
        return self.filter(pk__in=standing.handled(reader))


class Community(models.Model):
    """People who use the platform together, living in one or more areas."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="communities")
    areas = models.ManyToManyField(Area, related_name="communities", blank=True)
    own_words = models.TextField(_("in our own words"), blank=True)
    own_words_by = models.CharField(_("who wrote this, and when"), max_length=160, blank=True)
    policy_wording = models.TextField(_("how policy says it"), blank=True)
    opened_on = models.DateField(null=True, blank=True)

    objects = CommunityQuerySet.as_manager()

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_on__isnull=True) | ~Q(own_words=""), name="open_community_has_own_words"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("community", args=[self.slug])

    @property
    def shown_words(self):
        """Its own words for a page. Without `with_words` none: they might be set aside."""
        return "" if getattr(self, "words_aside", True) else self.own_words


def open_to(reader, prefix="community__"):
    """The rule of `Community.visible_to`, for a row that leads to a community by `prefix`."""
    inside = sorted({row[0] for row in standing.memberships(reader)})
    return Q(**{f"{prefix}opened_on__isnull": False}) | Q(**{f"{prefix}pk__in": inside})


class MembershipQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """Members see who belongs; builders and hosts who are shown to everyone stand on the page."""
        if not reader.is_known:
            return self.filter(role=MembershipRole.BUILDER)
        return self.filter(
            Q(community__in=standing.joined(reader)) | Q(role=MembershipRole.BUILDER) | Q(user=reader.pk)
        )

    def held_by(self, reader):
        """Where the reader belongs today."""
        return self.current().filter(user=reader.pk)

    def pending(self):
        """Who asked to join and waits for a host's yes."""
        return self.filter(since__isnull=True, until__isnull=True)

    def asked_by(self, reader):
        """Where the reader asked to join and waits for a yes."""
        return self.pending().filter(user=reader.pk)

    def waiting_for(self, reader):
        """Who waits for a yes that the reader, as host, may give."""
        return self.pending().filter(community__in=Community.objects.hosted_by(reader))

    def as_shown_to(self, reader):
        """Each row with `shown_name`: the name this reader may read, else empty."""
        joined = Community.objects.named_in(reader).values("pk")
        return self.annotate(shown_name=shown_name(person_name(), joined, "community"))


class Membership(Dated, HasNameVisibility):
    """Somebody's years in a community. A pending one (`since` empty) gives no right at all."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=10, choices=MembershipRole)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    introduced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="introduced"
    )
    asked_on = models.DateField(auto_now_add=True)
    since = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("membership"),
            models.UniqueConstraint(
                fields=["community", "user", "role"],
                condition=Q(until__isnull=True),
                name="one_open_membership",
            ),
            models.CheckConstraint(
                condition=Q(role="resident") | Q(organisation__isnull=False),
                name="builder_belongs_to_an_organisation",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.community}"


class CouncilTermQuerySet(PublicQuerySet):
    """Council terms are public."""


class CouncilTerm(models.Model):
    """The day a new municipal council begins: after it, much must be explained again (T7, O1)."""

    municipality = models.ForeignKey(Organisation, models.CASCADE, related_name="council_terms")
    begins_on = models.DateField()

    objects = CouncilTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("council term")
        verbose_name_plural = _("council terms")
        ordering = ["begins_on"]
        constraints = [
            models.UniqueConstraint(F("municipality"), F("begins_on"), name="one_council_per_day"),
        ]

    def __str__(self):
        return f"{self.municipality} {self.begins_on:%Y}"


LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_code():
    """A code of 12 letters that are hard to confuse on paper: about 59 bits."""
    return "".join(secrets.choice(LETTERS) for _letter in range(12))


class InvitationKind(models.TextChoices):
    RESIDENT = "resident", _("resident of a community")
    POSTER = "poster", _("poster: many people, each waits for a yes")
    BUILDER = "builder", _("community builder")
    OFFICIAL = "official", _("official")


class InvitationQuerySet(VisibleQuerySet):
    def usable(self):
        """Not voided, not expired, not used up."""
        return self.filter(voided_on__isnull=True, expires_on__gte=today()).filter(
            Q(uses_left__isnull=True) | Q(uses_left__gt=0)
        )

    def visible_to(self, reader):
        """Hosts and builders see the invitations of their community, administrators those to a post."""
        if not reader.is_known:
            return self.none()
        hosted = Community.objects.hosted_by(reader).values("pk")
        built = Community.objects.built_by(reader).values("pk")
        run = standing.administered(reader)
        begun = Q(created_by=reader.pk, community__in=standing.joined(reader))
        leads = Q(community__in=hosted) | Q(community__in=built) | Q(office__organisation__in=run)
        return self.filter(leads | begun)

    def editable_by(self, reader):
        return self.visible_to(reader)


class Invitation(models.Model):
    """A code that lets somebody in. A poster's code gives a pending membership only."""

    code = models.CharField(max_length=24, unique=True, default=new_code)
    kind = models.CharField(_("kind"), max_length=8, choices=InvitationKind)
    community = models.ForeignKey(
        Community, models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True)
    office = models.ForeignKey(Office, models.CASCADE, null=True, blank=True)
    function = models.CharField(_("function"), max_length=80, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_on = models.DateField(_("valid until and including"))
    uses_left = models.PositiveIntegerField(null=True, blank=True)
    voided_on = models.DateField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(kind="official") & Q(office__isnull=False) & Q(community__isnull=True))
                | (~Q(kind="official") & Q(office__isnull=True) & Q(community__isnull=False)),
                name="invitation_leads_somewhere",
            ),
            models.CheckConstraint(
                condition=~Q(kind="builder") | Q(organisation__isnull=False),
                name="builder_is_sent_by_an_organisation",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def get_absolute_url(self):
        return reverse("invitation", args=[self.code])

    @property
    def role(self):
        return MembershipRole.BUILDER if self.kind == InvitationKind.BUILDER else MembershipRole.RESIDENT
