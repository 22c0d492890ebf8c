""" "Seen and heard": twice a year two open questions to the people of a group (M8, S3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Group, open_to
from communities.rights import standing
from communities.rights.reader import VisibleQuerySet
from communities.site.dates import half_of, today


class HeardRoundQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """That it was asked is no secret; the answers have rules of their own."""
        return self.filter(open_to(reader, "group__community__"))

    def answerable_by(self, reader):
        """Residents who take part in the group today: who is paid to be there is not asked."""
        lived_in = standing.lived_in(reader)
        return self.filter(group__in=standing.grouped(reader), group__community__in=lived_in)

    def open(self):
        """The rounds of this half year."""
        return self.filter(half=half_of(today()))


class HeardRound(models.Model):
    """One time of asking, per group and half year."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="heard_rounds")
    half = models.DateField()
    asked_on = models.DateField(default=today)

    objects = HeardRoundQuerySet.as_manager()

    class Meta:
        ordering = ["half", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "half"], name="asked_once_a_half_year"),
        ]

    def __str__(self):
        return f"{self.group} {self.half}"

    def get_absolute_url(self):
        return reverse("heard", args=[self.pk])


class HeardQuestion(models.TextChoices):
    FEEL = "feel", _("Do you feel seen and heard here?")
    WHY = "why", _("What makes it so?")


class Shared(models.TextChoices):
    HOSTS = "hosts", _("Only the residents who host this group, without my name")
    EVERYONE = "everyone", _("Everyone may read this sentence, without my name")


class HeardAnswerQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """A sentence for everyone is public without a name; the rest is for resident hosts and the teller."""
        public = Q(shared=Shared.EVERYONE) & open_to(reader, "round__group__community__")
        if not reader.is_known or reader.as_municipality:
            return self.filter(public)
        hosted = Q(round__group__in=Group.objects.led_by(reader))
        return self.filter(public | hosted | Q(by=reader.pk))

    def editable_by(self, reader):
        return self.filter(by=reader.pk) if reader.is_known else self.none()

    def sentences(self):
        """What may be shown as a sentence without a name, newest round first; never in order of answering."""
        return self.filter(shared=Shared.EVERYONE).order_by("-round__half", "words")


class HeardAnswer(models.Model):
    """One answer with its own yes. Taking it back deletes it."""

    round = models.ForeignKey(HeardRound, models.PROTECT, related_name="answers")
    question = models.CharField(max_length=4, choices=HeardQuestion)
    words = models.TextField()
    shared = models.CharField(max_length=8, choices=Shared, default=Shared.HOSTS)
    given_on = models.DateField(default=today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    objects = HeardAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["round", "question", "words"]
        constraints = [
            models.UniqueConstraint(fields=["round", "by", "question"], name="one_answer_a_question"),
        ]

    def __str__(self):
        return self.get_question_display()
