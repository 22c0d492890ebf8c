""" "Klopt hier iets niet?": what somebody says is not right, who looks, and what is set aside for two weeks.

Nothing here copies the words of the row it is about: `kind` and `about` lead to it (docs/decisions/0011).
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.membership.models import Community
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet


class Category(models.TextChoices):
    NOT_TRUE = "not_true", _("It is not true")
    HURTS = "hurts", _("It hurts somebody")
    NAMES = "names", _("It names somebody")
    NAMED = "named", _("It is about me, and I want this passage gone")
    UNLAWFUL = "unlawful", _("I think this is against the law")
    OTHER = "other", _("Something else")


class ReportQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who handles reports of that community, never the author of the row and never an official.

        What may be against the law is also seen by an administrator of the municipality.
        """
        if not reader.is_known:
            return self.none()
        own = standing.handled(reader)
        run = standing.administered(reader)
        unlawful = ReportLine.objects.filter(report=OuterRef("pk"), category=Category.UNLAWFUL)
        seen = Q(community__in=own) | Q(Exists(unlawful), community__municipality__in=run)
        return self.filter(seen).exclude(pk__in=self._written_by(reader))

    def named_to(self, reader):
        """For who wrote the row: somebody is named in it and asks for the passage to go."""
        named = ReportLine.objects.filter(report=OuterRef("pk"), category=Category.NAMED)
        rows = self.filter(Exists(named), pk__in=self._written_by(reader))
        return rows if reader.is_known else rows.none()

    def open(self):
        """Not closed."""
        return self.filter(closed_at__isnull=True)

    def _written_by(self, reader):
        return Report.authors.through.objects.filter(user=reader.pk).values("report")


class Report(models.Model):
    """One row that somebody says is not right. However many people say so, it is one report."""

    kind = models.CharField(max_length=16)
    about = models.BigIntegerField()
    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about"], condition=Q(closed_at__isnull=True), name="one_open_report_per_row"
            ),
        ]

    def __str__(self):
        return self.kind

    def get_absolute_url(self):
        return reverse("handle_report", args=[self.pk])


class OfReportQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen with its report."""
        return self.filter(report__in=Report.objects.visible_to(reader))


class ReportLineQuerySet(OfReportQuerySet):
    """What was said is for who handles it; `named_to` for the author it asks something of."""

    def named_to(self, reader):
        return self.filter(category=Category.NAMED, report__in=Report.objects.named_to(reader))


class ReportLine(models.Model):
    """What one browser said, once per row. Who it was is not known, unless they chose to say so."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="lines")
    category = models.CharField(_("what is it?"), max_length=8, choices=Category)
    words = models.TextField(_("what is not right?"))
    browser = models.CharField(max_length=32, help_text="Random, of this browser alone; folds repetitions")
    said_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ReportLineQuerySet.as_manager()

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "browser"], name="one_line_per_browser_and_row"),
        ]

    def __str__(self):
        return self.get_category_display()


class OpeningQuerySet(OfReportQuerySet):
    def told_to(self, reader):
        """Whoever wrote what was opened, once it is set aside, and who handles the report."""
        return self.filter(report__in=SetAside.objects.visible_to(reader).values("report"))


class Opening(models.Model):
    """Somebody who handles the report opened that one row: recorded, and told to who wrote it."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="openings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    as_administrator = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return str(self.at)


class SetAsideQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who wrote the row once it is set aside, and who handles its report."""
        if not reader.is_known:
            return self.none()
        mine = Report.authors.through.objects.filter(user=reader.pk).values("report")
        begun = Q(agreed_at__isnull=False) | Q(at_once=True)
        return self.filter(Q(begun, report__in=mine) | Q(report__in=Report.objects.visible_to(reader)))

    def not_ended(self):
        """What began and nobody put back; whether its time is over is judged while reading."""
        begun = Q(agreed_at__isnull=False) | Q(at_once=True)
        return self.filter(begun, ended_at__isnull=True)

    def in_force(self, now=None):
        """What is out of sight now. It comes back by itself: the end is judged while reading."""
        lasting = Q(until__gt=now or timezone.now()) | Q(stays_away_at__isnull=False)
        return self.not_ended().filter(lasting)

    def over(self):
        """What can be seen again."""
        return self.exclude(pk__in=SetAside.objects.in_force().values("pk"))


class SetAside(models.Model):
    """Out of sight for 14 days, by two people of whom one is a resident, with a reason."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="set_asides")
    kind = models.CharField(max_length=16)
    about = models.BigIntegerField()
    reason = models.TextField(_("why?"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    at_once = models.BooleanField(default=False)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    until = models.DateTimeField()
    objection = models.TextField(_("why do you not agree?"), blank=True)
    objected_at = models.DateTimeField(null=True)
    stays_away_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("proposed_by")),
                name="two_different_people_set_aside",
            ),
            models.CheckConstraint(
                condition=Q(stays_away_at__isnull=True) | Q(agreed_at__isnull=False),
                name="stays_away_only_when_two_agreed",
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(ended_at__isnull=True), name="one_set_aside_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["kind", "about"], name="set_aside_of_a_row")]

    def __str__(self):
        return self.kind

    def get_absolute_url(self):
        return reverse("set_aside", args=[self.pk])

    @property
    def is_in_force(self):
        """Out of sight at this moment."""
        begun = self.agreed_at is not None or self.at_once
        lasting = self.stays_away_at is not None or self.until > timezone.now()
        return begun and lasting and self.ended_at is None


class JudgementQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen with what it is about."""
        return self.filter(set_aside__in=SetAside.objects.visible_to(reader))


class Judgement(models.Model):
    """What one of the two thinks after the two weeks: only when both say "away" does it stay away."""

    set_aside = models.ForeignKey(SetAside, models.CASCADE, related_name="judgements")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    away = models.BooleanField()
    at = models.DateTimeField(default=timezone.now)

    objects = JudgementQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["set_aside", "by"], name="one_judgement_each")]

    def __str__(self):
        return str(self.at)


def is_set_aside(kind, key="pk"):
    """Whether the row that `key` leads to is set aside now."""
    return Exists(SetAside.objects.in_force().filter(kind=kind, about=OuterRef(key)))


def not_set_aside(kind):
    """The one condition that every reportable model puts in its rule: the row is not set aside now."""
    return ~is_set_aside(kind)


def with_words(rows, community="pk"):
    """Communities, or rows that lead to one, with `words_aside`: two people set its own words aside."""
    return rows.annotate(words_aside=is_set_aside("community", community))
