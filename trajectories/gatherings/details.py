"""What the planning of one gathering holds, shared by a gathering and by a series."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from communities.models import MeetingPlace
from communities.rights.reader import Reach
from trajectories.trajectory.models import Movement


class Provision(models.TextChoices):
    """Practical needs that decide whether somebody can come (M8)."""

    CHILDCARE = "childcare", _("childcare")
    INTERPRETER = "interpreter", _("an interpreter")
    STEP_FREE = "step_free", _("no steps or thresholds")
    FOOD = "food", _("something to eat")


class GatheringDetails(models.Model):
    """What a series hands to its gatherings: the question, the place, how far it goes, and what there is."""

    title = models.CharField(_("title"), max_length=120, blank=True)
    start_question = models.CharField(_("start question"), max_length=200)
    method = models.CharField(_("how we do it"), max_length=120, blank=True)
    place = models.ForeignKey(MeetingPlace, models.SET_NULL, null=True, blank=True, verbose_name=_("place"))
    place_text = models.CharField(_("or another place"), max_length=120, blank=True)
    movements = models.JSONField(_("strands"), default=list)
    open_door = models.BooleanField(_("open door, no sign-up"), default=False)
    reach = models.PositiveSmallIntegerField(choices=Reach, default=Reach.COMMUNITY)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    needs = models.CharField(_("what else there is"), max_length=200, blank=True)
    provisions = models.JSONField(_("what there is"), default=list, blank=True)
    interpreter = models.CharField(_("interpreter for which language?"), max_length=40, blank=True)
    places = models.PositiveSmallIntegerField(_("how many people fit?"), null=True, blank=True)

    class Meta:
        abstract = True

    def get_movements_display(self):
        """The strands in words, as Django does for a single choice."""
        return ", ".join(str(Movement(strand).label) for strand in self.movements)

    def get_provisions_display(self):
        """What there is in words."""
        return ", ".join(str(Provision(tick).label) for tick in self.provisions)

    @property
    def provided(self):
        """The ticks as one sentence, then the free words."""
        names = [
            gettext("an interpreter for %(language)s") % {"language": self.interpreter}
            if tick == Provision.INTERPRETER and self.interpreter
            else str(Provision(tick).label)
            for tick in self.provisions
        ]
        there_is = (
            gettext("There is %(what)s") % {"what": get_text_list(names, gettext("and"))} if names else ""
        )
        return ". ".join(part for part in (there_is, self.needs.rstrip(". ")) if part)


class GatheringPlan(GatheringDetails):
    """The planning of one gathering: from which series, moved or cancelled, and the code on its poster."""

    series = models.ForeignKey("Series", models.PROTECT, null=True, blank=True, related_name="gatherings")
    # The slot in the rhythm of its series; what people were told of, before it moved, is `was_at`.
    original_at = models.DateTimeField(_("planned for at first"), null=True, blank=True)
    was_at = models.DateTimeField(_("was at first"), null=True, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    reworded_at = models.DateTimeField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_why = models.CharField(_("why it does not take place"), max_length=240, blank=True)
    invited_on = models.DateField(null=True, blank=True)
    code = models.CharField(max_length=24, unique=True, null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @property
    def is_moved(self):
        """To another moment than people were told of."""
        return self.was_at is not None and self.was_at != self.starts_at

    @property
    def first_at(self):
        """When somebody may come who heard nothing: what moved to later still counts for its old moment."""
        moved_later = self.is_moved and timezone.now() < self.was_at < self.starts_at
        return self.was_at if moved_later else self.starts_at

    @property
    def left_its_series(self):
        """Moved by hand to another moment than its series had for it."""
        return self.original_at is not None and self.original_at != self.starts_at

    @property
    def where_in_words(self):
        """The place with its address, or what was written instead."""
        if self.place is None:
            return self.place_text
        return ", ".join(part for part in (self.place.name, self.place.address) if part)

    def note_move(self, starts_at):
        """Keep when it was at first, and that it moves now; not saved here."""
        self.was_at, self.moved_at = self.was_at or self.starts_at, timezone.now()
        self.starts_at = starts_at

    @property
    def has_begun(self):
        """From now on nothing about its coming changes any more."""
        return self.starts_at <= timezone.now()

    @property
    def is_to_come(self):
        """It takes place, and did not begin yet."""
        return not (self.cancelled_on or self.has_begun)

    @property
    def takes_signups(self):
        """Open doors have no sign-up (docs/domain.md); others until they begin."""
        return self.is_to_come and not self.open_door
