"""Story calls: a question to a neighbourhood, with questions about each story that its teller answers (S1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, open_to
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, today
from stories.custody.rules import kept_by, told_by


class StoryCallQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Public once it opened; before that who owns it, or was asked to."""
        opened = Q(opened_on__isnull=False) & open_to(reader)
        if not reader.is_known or reader.as_municipality:
            return self.filter(opened)
        owned, asked = self.owned_by(reader).values("pk"), self.offered_to(reader).values("pk")
        return self.filter(opened | Q(pk__in=owned) | Q(pk__in=asked))

    def editable_by(self, reader):
        """Its owners, until it opened: then it is frozen, and a change is a new version."""
        return self.owned_by(reader).filter(opened_on__isnull=True)

    def owned_by(self, reader):
        """Where the reader owns the call today, as a member of the community."""
        mine = CallOwner.objects.current().filter(user=reader.pk)
        here = standing.joined(reader)
        return self.filter(pk__in=mine.values("call"), community__in=here)

    def offered_to(self, reader):
        """Where the reader was asked to own it and did not answer yet."""
        asked = CallOwner.objects.filter(user=reader.pk, since=None, until=None)
        return self.filter(pk__in=asked.values("call"), community__in=standing.joined(reader))

    def tried_out_by(self, reader):
        """Not opened yet, for residents who do not own it: two of them try it before it opens (S1)."""
        here = standing.lived_in(reader) & set(standing.joined(reader))
        return self.filter(community__in=here, opened_on=None).exclude(
            pk__in=self.owned_by(reader).values("pk")
        )

    def on_paper_by(self, reader):
        """Who prints its forms and types them in: its owners, and hosts and builders of the community."""
        here = standing.handled(reader)
        own = Q(community__in=here) | Q(pk__in=self.owned_by(reader).values("pk"))
        return self.visible_to(reader).filter(own)

    def printed_by(self, reader):
        """Whose stories the reader may print on cards: members of the community, for their own table."""
        return self.filter(opened_on__isnull=False, community__in=standing.joined(reader))

    def taking_stories(self):
        """Open now: opened, not archived, and not past its last day."""
        running = Q(closes_on__isnull=True) | Q(closes_on__gte=today())
        return self.filter(running, opened_on__lte=today(), archived_on__isnull=True)


class StoryCall(models.Model):
    """Why we ask, what happens with the stories, and the question one begins with. Frozen once it opened."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="calls")
    title = models.CharField(_("name of the call"), max_length=120)
    why = models.TextField(_("why do we ask?"))
    what_happens = models.TextField(_("what happens with the stories?"))
    start_question = models.CharField(_("the question to begin with"), max_length=240)
    languages = models.JSONField(_("in which languages?"), default=list)
    opened_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(_("until and including"), null=True, blank=True)
    archived_on = models.DateField(null=True, blank=True)
    gave_back = models.TextField(_("what was given back to the tellers"), blank=True)
    version_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="versions")

    objects = StoryCallQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(archived_on__isnull=True) | ~Q(gave_back=""),
                name="archived_call_gave_something_back",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("call", args=[self.pk])


class CallOwnerQuerySet(DatedQuerySet, VisibleQuerySet):
    def visible_to(self, reader):
        """Owners see each other; others read that the call is owned by residents and builders."""
        return self.filter(call__in=StoryCall.objects.owned_by(reader))


class CallOwner(Dated):
    """Who answers for the call; at least one is a resident of the community. Without `since`: asked, no yes yet."""

    since = models.DateField(null=True, blank=True)
    call = models.ForeignKey(StoryCall, models.CASCADE, related_name="owners")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = CallOwnerQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("call_owner"),
            models.UniqueConstraint(
                fields=["call", "user"], condition=Q(until__isnull=True), name="one_open_ownership"
            ),
        ]

    def __str__(self):
        return str(self.call)


class QuestionKind(models.TextChoices):
    CHOICE = "choice", _("choice")
    SLIDER = "slider", _("slider")
    DYAD = "dyad", _("between two")
    TRIAD = "triad", _("triangle")
    WORD = "word", _("a free word")
    BAND = "band", _("about you")


class QuestionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        return self.filter(call__in=StoryCall.objects.visible_to(reader))

    def editable_by(self, reader):
        return self.filter(call__in=StoryCall.objects.editable_by(reader))

    def about(self, call):
        """The questions of a call somebody may answer or try; the call itself was found through a rule."""
        return self.filter(call=call)


class Question(models.Model):
    """One question about a told story. Every one may be skipped, or "does not fit".

    `ends` holds the choices, the two ends of a slider or dyad, or the three corners t, l, r of a triad.
    `figures` names, for about-you bands, the indicator of the area beside each band ("" where there is none).
    """

    call = models.ForeignKey(StoryCall, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=8, choices=QuestionKind)
    text = models.CharField(_("question"), max_length=200)
    ends = models.JSONField(_("answers, ends or corners"), default=list)
    figures = models.JSONField(default=list)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.text


class CallTrialQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Whoever tried it; the owners only learn how many did."""
        return self.filter(user=reader.pk) if reader.is_known else self.none()


class CallTrial(models.Model):
    """That a resident went through the questions before the call opened. What they answered is not kept."""

    call = models.ForeignKey(StoryCall, models.CASCADE, related_name="trials")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tried_on = models.DateField(default=today)

    objects = CallTrialQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "user"], name="one_trial_per_person")]

    def __str__(self):
        return str(self.call)


class StoryAnswerQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Its teller alone; others meet answers only as protected patterns (P10)."""
        return self.filter(told_by(reader))

    def editable_by(self, reader):
        """Its teller; or the listener, for whom has no account."""
        return self.filter(kept_by(reader))


class StoryAnswer(models.Model):
    """What a teller says about their own story. `value` is empty when it does not fit.

    Triads hold {"t": …, "l": …, "r": …} summing to 1, sliders and dyads a number from 0 to 1, choices and
    bands the index of the choice, words the word (docs/domain.md, stories).
    """

    story = models.ForeignKey("stories.Story", models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    value = models.JSONField(null=True, blank=True)

    objects = StoryAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "question"], name="one_answer_per_story_and_question"),
        ]

    def __str__(self):
        return str(self.question)
