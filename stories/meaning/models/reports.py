"""A report that lives: parts that point at what is there now, so that a voice taken back leaves no trace (P6)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import VisibleQuerySet
from stories.calls.models import Question
from stories.meaning.models.observations import Observation, Together, TogetherQuerySet, on_the_ladder
from stories.meaning.models.sessions import ReadingSession
from stories.telling.models.story import Story


class StoryReportQuerySet(TogetherQuerySet):
    """As far as its own reach; each part by its own visibility."""


class StoryReport(Together):
    """What people found in stories, in an order of their own."""

    KIND, SLUG = "story_report", "verslag"
    ROUTE = "story_report"
    WORDS = ("title", "opening")
    STORIES = "report_parts__report"

    title = models.CharField(_("title"), max_length=160)
    opening = models.TextField(_("how it begins"), blank=True)

    objects = StoryReportQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [on_the_ladder("story_report")]

    def __str__(self):
        return self.title


class ReportPartQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Each part by what it points at; words of the group go with it."""
        stories = Story.objects.shared_with(reader).values("pk")
        observations = Observation.objects.visible_to(reader).values("pk")
        sessions = ReadingSession.objects.visible_to(reader).values("pk")
        seen = Q(story=None) | Q(story__in=stories)
        seen &= Q(observation=None) | Q(observation__in=observations)
        seen &= Q(session=None) | Q(session__in=sessions)
        seen &= Q(question=None) | Q(question__in=Question.objects.visible_to(reader).values("pk"))
        return self.filter(seen, report__in=StoryReport.objects.visible_to(reader).values("pk"))

    def editable_by(self, reader):
        """Who may change the report; a part that is out of sight for them says nothing, not even that it is there."""
        return self.visible_to(reader).filter(report__in=StoryReport.objects.editable_by(reader).values("pk"))


class ReportPart(models.Model):
    """Words of the group, and at most one thing they point at: a story, an observation, a session, a pattern."""

    report = models.ForeignKey(StoryReport, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("heading"), max_length=160, blank=True)
    words = models.TextField(_("in our own words"), blank=True)
    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="report_parts")
    observation = models.ForeignKey(Observation, models.CASCADE, null=True, blank=True, related_name="+")
    session = models.ForeignKey(ReadingSession, models.CASCADE, null=True, blank=True, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReportPartQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="")
                | Q(story__isnull=False)
                | Q(observation__isnull=False)
                | Q(session__isnull=False)
                | Q(question__isnull=False),
                name="report_part_says_something",
            ),
        ]

    def __str__(self):
        return self.title or str(self.position)

    def shows(self, ref):
        """Whether a story lies under the observation or on the table that this part points at."""
        under = self.observation_id and ref.observation_id == self.observation_id
        return bool(under or self.session_id and ref.session_id == self.session_id)
