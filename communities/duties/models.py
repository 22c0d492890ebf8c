"""What lies at the desk of an organisation since somebody left: nothing becomes ownerless (P9)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.groups.models import Group
from communities.membership.models import open_to
from communities.organisations.models import Office, Organisation
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts


class DutyKind(models.TextChoices):
    GUIDING = "guiding", _("guiding the group")
    SUPPORT = "support", _("support that was picked up")
    PROMISE = "promise", _("a promise")


class DutyQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """As public as the group's page; support is for the group and the organisation it was asked of."""
        seen = open_to(reader, "group__community__") & ~Q(kind=DutyKind.SUPPORT)
        if not reader.is_known or reader.as_municipality:
            return self.filter(seen)
        own = Q(group__in=standing.grouped(reader))
        return self.filter(seen | own | Q(organisation__in=Organisation.objects.worked_for_by(reader)))


class Duty(Dated):
    """A duty that fell to a desk when somebody's years there ended. It names no person.

    `about` is the key of the row it is about: the group, the request or the answer.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="duties")
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="duties")
    group = models.ForeignKey(Group, models.PROTECT, related_name="duties")
    kind = models.CharField(max_length=8, choices=DutyKind)
    about = models.PositiveBigIntegerField()

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("duty"),
            models.UniqueConstraint(
                fields=["kind", "about", "organisation"],
                condition=Q(until__isnull=True),
                name="one_open_duty_at_a_desk",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.organisation}"
