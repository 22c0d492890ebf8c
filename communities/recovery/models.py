"""Codes on paper that belong to one person: a member's card, and the way back in. Only a hash is kept."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from communities.groups.models import GroupMember, organised
from communities.membership.models import LETTERS, Community
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet

LENGTH = 16


def fresh_code(length=LENGTH):
    """Letters that are hard to confuse on paper: 16 of them are about 79 bits."""
    return "".join(secrets.choice(LETTERS) for _letter in range(length))


def digest(code):
    """What is kept of a code: a copy of the database lets nobody in."""
    return hashlib.sha256(f"samenspel {code}".encode()).hexdigest()


class CardQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who organises the group that the member belongs to."""
        return self.filter(member__group__in=organised(reader))

    def usable(self):
        """Not voided, not used, and of somebody who has no account yet."""
        return self.filter(voided_at=None, used_at=None, member__user=None, member__until=None)

    def opened_by(self, code):
        """The card this code belongs to."""
        return self.usable().filter(digest=digest(code))


class Card(models.Model):
    """With this a member who was written down by name can take what is theirs: later, or never."""

    member = models.ForeignKey(GroupMember, models.CASCADE, related_name="cards")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    voided_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return str(self.made_at)


WAITS_FOR = timedelta(hours=24)
HOLDS_FOR = timedelta(hours=72)


class RecoveryCodeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Whoever it lets in, and who made or confirmed it."""
        mine = Q(user=reader.pk) | Q(made_by=reader.pk) | Q(confirmed_by=reader.pk)
        return self.filter(mine) if reader.is_known else self.none()

    def to_confirm(self, reader):
        """Made by another; a host or builder of the community says that it is right."""
        here = standing.handled(reader)
        rows = self.open().filter(confirmed_at=None, community__in=here)
        return rows.exclude(Q(made_by=reader.pk) | Q(user=reader.pk))

    def stoppable_by(self, reader):
        """Whom it lets in, who had a part in it, and who is asked to confirm it: each may say no."""
        seen = self.visible_to(reader) | self.to_confirm(reader)
        return self.open().filter(pk__in=seen.values("pk"))

    def open(self):
        """Not stopped, not used, not too old."""
        return self.filter(voided_at=None, used_at=None, made_at__gt=timezone.now() - HOLDS_FOR)

    def usable(self):
        """Two people said yes, and a night went by in which its owner could stop it."""
        return self.open().filter(confirmed_at__isnull=False, made_at__lte=timezone.now() - WAITS_FOR)


class RecoveryCode(models.Model):
    """A code with which somebody who lost their mailbox comes back in (docs/decisions/0010).

    Two people make it together, it works after 24 hours, and who owns the account hears of it at once.
    """

    community = models.ForeignKey(Community, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="ways_in")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)

    objects = RecoveryCodeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=models.F("made_by")),
                name="two_different_people_let_somebody_in",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(confirmed_at__isnull=False),
                name="way_in_is_confirmed_before_use",
            ),
        ]

    def __str__(self):
        return str(self.made_at)
