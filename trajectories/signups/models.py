"""Who said they would come. Seen by the group's organisers, and gone three months later."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.membership.models import new_code
from communities.models import organised
from communities.rights.reader import VisibleQuerySet
from trajectories.gatherings.models import Gathering


class SignUpQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """One's own, and for those who organise the group: they set out the chairs."""
        if not reader.is_known:
            return self.none()
        return self.filter(Q(person=reader.pk) | Q(gathering__group__in=organised(reader)))

    def editable_by(self, reader):
        return self.of(reader)

    def of(self, reader):
        """One's own."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def by_code(self, code):
        """Whoever holds the code that was given at sign-up, with or without an account."""
        return self.filter(code=code)

    def placed(self):
        """Those who have a place."""
        return self.filter(placed_at__isnull=False)

    def waiting(self):
        """The waiting list, in the order of signing up."""
        return self.filter(placed_at=None).order_by("signed_up_at", "pk")


class SignUp(models.Model):
    """One person who means to come: an account, or only a name. Cancelling deletes the row.

    `token` comes from the form, so that a double tap signs up once; `code` is the way back without account.
    """

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="signups")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="signups"
    )
    name = models.CharField(_("name"), max_length=80)
    mail = models.EmailField(_("e-mail address"), blank=True)
    code = models.CharField(max_length=24, unique=True, default=new_code)
    token = models.UUIDField()
    signed_up_at = models.DateTimeField(default=timezone.now)
    placed_at = models.DateTimeField(null=True, blank=True)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        ordering = ["signed_up_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "token"], name="one_signup_per_form"),
            models.UniqueConstraint(
                fields=["gathering", "person"],
                condition=Q(person__isnull=False),
                name="one_signup_per_person",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("signup", args=[self.code])
