"""Municipalities, districts and neighbourhoods as Statistics Netherlands draws them, per year."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import PublicQuerySet


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

    def newest_year(self):
        """Of these areas those of the newest division among them: a newer municipality hides no older neighbourhood."""
        return self.filter(year=Subquery(self.order_by("-year").values("year")[:1]))

    def every_year_of(self, codes):
        """Every year of these codes, newest first, without the outlines."""
        return self.filter(code__in=codes).defer("outline").order_by("-year")

    def with_figures(self):
        """Areas of which a page can say something: outlines often come in before the figures."""
        return self.filter(Exists(Figure.objects.shown().filter(area=OuterRef("pk"))))

    def divided_anew(self, in_year=None):
        """Areas of which the municipality has a newer division (of that year) at the same level."""
        newer = self.model.objects.filter(
            level=OuterRef("level"),
            municipality_code=OuterRef("municipality_code"),
            year__gt=OuterRef("year"),
        )
        newer = newer.filter(year=in_year) if in_year else newer
        return self.exclude(municipality_code="").filter(Exists(newer))

    def newest_division_of(self, areas):
        """What may take the place of these areas: their municipalities at their levels, in the newest year."""
        within = {
            "municipality_code__in": areas.values("municipality_code"),
            "level__in": areas.values("level"),
        }
        return self.filter(**within).newest_year().defer("outline")

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


class FigureState(models.TextChoices):
    VALUE = "value", _("known")
    WITHHELD = "withheld", _("withheld by the publisher")
    MISSING = "missing", _("not measured")


class FigureSource(models.Model):
    """One imported file: who published it, which table, which year, and its fingerprint."""

    publisher = models.CharField(max_length=120)
    table = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField()
    licence = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField(auto_now=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("source of figures")
        verbose_name_plural = _("sources of figures")
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "table", "year"], name="one_source_per_table_and_year"
            ),
        ]

    def __str__(self):
        return f"{self.publisher}, {self.table or self.year} ({self.year})"


class IndicatorQuerySet(PublicQuerySet):
    def shown(self):
        """The indicators that the catalogue put in words; the rest is kept but not shown."""
        return self.exclude(sentence="")


class Indicator(models.Model):
    """What a column of a publisher counts. It has no good or bad direction (O4, P4).

    `key` is the column's title without its position number, because the number shifts per year.
    """

    key = models.CharField(max_length=120, unique=True)
    subject = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=160)
    unit = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=240, blank=True)
    says = models.CharField(max_length=240, blank=True)
    does_not_say = models.CharField(max_length=240, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    per_hundred = models.BooleanField(default=False, help_text="A share: drawn as a tally of a hundred")
    position = models.PositiveSmallIntegerField(default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("kind of figure")
        verbose_name_plural = _("kinds of figures")
        ordering = ["position", "key"]

    def __str__(self):
        return self.label


class FigureQuerySet(PublicQuerySet):
    def shown(self):
        return self.exclude(indicator__sentence="")


class Figure(models.Model):
    """One number of one area in one year. Withheld and missing are words, never 0."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="figures")
    source = models.ForeignKey(FigureSource, models.CASCADE, related_name="figures")
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    state = models.CharField(max_length=8, choices=FigureState, default=FigureState.VALUE)

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "indicator", "source"], name="one_figure_per_area_and_source"
            ),
            models.CheckConstraint(
                condition=Q(state="value", value__isnull=False) | (~Q(state="value") & Q(value__isnull=True)),
                name="only_a_known_figure_has_a_value",
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.area}"
