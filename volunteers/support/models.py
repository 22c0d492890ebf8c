"""What an initiative asks of an organisation, and the named answer (V3, V4)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, Membership, Organisation, Posting, not_set_aside
from communities.rights.reader import Reach, VisibleQuerySet, reaches
from communities.site.dates import today


class SupportKind(models.TextChoices):
    MONEY = "money", _("money")
    SPACE = "space", _("space")
    PEOPLE = "people", _("people")
    KNOWLEDGE = "knowledge", _("knowledge")
    PAPERS = "papers", _("papers")
    GUIDANCE = "guidance", _("guidance")
    SETBACK = "setback", _("setback")
    OPPOSITION = "opposition", _("opposition")


class SupportState(models.TextChoices):
    NEW = "new", _("asked")
    PICKED_UP = "picked_up", _("picked up")
    HELPED = "helped", _("helped")
    PARTLY = "partly", _("partly helped")
    NOT_POSSIBLE = "not_possible", _("not possible")


SUPPORT_MOVES = {
    SupportState.NEW: {SupportState.PICKED_UP, SupportState.NOT_POSSIBLE},
    SupportState.PICKED_UP: {SupportState.HELPED, SupportState.PARTLY, SupportState.NOT_POSSIBLE},
    SupportState.HELPED: {SupportState.NEW},
    SupportState.PARTLY: {SupportState.NEW, SupportState.HELPED},
    SupportState.NOT_POSSIBLE: {SupportState.NEW},
}


def organisations_of(reader):
    """The organisations for which the reader works today: as builder or in a post."""
    built = Membership.objects.current().filter(user=reader.pk, organisation__isnull=False)
    posted = Posting.objects.current().filter(user=reader.pk)
    return Organisation.objects.filter(
        Q(pk__in=built.values("organisation")) | Q(pk__in=posted.values("office__organisation"))
    )


class SupportRequestQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """As far as the carriers chose; always for the organisation it is asked of."""
        seen = reaches(reader)
        aside = not_set_aside("support_request") | Q(asked_by=reader.pk)
        if not reader.is_known or reader.as_municipality:
            return self.filter(seen, aside)
        return self.filter(seen | Q(asked_of__in=organisations_of(reader)), aside)

    def editable_by(self, reader):
        return self.filter(group__in=Group.objects.led_by(reader))

    def answerable_by(self, reader):
        """Asked of an organisation the reader works for."""
        return self.filter(asked_of__in=organisations_of(reader)) if reader.is_known else self.none()


class SupportRequest(models.Model):
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="support_requests")
    kind = models.CharField(_("what it is about"), max_length=12, choices=SupportKind)
    words = models.TextField(_("what we need"))
    asked_of = models.ForeignKey(Organisation, models.PROTECT, related_name="support_requests")
    asked_on = models.DateField(default=today)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=12, choices=SupportState, default=SupportState.NEW)
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.COMMUNITY)

    objects = SupportRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reach__lte=4), name="support_reach_on_the_ladder"),
        ]

    def __str__(self):
        return self.get_kind_display()


class SupportReplyQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(request__in=SupportRequest.objects.visible_to(reader))

    def with_presence(self):
        """Each answer with `is_here`: false means who signed it works there no longer (P9)."""
        built = Membership.objects.current().filter(
            user=models.OuterRef("by"), organisation=models.OuterRef("organisation")
        )
        posted = Posting.objects.current().filter(
            user=models.OuterRef("by"), office__organisation=models.OuterRef("organisation")
        )
        known = Q(by__isnull=True) & ~Q(signed="")
        return self.annotate(is_here=models.Exists(built) | models.Exists(posted) | known)


class SupportReply(models.Model):
    """A named answer: which organisation, and what is done. Signed by function when the person goes."""

    request = models.ForeignKey(SupportRequest, models.PROTECT, related_name="replies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=SupportState)
    words = models.TextField(_("answer"))
    signed = models.CharField(_("signed"), max_length=120)
    on = models.DateField(default=today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = SupportReplyQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self):
        return f"{self.organisation} {self.on}"
