"""Deciding together where to go, what changed year by year, and art on the road (M6, S3, T6)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.models import Group, MeetingPlace, open_to, organised
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet, reaches
from communities.site.dates import Dated, ends_after_it_starts, today
from trajectories.approval.models import TwoPersonApproval
from trajectories.gatherings.models import Gathering
from trajectories.trajectory.models import Status, Trajectory


class DecisionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """As far as the agenda of its gathering: the community unless it says otherwise (default rung 2)."""
        at = "gathering__reach"
        return self.filter(reaches(reader, "gathering__", reach=at))


class Decision(models.Model):
    """A decision of course. It holds that it passed, never a number or a list of votes (docs/domain.md)."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="decisions")
    question = models.CharField(_("what was the question"), max_length=300)
    proposal = models.TextField(_("what was proposed"))
    objections = models.TextField(_("what people had against it"), blank=True)
    used = models.TextField(_("what was done with that"), blank=True)
    passed = models.BooleanField()
    decided_on = models.DateField(default=today)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(objections="") | ~Q(used=""), name="objections_are_used"),
        ]

    def __str__(self):
        return self.question


class YearlyChangeQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """The group until two people said yes; then everyone, like the page of the group itself."""
        agreed = Q(approved_on__isnull=False) & open_to(reader, "group__community__")
        if not reader.is_known or reader.as_municipality:
            return self.filter(agreed)
        return self.filter(agreed | Q(group__in=standing.grouped(reader)))

    def editable_by(self, reader):
        """Its organisers, until it is agreed: what was agreed stands."""
        return self.filter(approved_on=None, group__in=organised(reader))

    def to_agree_by(self, reader):
        """Of the groups somebody takes part in, and without a yes of theirs yet."""
        rows = self.filter(approved_on=None, group__in=standing.grouped(reader))
        return rows.exclude(approved_by_resident=reader.pk).exclude(approved_by_other=reader.pk)


class YearlyChange(TwoPersonApproval):
    """What changed, for whom, and why it matters; what we did for it and who else. A list per year (S3)."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="changes")
    year = models.PositiveSmallIntegerField(_("in which year"))
    what = models.TextField(_("what changed"))
    for_whom = models.CharField(_("for whom"), max_length=300)
    why = models.TextField(_("why it matters"))
    our_part = models.TextField(_("what we did for it"))
    who_else = models.TextField(_("who else did something"), blank=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    objects = YearlyChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "pk"]
        indexes = [models.Index(fields=["group", "year"])]

    def __str__(self):
        return self.what


class ArtProjectQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Public, like the page of its trajectory."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(reader))

    def editable_by(self, reader):
        """Own words are residents' (P1)."""
        return self.filter(trajectory__group__in=Group.objects.led_by(reader))


class ArtProject(Dated):
    """Art made together: it hangs under a trajectory, so that it leads somewhere (T6)."""

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="art_projects")
    title = models.CharField(_("what do you call it"), max_length=120)
    own_words = models.TextField(_("in our own words"))
    artists = models.CharField(_("who makes it"), max_length=200)
    place = models.ForeignKey(MeetingPlace, models.SET_NULL, null=True, blank=True, verbose_name=_("place"))
    place_text = models.CharField(_("or another place"), max_length=120, blank=True)

    objects = ArtProjectQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("art_project"),
            models.CheckConstraint(condition=~Q(own_words=""), name="art_project_has_own_words"),
        ]

    def __str__(self):
        return self.title

    def outlives(self, changes):
        """Since when it goes on without its trajectory, or None; `changes` is the trajectory's history."""
        last = changes[-1] if changes else None
        if last is None or last.status != Status.ROUNDED_OFF:
            return None
        goes_on = self.until is None or (self.until > today() and self.until > last.on)
        return last.on if goes_on else None
