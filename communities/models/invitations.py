"""Being let in: a link, a printed sheet with a QR code, or a code to type."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities import standing
from communities.dates import today
from communities.models.communities import Community, MembershipRole
from communities.models.organisations import Office, Organisation
from communities.visibility import VisibleQuerySet

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
