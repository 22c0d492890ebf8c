"""Themes over observations, reading sessions, what is read in figures, and lessons (P3, T4, T9)."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from communities.figures.catalogue import subject_title
from communities.models import Group, not_set_aside
from communities.rights.reader import Reach
from communities.site.dates import today
from stories.calls.models import StoryCall
from stories.meaning.models.observations import Observation, Party, Together, TogetherQuerySet, on_the_ladder
from stories.telling.models.story import Story
from trajectories.models import Signal, Theme
from volunteers.models import Initiative

FRESH_FOR = timedelta(days=365)


class NamedThemeQuerySet(TogetherQuerySet):
    """Observations that belong together, under a name in own words."""

    def passable_by(self, reader):
        """Who organises a group here makes it a theme or a signal, once two people said yes to its words."""
        here = Group.objects.organised_by(reader).values("community")
        agreed = Q(approved_on__isnull=False, reach__gte=Reach.COMMUNITY)
        return self.visible_to(reader).filter(agreed, community__in=here)


class NamedTheme(Together):
    """A name over observations. The trail to the theme or signal it became stays."""

    KIND, SLUG = "named_theme", "bundel"
    ROUTE = "bundle"
    WORDS = ("words", "why")

    words = models.CharField(_("the theme, in our own words"), max_length=300)
    why = models.TextField(_("why do these belong together?"), blank=True)
    observations = models.ManyToManyField(Observation, related_name="bundles")
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True, related_name="+")
    signal = models.ForeignKey(Signal, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = NamedThemeQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [on_the_ladder("named_theme")]

    def __str__(self):
        return self.words


class ReadingQuerySet(TogetherQuerySet):
    officials_join = True

    def fresh(self):
        """Agreed by two kinds of party, younger than a year, and public with its community (P3).

        It takes no reader: beside a figure everybody reads the same.
        """
        since = today() - FRESH_FOR
        return self.filter(
            not_set_aside(Reading.KIND), approved_on__gt=since, community__opened_on__isnull=False
        )

    def agreeable_by(self, reader):
        """Every party that joins in reading figures says yes, officials too."""
        return self.visible_to(reader) if reader.is_known else self.none()


class Reading(Together):
    """What residents and another party read together in the figures of a subject; it stands first for a year."""

    KIND, SLUG = "figure_reading", "duiding"
    ROUTE = "figure_reading"
    WORDS = ("words",)

    area_code = models.CharField(max_length=10)
    subject = models.CharField(max_length=40)
    words = models.TextField(_("what do we read in it together?"), max_length=600)
    other_party = models.CharField(max_length=8, choices=Party, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(reach=Reach.EVERYONE), name="reading_is_public"),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True)
                | Q(other_party__in=[Party.BUILDER, Party.OFFICIAL, Party.OTHER]),
                name="reading_is_of_two_parties",
            ),
        ]
        indexes = [models.Index(fields=["area_code", "subject"], name="readings_beside_figures")]

    def __str__(self):
        return subject_title(self.subject)


class ReadingSessionQuerySet(TogetherQuerySet):
    """A session is read by who was near, and further once two people said yes."""


class ReadingSession(Together):
    """People sat around stories: which lay on the table, which touched somebody and why, and what came of it."""

    KIND, SLUG = "reading_session", "sessie"
    ROUTE = "reading_session"
    WORDS = ("place", "came_of_it")
    STORIES = "refs__session"

    on = models.DateField(_("day"), default=today)
    place = models.CharField(_("where"), max_length=120, blank=True)
    call = models.ForeignKey(
        StoryCall, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("story call")
    )
    came_of_it = models.TextField(_("what came of it?"), blank=True)
    theme = models.ForeignKey(
        Theme, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("the theme it became")
    )
    signal = models.ForeignKey(
        Signal,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the signal it became"),
    )
    initiative = models.ForeignKey(
        Initiative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the initiative it became"),
    )
    reading = models.ForeignKey(
        Reading,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("what was read in figures"),
    )

    objects = ReadingSessionQuerySet.as_manager()

    class Meta(Together.Meta):
        ordering = ["-on", "-pk"]
        constraints = [on_the_ladder("reading_session")]

    def __str__(self):
        return date_format(self.on, "j F Y")


class StoryLessonQuerySet(TogetherQuerySet):
    def visible_to(self, reader):
        """Gone with the yes to be used in lessons: no story, no lesson (P6)."""
        stories = Story.objects.shared_with(reader).teachable()
        return super().visible_to(reader).filter(story__in=stories.values("pk"))


class StoryLesson(Together):
    """What people learn from one story that its teller lets be used in lessons."""

    KIND, SLUG = "story_lesson", "les"
    ROUTE = "story_lesson"
    WORDS = ("words",)
    STORIES = "story_lessons"

    story = models.ForeignKey(Story, models.CASCADE, related_name="story_lessons")
    words = models.TextField(_("what do we learn from it?"))

    objects = StoryLessonQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [on_the_ladder("story_lesson")]

    def __str__(self):
        return Truncator(self.words).words(18)
