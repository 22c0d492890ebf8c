"""Who said they would come. Seen by the group's organisers, and gone three months later."""

from datetime import timedelta

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

TOGETHER_AT_MOST = 20
A_DAY = timedelta(days=1)


class SignUpQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """One's own, and for those who organise the group: they set out the chairs."""
        if not reader.is_known:
            return self.none()
        return self.filter(Q(person=reader.pk) | Q(gathering__group__in=organised(reader)))

    def editable_by(self, reader):
        return self.of(reader)

    def organised_by(self, reader):
        """What those who organise the group may add to and take from."""
        return self.filter(gathering__in=Gathering.objects.editable_by(reader))

    def of(self, reader):
        """One's own."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def with_gathering(self):
        """Each with its gathering, of which is known whether its place is for everybody."""
        rows = Gathering.objects.with_place().select_related("community")
        return self.select_related("person").prefetch_related(models.Prefetch("gathering", rows))

    def by_code(self, code):
        """Whoever holds the code that was given at sign-up, with or without an account."""
        return self.filter(code=code)

    def placed(self):
        """Those who have a place."""
        return self.on_the_list().filter(placed_at__isnull=False)

    def waiting(self):
        """The waiting list, in the order of signing up."""
        return self.on_the_list().filter(placed_at=None).order_by("signed_up_at", "pk")

    def on_the_list(self):
        """Those whom nobody took off the list."""
        return self.filter(removed_at=None)

    def without_mail(self):
        """Those whom no mail can reach: a host has to tell them."""
        return self.on_the_list().filter(person=None, mail="")

    def to_remind(self, first, last):
        """Who wants a reminder of what begins between these moments, has a place, and got none yet."""
        rows = self.placed().filter(wants_reminder=True, reminded_at=None, placed_at__lt=first - A_DAY)
        coming = {"gathering__starts_at__gte": first, "gathering__starts_at__lt": last}
        return rows.filter(gathering__cancelled_on=None, **coming)


class SignUp(models.Model):
    """Somebody who means to come: an account, or only a name. Cancelling deletes the row.

    Who was taken off the list by a host keeps the row, so that they hear of it (`removed_at`). `token` comes from the form, so that a double tap signs up once; `code` is the way back without account.
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
    people = models.PositiveSmallIntegerField(_("how many people"), default=1)
    wants_reminder = models.BooleanField(_("a reminder the day before"), default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(_("taken off the list"), null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(people__gte=1, people__lte=TOGETHER_AT_MOST), name="signup_is_of_some_people"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("signup", args=[self.code])

    @property
    def has_no_mail(self):
        """No account and no address: only a host can tell them something."""
        return self.person_id is None and not self.mail
