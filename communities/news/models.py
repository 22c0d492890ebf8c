"""News for a person, what somebody switched off, and letters: the queue of outgoing mail and the ledger that none is sent twice."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from communities.membership.models import Community
from communities.rights.reader import VisibleQuerySet

TRIES_AT_MOST = 6
A_DAY = timedelta(days=1)


def unique_key():
    """A key for a letter that is no repetition of anything."""
    return uuid.uuid4().hex


class LetterQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Whoever it is addressed to; the words are gone once it was sent."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def waiting(self, now=None):
        """To be handed to the mail server now: never begun, or refused by it and tried again."""
        open_ones = self.filter(begun_at=None, sent_at=None, gave_up_at=None)
        return open_ones.filter(due_at__lte=now or timezone.now())

    def unsent_about(self, code):
        """A mail about this that was not begun: it says how things are when it goes, so one is enough."""
        rows = self.filter(kind=Letter.Kind.PLACE, about=code)
        return rows.filter(begun_at=None, sent_at=None, gave_up_at=None)

    def broken_off(self):
        """Begun and never finished: the sender was stopped half-way, so it may or may not have arrived."""
        return self.filter(begun_at__isnull=False, sent_at=None, gave_up_at=None)

    def undelivered(self):
        """Refused time after time."""
        return self.filter(gave_up_at__isnull=False)


class Letter(models.Model):
    """One mail. `key` is unique, so the same mail cannot be made twice; the row stays, its words do not.

    `begun_at` is committed before the mail server is spoken to: whoever stops half-way never sends again
    (at most once). Only plain letters have words here: the others are composed when they are sent, of what
    may be seen then. `about` is the code that somebody without an account holds; `valid_until` is when the
    words are of no use any more, as with a code to log in.
    """

    class Kind(models.TextChoices):
        PLAIN = "plain", "plain"
        DIGEST = "digest", "digest"
        SOON = "soon", "soon"
        PLACE = "place", "place"

    key = models.CharField(max_length=80, unique=True, default=unique_key)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PLAIN)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="letters")
    to = models.EmailField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    about = models.CharField(max_length=40, blank=True)
    valid_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    gave_up_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=60, blank=True, help_text="Class of the last refusal, never its words")

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, gave_up_at__isnull=True)
                | Q(to="", subject="", text="", html=""),
                name="finished_letter_is_empty",
            ),
        ]
        indexes = [models.Index(fields=["sent_at", "gave_up_at", "due_at"], name="letters_to_send")]

    def __str__(self):
        return self.kind


class NoticeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """One's own, and nobody else's."""
        return self.filter(person=reader.pk) if reader.is_known else self.none()

    def due(self, now=None):
        """Those whose moment has come, of kinds that the person did not switch off (off is off)."""
        silent = Silence.objects.filter(person=OuterRef("person"), kind=OuterRef("kind"))
        return self.filter(~Exists(silent), due__lte=now or timezone.now())

    def unread(self):
        """Not seen on the page, and in no mail yet."""
        return self.filter(seen_at=None, letter=None)

    def for_the_digest(self, soon, now):
        """What the digest tells; kinds that go at once only when no mail took them for a day."""
        return self.due(now).unread().filter(~Q(kind__in=soon) | Q(due__lte=now - A_DAY))

    def for_at_once(self, soon, now):
        """What is mailed within the hour, of these kinds."""
        return self.due(now).unread().filter(kind__in=soon)


class Notice(models.Model):
    """That there is something to look at. It holds no word of it: title and address are asked of the
    row itself, of what this person may see at that moment (`communities.notices.look`).

    `about` is the key of the row in the address. News about the same row makes the same notice new again.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=24)
    about = models.CharField(max_length=40)
    community = models.ForeignKey(Community, models.PROTECT, null=True, related_name="+")
    due = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-due", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "about"], name="one_notice_per_kind_and_row"),
        ]
        indexes = [models.Index(fields=["letter", "due"])]

    def __str__(self):
        return self.kind


class SilenceQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(person=reader.pk) if reader.is_known else self.none()


class Silence(models.Model):
    """A kind of notice that somebody switched off. Off is off: not on the page and not in the mail."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="silences")
    kind = models.CharField(max_length=24)

    objects = SilenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_silence_per_kind")]

    def __str__(self):
        return self.kind
