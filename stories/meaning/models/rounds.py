"""The change that means most: a round, the people who choose, and each choice with its reason (S3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, today
from stories.meaning.models.observations import Observation, Party, Together, TogetherQuerySet, on_the_ladder
from stories.meaning.models.sessions import ReadingSession
from stories.telling.models.story import Story


class ChangeRoundQuerySet(TogetherQuerySet):
    def visible_to(self, reader):
        """As everything made together; and who offered a story here can always read what came of it."""
        seen = super().visible_to(reader)
        if not reader.is_known or reader.as_municipality:
            return seen
        offered = StoryRef.objects.offered_by(reader).values("round")
        return self.filter(Q(pk__in=seen.values("pk")) | Q(pk__in=offered))


class ChangeRound(Together):
    """One period in which people ask each other which change means most. One domain is always open."""

    KIND, SLUG = "change_round", "ronde"
    ROUTE = "change_round"
    WORDS = ("title", "domains", "differently", "told_back")
    STORIES = "refs__round"

    title = models.CharField(_("name of the round"), max_length=120)
    domains = models.TextField(_("about which kinds of change? One on a line"), blank=True)
    begins_on = models.DateField(_("from"), default=today)
    ends_on = models.DateField(_("until and including"))
    differently = models.TextField(_("what do we do differently now?"), blank=True)
    told_back = models.TextField(_("what do we tell everybody who offered a story?"), blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = ChangeRoundQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [
            on_the_ladder("change_round"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("begins_on")), name="change_round_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | ~Q(told_back="") & ~Q(differently=""),
                name="closed_round_told_back",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def asked_about(self):
        """The named domains, and always the open one."""
        named = [line.strip()[:120] for line in self.domains.splitlines() if line.strip()]
        return [*named, _("Another change, whatever it is")]

    @property
    def is_open(self):
        """Stories can be offered and chosen until it was told back."""
        return self.closed_on is None


class PanelMemberQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """One's own seat; others read which kinds of people sit in the panel, never who."""
        return self.filter(user=reader.pk) if reader.is_known else self.none()

    def parties_of(self, round):
        """Which kinds of people sit in the panel of a round, never who."""
        return self.current().filter(round=round).order_by("party").values_list("party", flat=True)


class PanelMember(Dated):
    """Somebody's seat in the one panel of a round, taken by themselves."""

    round = models.ForeignKey(ChangeRound, models.CASCADE, related_name="panel")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    party = models.CharField(max_length=8, choices=Party)
    since = models.DateField(default=today)

    objects = PanelMemberQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("panel_member"),
            models.UniqueConstraint(
                fields=["round", "user"], condition=Q(until__isnull=True), name="one_open_seat_in_a_panel"
            ),
        ]

    def __str__(self):
        return self.get_party_display()


class ChoiceQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen by who may read the chosen story: without it nothing is left of the choice (P6)."""
        rounds = ChangeRound.objects.visible_to(reader).values("pk")
        return self.filter(round__in=rounds, story__in=Story.objects.shared_with(reader).values("pk"))


class Choice(models.Model):
    """The panel chose this story in this domain, for this reason. Never a number, never a rank."""

    round = models.ForeignKey(ChangeRound, models.CASCADE, related_name="choices")
    domain = models.PositiveSmallIntegerField(_("kind of change"))
    story = models.ForeignKey(Story, models.CASCADE, related_name="+")
    reason = models.TextField(_("why does this change mean most?"))
    on = models.DateField(default=today)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        ordering = ["domain", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="choice_has_a_reason"),
            models.UniqueConstraint(fields=["round", "domain"], name="one_choice_per_domain"),
        ]

    def __str__(self):
        return str(self.round)


class StoryRefQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen by who may read the story now; it is shown only on a page that this reader may see."""
        return self.filter(story__in=Story.objects.shared_with(reader).values("pk"))

    def editable_by(self, reader):
        """Who may change the observation or session it lies in, and the teller who offered it to a round."""
        if not reader.is_known:
            return self.none()
        places = Q(observation__in=Observation.objects.editable_by(reader).values("pk"))
        places |= Q(session__in=ReadingSession.objects.editable_by(reader).values("pk"))
        seen = places & Q(story__in=Story.objects.shared_with(reader).values("pk"))
        return self.filter(seen | Q(pk__in=self.offered_by(reader).values("pk")))

    def offered_by(self, reader):
        """What the reader offered to a round, as teller."""
        return self.filter(story__teller=reader.pk, round__isnull=False) if reader.is_known else self.none()


class StoryRef(models.Model):
    """A story lies here: under an observation, on the table of a session, in a round, or beside a choice.

    It holds no word of the story. `why` is what people say about it, and it is gone when the story is.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="refs")
    observation = models.ForeignKey(
        Observation, models.CASCADE, null=True, blank=True, related_name="story_refs"
    )
    session = models.ForeignKey(
        ReadingSession, models.CASCADE, null=True, blank=True, related_name="story_refs"
    )
    round = models.ForeignKey(ChangeRound, models.CASCADE, null=True, blank=True, related_name="story_refs")
    choice = models.ForeignKey(Choice, models.CASCADE, null=True, blank=True, related_name="story_refs")
    why = models.TextField(_("why did it touch you?"), blank=True)

    objects = StoryRefQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(observation__isnull=False, session=None, round=None, choice=None)
                | Q(observation=None, session__isnull=False, round=None, choice=None)
                | Q(observation=None, session=None, round__isnull=False, choice=None)
                | Q(observation=None, session=None, round=None, choice__isnull=False),
                name="story_ref_lies_in_one_place",
            ),
            *(
                models.UniqueConstraint(
                    fields=["story", place],
                    condition=Q(**{f"{place}__isnull": False}),
                    name=f"once_per_{place}",
                )
                for place in ("observation", "session", "round", "choice")
            ),
        ]

    def __str__(self):
        return str(self.pk)
