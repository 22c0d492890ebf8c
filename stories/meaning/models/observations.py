"""What people make of stories together: it waits for two yeses, and holds no copy of a story (P6, T9)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, not_set_aside, organised
from communities.rights import standing
from communities.rights.reader import Reach, VisibleQuerySet, reaches
from communities.site.dates import today
from stories.calls.models import Question, StoryCall
from trajectories.approval.models import TwoPersonApproval


class TogetherQuerySet(VisibleQuerySet):
    """One rule for everything that is made together: before the yeses those who make it, then its reach."""

    officials_join = False

    def visible_to(self, reader):
        """Agreed: as far as it reaches. Before that: its group, or the community when it has none.

        Where officials join in the talk they read along on rung 3 before it is agreed. What two people set
        aside is seen by its writer alone.
        """
        agreed = Q(approved_on__isnull=False) & reaches(reader)
        seen = agreed | self._at_work(reader) if reader.is_known and not reader.as_municipality else agreed
        return self.filter(seen, not_set_aside(self.model.KIND) | Q(written_by=reader.pk))

    def editable_by(self, reader):
        """Who wrote it, and who organises its group, while they may see it."""
        if not reader.is_known:
            return self.none()
        groups = organised(reader)
        return self.visible_to(reader).filter(Q(written_by=reader.pk) | Q(group__in=groups))

    def agreeable_by(self, reader):
        """Who may say yes to it: its group, or members of the community; an official never (P1)."""
        if not reader.is_known:
            return self.none()
        near = Q(group=None, community__in=standing.joined(reader))
        near |= Q(group__in=standing.grouped(reader))
        return self.visible_to(reader).filter(near)

    def _at_work(self, reader):
        joined = standing.joined(reader)
        grouped = standing.grouped(reader)
        seen = Q(group=None, community__in=joined) | Q(group__in=grouped)
        if self.officials_join:
            served = standing.employers(reader)
            seen |= Q(community__municipality__in=served, reach__gte=Reach.MUNICIPALITY)
        return seen


class Together(TwoPersonApproval):
    """Words of a group or community. `KIND` is its name in the code, `SLUG` its word in addresses, `ROUTE` names its page, `WORDS` are the fields people write.

    `STORIES` leads from a story to the row that points at it.
    """

    KIND = SLUG = ""
    ROUTE = ""
    WORDS = ()
    STORIES = ""

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="+")
    reach = models.PositiveSmallIntegerField(
        _("who may read it, once two people said yes"), choices=Reach, default=Reach.COMMUNITY
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_on = models.DateField(default=today)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["-written_on", "-pk"]

    def get_absolute_url(self):
        return reverse(self.ROUTE, args=[self.pk])


def on_the_ladder(name):
    """The database refuses a reach that nobody can be on: the group's rung without a group."""
    near = Q(reach=Reach.GROUP, group__isnull=False)
    return models.CheckConstraint(
        condition=near | Q(reach__gte=Reach.COMMUNITY, reach__lte=Reach.EVERYONE),
        name=f"{name}_reach_on_the_ladder",
    )


class ObservationQuerySet(TogetherQuerySet):
    officials_join = True


class Observation(Together):
    """What people notice in stories or in a pattern, before anybody says what it means."""

    KIND, SLUG = "observation", "waarneming"
    ROUTE = "observation"
    WORDS = ("words",)
    STORIES = "refs__observation"

    words = models.TextField(_("what do we notice?"))
    call = models.ForeignKey(
        StoryCall, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("story call")
    )
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pattern")
    )

    objects = ObservationQuerySet.as_manager()

    class Meta(Together.Meta):
        constraints = [on_the_ladder("observation")]

    def __str__(self):
        return Truncator(self.words).words(18)


class Party(models.TextChoices):
    RESIDENT = "resident", _("a resident")
    BUILDER = "builder", _("a community builder")
    OFFICIAL = "official", _("somebody of the municipality")
    OTHER = "other", _("another organisation")


class InterpretationQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen with what it interprets."""
        return self.filter(observation__in=Observation.objects.visible_to(reader).values("pk"))

    def editable_by(self, reader):
        """Whoever gave it, and nobody else."""
        return self.visible_to(reader).filter(by=reader.pk) if reader.is_known else self.none()


class Interpretation(models.Model):
    """What one party reads in an observation. It is signed by role, so that differences may stay side by side."""

    observation = models.ForeignKey(Observation, models.CASCADE, related_name="interpretations")
    party = models.CharField(max_length=8, choices=Party)
    words = models.TextField(_("what does it mean, according to you?"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    on = models.DateField(default=today)

    objects = InterpretationQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="interpretation_has_words")]

    def __str__(self):
        return self.get_party_display()
