"""Municipalities, districts and neighbourhoods as Statistics Netherlands draws them, per year."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.visibility import PublicQuerySet


class AreaLevel(models.TextChoices):
    COUNTRY = "NL", _("country")
    MUNICIPALITY = "GM", _("municipality")
    DISTRICT = "WK", _("district")
    NEIGHBOURHOOD = "BU", _("neighbourhood")


class AreaQuerySet(PublicQuerySet):
    def newest(self):
        """One row per code: the newest year (`/buurt/CODE/` shows that one)."""
        latest = self.model.objects.filter(code=OuterRef("code")).order_by("-year").values("year")[:1]
        return self.filter(year=Subquery(latest))

    def search(self, words):
        """Areas whose name or code begins with, or whose name holds, what somebody typed."""
        words = words.strip()
        if not words:
            return self.none()
        return self.filter(
            Q(folded_name__contains=words.lower()) | Q(code__istartswith=words.replace(" ", ""))
        )


class Area(models.Model):
    """One municipality, district or neighbourhood in one division year.

    Codes are re-used: BU03630000 is another neighbourhood in 2020 than in 2015, so the key is
    (code, year) and nothing is ever compared over years unless CBS says `unchanged`.
    """

    code = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=2, choices=AreaLevel)
    name = models.CharField(max_length=120)
    folded_name = models.CharField(max_length=120, editable=False)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")
    municipality_code = models.CharField(max_length=10, blank=True, db_index=True)
    outline = models.JSONField(null=True, blank=True, help_text="GeoJSON geometry, WGS84")
    unchanged = models.BooleanField(
        null=True, help_text="Same outline as the year before, says CBS; empty when CBS does not say."
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["name", "code"]
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="one_area_per_code_and_year")]
        indexes = [
            models.Index(fields=["folded_name"]),
            models.Index(fields=["level", "year"]),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.folded_name = self.name.lower()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        if self.level == AreaLevel.MUNICIPALITY:
            return reverse("municipality", args=[self.code])
        return reverse("area", args=[self.code])
