"""The teller's dated yes: append-only rows, at most one open per story, bound to the exact text."""

from datetime import datetime
from typing import NotRequired, Self, TypedDict

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.rights import standing
from communities.rights.reader import Reach, Reader, VisibleQuerySet
from stories.custody.rules import kept_by

# What a yes says: how far it travels, and apart from that what for (docs/principles.md rule 2).
USES = ("may_quote", "may_count", "may_teach")
PERMISSION = ("reach", *USES)


class Permission(TypedDict):
    """What a teller says yes to: how far (a rung of `Reach`), and what for; what is not named is a no.

    `asked` is how far the teller said, when a listener may not let it go that far without a witness.
    """

    reach: int
    may_quote: NotRequired[bool]
    may_count: NotRequired[bool]
    may_teach: NotRequired[bool]
    asked: NotRequired[int | None]


class Age(TypedDict):
    """What is asked of who tells. Younger than 16, a parent or guardian says yes and so does the child."""

    young: bool
    guardian_yes: NotRequired[bool]
    child_yes: NotRequired[bool]


class ConsentMethod(models.TextChoices):
    ONLINE = "online", _("on the site")
    PAPER = "paper", _("on paper")
    SPOKEN = "spoken", _("spoken, with a listener")
    CODE = "code", _("with the code of the story")


class ConsentQuerySet(VisibleQuerySet):
    def visible_to(self, reader: Reader) -> Self:
        """Only the teller, or the listener who wrote the story down, sees what was allowed and when."""
        return self.filter(kept_by(reader))

    def to_witness(self, reader: Reader) -> Self:
        """Somebody else than the listener, who may read the story, can say: I heard the teller want more."""
        here = standing.joined(reader)
        rows = self.live().filter(asked__isnull=False, reach=Reach.COMMUNITY, story__community__in=here)
        # Whoever has an account by now says it alone.
        rows = rows.filter(story__teller=None)
        return (
            rows.exclude(given_by=reader.pk)
            if reader.is_known and not reader.as_municipality
            else self.none()
        )

    def not_withdrawn(self) -> Self:
        """The rows that were not withdrawn or replaced; `until` is judged while reading."""
        return self.filter(ended_at__isnull=True)

    def live(self) -> Self:
        """Standing and not past its date."""
        return self.not_withdrawn().filter(until__gt=timezone.now())


class Consent(models.Model):
    """How far one text of one story may travel, and what else may be done with it (P6).

    `reach` 0 is a full choice: the row then says that the teller keeps it.
    """

    story = models.ForeignKey("stories.Story", models.CASCADE, related_name="consents")
    text_hash = models.CharField(max_length=64)
    reach = models.PositiveSmallIntegerField(choices=Reach)
    may_quote = models.BooleanField(default=False)
    may_count = models.BooleanField(default=False)
    may_teach = models.BooleanField(default=False)
    wording = models.CharField(
        max_length=16, default="2026-11", help_text="Version of the sentence agreed to"
    )
    asked = models.PositiveSmallIntegerField(
        choices=Reach, null=True, blank=True, help_text="As far as the teller said, waiting for a witness"
    )
    witness = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    method = models.CharField(max_length=8, choices=ConsentMethod, default=ConsentMethod.ONLINE)
    given_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=Q(ended_at__isnull=True), name="one_open_consent_per_story"
            ),
            models.CheckConstraint(condition=Q(reach__lte=4), name="consent_reach_on_the_ladder"),
            models.CheckConstraint(condition=Q(until__gt=F("given_at")), name="consent_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.get_reach_display()

    @property
    def reach_now(self) -> Reach:
        """How far the story travels today: past its date it only ever narrows (docs/domain.md, stories)."""
        if self.ended_at is not None:
            return Reach.ONLY_ME
        return reach_today(self.reach, self.until, self.story.group_id is not None)


def reach_today(reach: int, until: datetime, in_group: bool) -> Reach:
    """How far a yes goes today: past its date to the group it was told in, or nowhere."""
    if until > timezone.now():
        return Reach(reach)
    return Reach.GROUP if in_group and reach >= Reach.GROUP else Reach.ONLY_ME


def reaching(low: int, high: int = Reach.EVERYONE) -> Q:
    """The condition for stories whose living yes goes at least this far, and at most that far."""
    return Q(reach__range=(low, high), until__gt=timezone.now())


def ending_before(moment: datetime) -> Q:
    """The condition for stories that are shared by a yes which ends before this moment."""
    return Q(reach__gt=Reach.ONLY_ME, until__gt=timezone.now(), until__lte=moment)
