"""Signals: what a group asks of a body, and the answer that is owed (P8)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, Office, not_set_aside, open_to, organised
from communities.rights.reader import Reach, VisibleQuerySet, reaches
from communities.site.dates import today
from trajectories.table.models import Theme


class SignalQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Public once it is put to somebody; before that it reaches as far as the group chose."""
        put = Q(put_on__isnull=False) & open_to(reader)
        seen = put | reaches(reader)
        return self.filter(seen, not_set_aside("signal") | Q(created_by=reader.pk))

    def editable_by(self, reader):
        """The group's organisers, and only until it is put to somebody; officials never (P8)."""
        return self.filter(put_on__isnull=True, group__in=organised(reader))

    def waiting(self):
        """Put to an office and without any answer, in the order of asking."""
        answered = Answer.objects.filter(signal=OuterRef("pk"))
        return self.filter(~Exists(answered), put_on__isnull=False).order_by("put_on", "pk")

    def answerable_by(self, reader):
        """Put to an office where the reader holds a post today."""
        return self.filter(put_on__isnull=False, put_to__in=Office.objects.held_by(reader).values("pk"))


class Signal(models.Model):
    """What is going on, said by a group, in its own words. About circumstances, never about persons."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="signals")
    group = models.ForeignKey(Group, models.PROTECT, related_name="signals")
    title = models.CharField(_("in one sentence"), max_length=160)
    words = models.TextField(_("in our own words"))
    policy_wording = models.TextField(_("how policy says it"), blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="signals")
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.COMMUNITY)
    heard_on = models.DateField(default=today)
    put_to = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="signals")
    put_on = models.DateField(null=True, blank=True)
    answer_due = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SignalQuerySet.as_manager()

    class Meta:
        ordering = ["put_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(put_on__isnull=True)
                | Q(put_to__isnull=False, answer_due__isnull=False, answer_due__gte=models.F("put_on")),
                name="signal_put_to_somebody_has_a_term",
            ),
            models.CheckConstraint(condition=Q(reach__lte=4), name="signal_reach_on_the_ladder"),
        ]
        indexes = [
            models.Index(fields=["community", "put_on"]),
            models.Index(fields=["-put_on"], condition=Q(put_on__isnull=False), name="signals_by_day"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("signal", args=[self.pk])

    @property
    def is_overdue(self):
        """The term has passed; whether an answer came is asked of the answers."""
        return self.answer_due is not None and self.answer_due < today()


class AnswerKind(models.TextChoices):
    ANSWER = "answer", _("answer")
    PROMISE = "promise", _("promise")
    REFUSAL = "refusal", _("no, with the reason")


class AnswerQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        aside = not_set_aside("answer") | Q(by=reader.pk)
        return self.filter(aside, signal__in=Signal.objects.visible_to(reader))


class Answer(models.Model):
    """What an office answered. It hangs on the office, not on the person (P9)."""

    signal = models.ForeignKey(Signal, models.PROTECT, related_name="answers")
    office = models.ForeignKey(Office, models.PROTECT, related_name="answers")
    kind = models.CharField(_("kind"), max_length=8, choices=AnswerKind)
    words = models.TextField(_("answer"))
    promised_by = models.DateField(_("done by"), null=True, blank=True)
    on = models.DateField(default=today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    on_paper = models.BooleanField(_("came on paper, entered by the group"), default=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.on}"
