"""Handing over: a letter by who leaves, a meeting, and the yes of residents (T8, P9, O1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Group, GroupMember, Office, Posting
from communities.rights.reader import VisibleQuerySet


class HandoverState(models.TextChoices):
    DRAFT = "draft", _("being written")
    ANNOUNCED = "announced", _("announced, not met yet")
    MET = "met", _("met")
    ACCEPTED = "accepted", _("accepted")


class HandoverQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """A draft is its writer's alone; shared, it is for the hosts and for who comes after."""
        if not reader.is_known or reader.as_municipality:
            return self.none()
        after = Q(to_part__user=reader.pk) | Q(to_posting__user=reader.pk)
        after |= Q(part__group__in=Group.objects.led_by(reader))
        after |= Q(posting__office__in=Office.objects.held_by(reader).values("pk"))
        return self.filter(self._own(reader) | Q(shared_on__isnull=False) & after)

    def editable_by(self, reader):
        """Its writer, until it is shared: from then on the words stand."""
        return self.filter(self._own(reader), shared_on=None) if reader.is_known else self.none()

    def to_meet(self, reader):
        """Announced ones that this reader may write a meeting to: both sides, and the hosts."""
        return self.visible_to(reader).filter(shared_on__isnull=False, met_on=None)

    def to_accept(self, reader):
        """Met ones: of a group by its resident hosts, of an office by who holds it; never by who left."""
        hosts = Q(part__group__in=Group.objects.led_by(reader))
        holders = Q(posting__office__in=Office.objects.held_by(reader).values("pk"))
        rows = self.visible_to(reader).filter(hosts | holders, met_on__isnull=False, accepted_on=None)
        return rows.exclude(self._own(reader))

    def _own(self, reader):
        return Q(part__user=reader.pk) | Q(posting__user=reader.pk)


class Handover(models.Model):
    """Dates are set once, in their order: shared, met, accepted. Without a meeting it stays cold."""

    part = models.ForeignKey(GroupMember, models.PROTECT, null=True, related_name="handovers")
    posting = models.ForeignKey(Posting, models.PROTECT, null=True, related_name="handovers")
    to_part = models.ForeignKey(GroupMember, models.PROTECT, null=True, blank=True, related_name="+")
    to_posting = models.ForeignKey(Posting, models.PROTECT, null=True, blank=True, related_name="+")
    learned = models.TextField(_("what I learned"), blank=True)
    people = models.TextField(_("people and rhythms"), blank=True)
    promised = models.TextField(_("what is promised"), blank=True)
    not_again = models.TextField(_("what not to do again"), blank=True)
    shared_on = models.DateField(null=True)
    gathering = models.ForeignKey("Gathering", models.SET_NULL, null=True, blank=True, related_name="+")
    met_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["shared_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(part__isnull=False, posting=None) | Q(part=None, posting__isnull=False),
                name="handover_of_a_part_or_a_post",
            ),
            models.CheckConstraint(
                condition=Q(met_on=None) | Q(shared_on__isnull=False), name="met_after_it_was_shared"
            ),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(met_on__isnull=False), name="accepted_after_they_met"
            ),
            models.UniqueConstraint(fields=["part"], name="one_handover_per_part"),
            models.UniqueConstraint(fields=["posting"], name="one_handover_per_post"),
        ]

    def __str__(self):
        return str(self.place)

    def get_absolute_url(self):
        return reverse("handover", args=[self.pk])

    @property
    def place(self):
        """The group or the office that is handed over."""
        return self.part.group if self.part else self.posting.office

    @property
    def role(self):
        """In which role the writer leaves; it signs the letter."""
        return self.part.get_role_display() if self.part else self.posting.function

    @property
    def state(self):
        """How far it is; it follows from the dates."""
        if self.accepted_on:
            return HandoverState.ACCEPTED
        if self.met_on:
            return HandoverState.MET
        return HandoverState.ANNOUNCED if self.shared_on else HandoverState.DRAFT
