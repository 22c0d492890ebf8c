"""Figures from publishers such as Statistics Netherlands, always with source and year (O4)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models.areas import Area
from communities.visibility import PublicQuerySet


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
