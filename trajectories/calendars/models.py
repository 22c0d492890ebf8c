"""Personal addresses of a calendar: who holds one sees what its owner may see."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from communities.models import Community, Group
from communities.rights.reader import VisibleQuerySet


def new_token():
    """192 random bits: nobody guesses an address that calendar programs ask for without logging in."""
    return secrets.token_urlsafe(24)


class CalendarAddressQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """One's own."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def editable_by(self, reader):
        return self.visible_to(reader)

    def by_token(self, token):
        """The address that a calendar program asks for; of an account that is still open."""
        return self.filter(token=token, person__is_active=True)


class CalendarAddress(models.Model):
    """A secret address for one calendar program. It is kept readable, so that its owner can copy it again.

    What it shows is asked anew each time, so it never shows more than its owner may see at that moment.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_addresses")
    community = models.ForeignKey(Community, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")
    token = models.CharField(max_length=40, unique=True, default=new_token)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(community__isnull=True) | Q(group__isnull=True),
                name="calendar_is_about_one_thing",
            ),
        ]

    def __str__(self):
        return str(self.group or self.community or _("All gatherings I may know of"))

    def get_absolute_url(self):
        return reverse("my_agenda_file", args=[self.token])
