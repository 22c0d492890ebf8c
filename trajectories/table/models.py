"""What was harvested at a gathering and what came of it: insights, themes, promises (M1, M2, T9)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group, not_set_aside, organised
from communities.rights import standing
from communities.rights.disclosure import crowd_in_words
from communities.rights.reader import Reach, VisibleQuerySet, reaches
from communities.site.dates import today
from trajectories.approval.models import TwoPersonApproval
from trajectories.gatherings.models import Gathering


class HarvestQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """A harvest reaches the group until two people, one a resident, let it go further."""
        shared = reaches(reader)
        approved = Q(approved_on__isnull=False)
        aside = not_set_aside("harvest") | Q(written_by=reader.pk)
        if not reader.is_known:
            return self.filter(shared & approved, aside)
        own = Q(group__in=standing.grouped(reader), reach__gte=max(reader.floor, Reach.GROUP))
        return self.filter((shared & approved) | own, aside)

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))

    def with_gathering_seen_by(self, reader):
        """Each harvest with `gathering_is_seen`: the gathering it came from keeps its own reach, which may be less."""
        seen = Gathering.objects.visible_to(reader).filter(pk=models.OuterRef("gathering"))
        return self.annotate(gathering_is_seen=models.Exists(seen))

    def to_agree_by(self, reader):
        """What waits for a yes of this reader's group, and would then leave it."""
        rows = self.filter(approved_on=None, asked_on__isnull=False, reach__gt=Reach.GROUP)
        return rows.filter(group__in=standing.grouped(reader))


class Harvest(TwoPersonApproval):
    """What a gathering brought, in people's own words. How many people came is seen by who writes it down."""

    gathering = models.OneToOneField(Gathering, models.PROTECT, related_name="harvest")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="harvests")
    told = models.TextField(_("what was told"), blank=True)
    insights = models.TextField(_("what we learned"), blank=True)
    differences = models.TextField(_("where we differ"), blank=True)
    what_next = models.TextField(_("what next"), blank=True)
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.COMMUNITY)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    head_count = models.PositiveSmallIntegerField(_("how many people were there"), null=True, blank=True)
    new_faces = models.PositiveSmallIntegerField(_("how many for the first time"), null=True, blank=True)
    noted = models.JSONField(default=dict, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    asked_on = models.DateField(null=True, blank=True)

    objects = HarvestQuerySet.as_manager()

    class Meta:
        ordering = ["-gathering__starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(reach__lte=4), name="harvest_reach_on_the_ladder"),
        ]

    def __str__(self):
        return str(self.gathering)

    @property
    def crowd(self):
        """How many people came, in words only: a head count is a count of people (P10)."""
        return crowd_in_words(self.head_count)

    @property
    def stays_inside(self):
        """Only the group reads it, whatever happens: then nobody has to say yes."""
        return self.reach <= Reach.GROUP


class FromHarvestQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """As far as the harvest it came from; without a harvest the community (docs/domain.md, "Reach")."""
        told = Q(harvest__in=Harvest.objects.visible_to(reader))
        if not reader.is_known or reader.as_municipality:
            return self.filter(told)
        return self.filter(told | Q(harvest=None, community__in=standing.joined(reader)))

    def editable_by(self, reader):
        return self.filter(group__in=organised(reader))


class FromHarvest(models.Model):
    """Words of a group. No person stands on it: what people said together is the group's."""

    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="%(class)ss")
    noted_on = models.DateField(default=today)

    class Meta:
        abstract = True


class Insight(FromHarvest):
    """What people understood, and what they do differently now (T9)."""

    harvest = models.ForeignKey(Harvest, models.PROTECT, null=True, blank=True, related_name="insight_rows")
    words = models.TextField(_("what we understood"))
    differently = models.TextField(_("what we do differently now"), blank=True)

    objects = FromHarvestQuerySet.as_manager()

    class Meta:
        ordering = ["-noted_on", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="insight_has_words")]
        indexes = [models.Index(fields=["group", "noted_on"], name="insight_of_group")]

    def __str__(self):
        return self.words


class WhoCan(models.TextChoices):
    """What it takes to change it (M2). Only the last one asks for a signal."""

    OURSELVES = "ourselves", _("we can do this ourselves")
    WITH_HELP = "with_help", _("we can do this with some help")
    PROFESSIONAL = "professional", _("only together with a professional")
    POLICY = "policy", _("only if policy changes")


class ThemeQuerySet(FromHarvestQuerySet):
    def reworded_by(self, reader):
        """The words of a theme are residents' (P1); organisers add what stands in the way."""
        return self.filter(group__in=Group.objects.led_by(reader))


class Theme(FromHarvest):
    """What must change, in own words; then what stands in the way: why, and why that (M2)."""

    harvest = models.ForeignKey(Harvest, models.PROTECT, null=True, blank=True, related_name="themes")
    born_of = models.ForeignKey(Insight, models.PROTECT, null=True, blank=True, related_name="themes")
    words = models.CharField(_("the theme, in our own words"), max_length=300)
    in_the_way = models.TextField(_("what stands in the way"), blank=True)
    why = models.TextField(_("why is that so"), blank=True)
    why_that = models.TextField(_("and why is that so"), blank=True)
    who_can = models.CharField(_("who can change it"), max_length=12, choices=WhoCan, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["-noted_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="theme_has_words"),
            models.UniqueConstraint(fields=["born_of"], name="one_theme_per_insight"),
        ]
        indexes = [models.Index(fields=["group", "noted_on"], name="theme_of_group")]

    def __str__(self):
        return self.words

    def get_absolute_url(self):
        return reverse("theme", args=[self.pk])

    @property
    def needs_policy(self):
        """Nobody at the table can change it: then it is something to ask a body."""
        return self.who_can == WhoCan.POLICY


class Outcome(models.TextChoices):
    KEPT = "kept", _("it was done")
    NOT_KEPT = "not_kept", _("it was not done")
    PASSED_ON = "passed_on", _("it was passed on to somebody else")


class TablePromiseQuerySet(FromHarvestQuerySet):
    def open(self):
        """Nobody said yet how it went."""
        return self.filter(outcome="")

    def made_before(self, gathering):
        """Promised at an earlier gathering of the same group: it comes back by itself (P9)."""
        return self.filter(group=gathering.group_id, harvest__gathering__starts_at__lt=gathering.starts_at)

    def returning_at(self, gathering, since):
        """Those that nobody settled, when no gathering of the group lies between that moment and this one."""
        between = Gathering.objects.filter(
            group=gathering.group_id, starts_at__gte=since, starts_at__lt=gathering.starts_at
        )
        return self.open().made_before(gathering).filter(~Exists(between))


class TablePromise(FromHarvest):
    """Said at the table: who, by role or office, does what by when. It returns until people say how it went."""

    harvest = models.ForeignKey(Harvest, models.PROTECT, related_name="promises")
    what = models.CharField(_("what was promised"), max_length=300)
    who = models.CharField(_("who does it"), max_length=120)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    outcome = models.CharField(_("how did it go"), max_length=9, choices=Outcome, blank=True)
    outcome_words = models.CharField(_("in a few words"), max_length=300, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    objects = TablePromiseQuerySet.as_manager()

    class Meta:
        ordering = ["noted_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(who=""), name="promise_says_who_and_what"),
            models.CheckConstraint(
                condition=Q(outcome="", settled_on__isnull=True)
                | (~Q(outcome="") & Q(settled_on__isnull=False)),
                name="promise_settled_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.PASSED_ON) | ~Q(outcome_words=""),
                name="promise_passed_on_to_somebody",
            ),
        ]
        indexes = [models.Index(fields=["group"], condition=Q(outcome=""), name="promise_still_open")]

    def __str__(self):
        return self.what
