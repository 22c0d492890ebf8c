"""What a story calls up: "this is also my story", and two stories about one event (M3)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import not_set_aside
from communities.rights.reader import Reach, VisibleQuerySet, reaches
from communities.site.dates import today
from stories.custody.rules import told_by
from stories.telling.models.story import Story


class RecognitionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Where the story is read, as far as the author's own dated yes goes; the author, and the teller."""
        seen = reaches(reader, "story__")
        if not reader.as_municipality:
            seen |= told_by(reader)
        seen &= Q(until__gt=timezone.now(), story__in=Story.objects.visible_to(reader).told())
        shared = self.filter(seen, not_set_aside("recognition"))
        return shared | self._own(reader) if reader.is_known and not reader.as_municipality else shared

    def editable_by(self, reader):
        """Whoever said it takes it back, also when the story is out of sight by now."""
        return self._own(reader) if reader.is_known else self.none()

    def told_to(self, reader):
        """What others said about this reader's own stories, while their yes holds."""
        return self.filter(story__teller=reader.pk, until__gt=timezone.now()).exclude(by=reader.pk)

    def _own(self, reader):
        return self.filter(by=reader.pk)


class Recognition(models.Model):
    """ "This is also my story", in words. `reach` 0 is for the teller of the story alone.

    The words never change: this row is its author's dated yes to exactly these words.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="recognitions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(_("what do you recognise in it?"), max_length=600)
    pseudonym = models.CharField(_("name under it"), max_length=60, blank=True)
    reach = models.PositiveSmallIntegerField(_("who may read it"), choices=Reach)
    given_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "by"], name="one_recognition_per_person_and_story"),
            models.CheckConstraint(condition=~Q(words=""), name="recognition_has_words"),
            models.CheckConstraint(condition=Q(reach__lte=4), name="recognition_reach_on_the_ladder"),
            models.CheckConstraint(condition=Q(until__gt=F("given_at")), name="recognition_ends_after_start"),
        ]

    def __str__(self):
        return self.pseudonym

    def get_absolute_url(self):
        return self.story.get_absolute_url()


class PairQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Once both tellers said yes: where both stories are read. Before that: the two tellers."""
        seen = Story.objects.visible_to(reader).told().values("pk")
        both = self.filter(proposed__in=seen, other__in=seen)
        return both.filter(self._agreed() | self._of(reader))

    def editable_by(self, reader):
        """Either teller ends it; a "no" is known to nobody else."""
        open_to_other = Q(other__teller=reader.pk, declined_on__isnull=True)
        mine = self.filter(Q(proposed__teller=reader.pk) | open_to_other)
        return mine if reader.is_known else self.none()

    def asked_of(self, reader):
        """Proposals that wait for this teller, who may read the other story too."""
        if not reader.is_known:
            return self.none()
        waiting = self.filter(other__teller=reader.pk, accepted_on__isnull=True, declined_on__isnull=True)
        return waiting.filter(proposed__in=Story.objects.visible_to(reader).told().values("pk"))

    def _agreed(self):
        return Q(accepted_on__isnull=False, declined_on__isnull=True)

    def _of(self, reader):
        asked = Q(other__teller=reader.pk, declined_on__isnull=True)
        return Q(proposed__teller=reader.pk) | asked if reader.is_known else Q(pk__in=[])


class Pair(models.Model):
    """Two stories about one event, told from different places: proposed by one teller, agreed by the other."""

    proposed = models.ForeignKey(Story, models.CASCADE, related_name="pairs_proposed")
    other = models.ForeignKey(Story, models.CASCADE, related_name="pairs_asked")
    proposed_on = models.DateField(default=today)
    accepted_on = models.DateField(null=True, blank=True)
    declined_on = models.DateField(null=True, blank=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        ordering = ["proposed_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposed", "other"], name="one_pair_per_two_stories"),
            models.CheckConstraint(condition=~Q(proposed=F("other")), name="pair_is_of_two_stories"),
        ]

    def __str__(self):
        return str(self.proposed_on)
