"""Two different people, at least one a resident, say yes before words of a group go further (docs/domain.md)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _


class TwoPersonApproval(models.Model):
    """Words of a group that wait for two yeses, and then carry the day of the second."""

    approved_on = models.DateField(null=True, blank=True)
    approved_by_resident = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved_by_other = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    def begin_again(self):
        """Changed words are other words: both yeses are asked anew."""
        self.approved_on = self.approved_by_resident = self.approved_by_other = None

    def has_yes_of(self, reader):
        """Whether this reader said yes already: then the button is for somebody else."""
        return reader.pk in {self.approved_by_resident_id, self.approved_by_other_id}

    @property
    def who_is_needed(self):
        """Who still has to say yes, in words: what waits must be seen to wait."""
        if self.approved_on:
            return ""
        if self.approved_by_resident_id:
            return _("One resident said yes. One more person still has to say yes.")
        if self.approved_by_other_id:
            return _("One person said yes. A resident still has to say yes.")
        return _("Two people still have to say yes, one of them a resident.")
