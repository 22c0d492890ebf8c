"""Who does what in a group, agreed until a day on which it is looked at again (T9)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models import Group, organised
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import today


class RoleAgreementQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The group itself: the words may name people, as they call each other."""
        return self.filter(group__in=standing.grouped(reader)) if reader.is_known else self.none()

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))

    def active(self):
        """Agreed and not let go."""
        return self.filter(ended_on__isnull=True)


class RoleAgreement(models.Model):
    """One line of who does what. On its review day it comes back by itself, and nothing else happens."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="agreements")
    words = models.CharField(_("who does what"), max_length=240)
    review_on = models.DateField(_("look at it again on"))
    agreed_on = models.DateField(default=today)
    ended_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = RoleAgreementQuerySet.as_manager()

    class Meta:
        ordering = ["agreed_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="agreement_has_words")]

    def __str__(self):
        return self.words

    @property
    def asks_for_review(self):
        """The day has come to look at it again."""
        return self.review_on <= today()
