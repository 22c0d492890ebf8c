"""Organisations, their offices, and the people who hold a post there for some years.

Memory outlives people (P9): what is asked, answered and promised hangs on an office.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.rights import standing
from communities.rights.names import HasNameVisibility
from communities.rights.reader import PublicQuerySet, VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, holds, lately_held


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    WELFARE = "welfare", _("welfare organisation")
    RESIDENTS = "residents", _("residents' organisation")
    SCHOOL = "school", _("school")
    HOUSING = "housing", _("housing association")
    CARE = "care", _("care")
    ARTS = "arts", _("arts")
    FUND = "fund", _("fund")
    OTHER = "other", _("other")


class OrganisationQuerySet(PublicQuerySet):
    def municipalities(self):
        return self.filter(kind=OrganisationKind.MUNICIPALITY)

    def helping(self):
        """Those that help people one by one: with them a network can agree on contact (M11)."""
        return self.filter(kind__in=["welfare", "care", "school", "housing", "other"])

    def served_by(self, reader):
        """Where this person holds a post today."""
        return self.filter(pk__in=standing.employers(reader))

    def worked_for_by(self, reader):
        """For which the reader works today: as a community builder, or in a post."""
        built = Q(membership__user=reader.pk) & holds(prefix="membership__")
        rows = Organisation.objects.filter(built).values("pk")
        return self.filter(Q(pk__in=rows) | Q(pk__in=standing.employers(reader)))

    def administered_by(self, reader):
        """The municipalities for which this person is administrator today."""
        return self.filter(pk__in=standing.administered(reader))

    def kept_by(self, reader):
        """What an administrator may change: the own municipality, and bodies that work in no other one."""
        run = standing.administered(reader)
        others = Organisation.objects.municipalities().exclude(pk__in=run)
        elsewhere = Organisation.objects.filter(membership__community__municipality__in=others)
        bodies = ~Q(kind=OrganisationKind.MUNICIPALITY) & ~Q(pk__in=elsewhere.values("pk"))
        return self.filter(Q(pk__in=run) | bodies)


class Organisation(models.Model):
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=16, choices=OrganisationKind)
    code = models.CharField(
        _("municipality code"), max_length=10, blank=True, help_text="GM0363; municipalities only"
    )
    about = models.TextField(_("what it does here"), blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="one_municipality_per_code"),
            models.CheckConstraint(
                condition=~Q(kind="municipality") | ~Q(code=""), name="municipality_has_a_code"
            ),
        ]

    def __str__(self):
        return self.name


class OfficeQuerySet(PublicQuerySet):
    def held_by(self, reader):
        """The offices where this person holds a post today."""
        return self.filter(holds(prefix="postings__"), postings__user=reader.pk)

    def handed_over_by(self, reader):
        """Where this person holds a post, or did until a year ago."""
        mine = (
            Posting.objects.filter(lately_held(), user=reader.pk)
            if reader.is_known
            else Posting.objects.none()
        )
        return self.filter(pk__in=mine.values("office"))


class Office(models.Model):
    """A department or desk: what is asked of it stays asked when the person behind it leaves."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offices")
    name = models.CharField(_("name"), max_length=120)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["organisation__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="one_office_per_name"),
        ]

    def __str__(self):
        return f"{self.organisation}, {self.name}"


class PostingQuerySet(DatedQuerySet, PublicQuerySet):
    """Postings are public; the name of who holds one is not (`communities.models.names`)."""


class Posting(Dated, HasNameVisibility):
    """Somebody's years in an office. The row stays, signed by function, when the account goes."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="postings"
    )
    office = models.ForeignKey(Office, models.PROTECT, related_name="postings")
    function = models.CharField(_("function"), max_length=80)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("posting"),
            models.UniqueConstraint(
                fields=["user", "office"], condition=Q(until__isnull=True), name="one_open_posting"
            ),
        ]

    def __str__(self):
        return f"{self.function}, {self.office}"


class AppointmentQuerySet(DatedQuerySet, PublicQuerySet):
    """Who runs the site for a municipality is not a secret."""


class Appointment(Dated):
    """An administrator, appointed per municipality. It gives no right to read anything (docs/domain.md)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="appointments"
    )
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="appointments")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("administrator")
        verbose_name_plural = _("administrators")
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("appointment"),
            models.UniqueConstraint(
                fields=["user", "municipality"],
                condition=Q(until__isnull=True),
                name="one_open_appointment",
            ),
        ]

    def __str__(self):
        return str(self.municipality)


class BackOfficeDeedQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The administrators of the same municipality keep an eye on each other."""
        return self.filter(municipality__in=standing.administered(reader))


class BackOfficeDeed(models.Model):
    """That an administrator did something in the back office: who, what and when, and never what was written.

    It holds the names of fields and no value, so there is nothing in it that may have to be erased.
    """

    class What(models.TextChoices):
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")
        FACTOR = "factor", _("second factor taken away")

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)
    what = models.CharField(_("what"), max_length=8, choices=What)
    about = models.CharField(_("kind of row"), max_length=40)
    row = models.CharField(_("number of the row"), max_length=40)
    fields = models.CharField(_("fields"), max_length=200, blank=True)

    objects = BackOfficeDeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("deed of an administrator")
        verbose_name_plural = _("deeds of administrators")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.get_what_display()}: {self.about} {self.row}"
