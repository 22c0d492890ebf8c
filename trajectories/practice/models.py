"""Room to learn: cards that were used, private notes, circles of builders, and the view of one's craft (S2, S5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.membership.models import new_code
from communities.models import Appointment, Membership, MembershipRole, Posting
from communities.rights.reader import PublicQuerySet, VisibleQuerySet
from communities.site.dates import Dated, DatedQuerySet, ends_after_it_starts, holds, today
from trajectories.gatherings.models import Gathering


class MethodUseQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Seen with its gathering."""
        return self.filter(gathering__in=Gathering.objects.visible_to(reader))

    def editable_by(self, reader):
        return self.filter(gathering__in=Gathering.objects.editable_by(reader))


class MethodUse(models.Model):
    """A method card that was used at a gathering, and what we would do otherwise next time (S5)."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="methods_used")
    card = models.SlugField(_("method card"), max_length=40)
    otherwise = models.TextField(_("what we would do otherwise"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = MethodUseQuerySet.as_manager()

    class Meta:
        ordering = ["-gathering__starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["gathering", "card"], name="one_use_per_card_and_gathering"),
        ]
        indexes = [models.Index(fields=["card"])]

    def __str__(self):
        return self.card


class ReflectionQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who wrote it, and nobody else, by no page whatsoever (S2)."""
        return self.filter(by=reader.pk) if reader.is_known and not reader.as_municipality else self.none()

    def editable_by(self, reader):
        return self.visible_to(reader)


class Reflection(models.Model):
    """A private note with a prompt."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reflections")
    on = models.DateField(default=today)
    prompt = models.CharField(_("question"), max_length=160, blank=True)
    words = models.TextField(_("your note"))

    objects = ReflectionQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self):
        return str(self.on)


def _builds_freely(user):
    """A builder today, without a post at a body and without an appointment; `user` is a key or OuterRef."""
    building = Membership.objects.current().filter(user=user, role=MembershipRole.BUILDER)
    posted = Posting.objects.current().filter(user=user)
    appointed = Appointment.objects.current().filter(user=user)
    return Q(models.Exists(building), ~models.Exists(posted), ~models.Exists(appointed))


class CircleQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Everybody may know that a circle exists and how often it meets; its notes are another matter."""
        return self.all()

    def joined_by(self, reader):
        """Where the reader sits in the circle today, as a builder, and holds no post and no appointment.

        Managers, officials and administrators read nothing here, also when they once sat in it (S2).
        """
        mine = CircleMember.objects.current().filter(user=reader.pk)
        return self.open_to(reader).filter(pk__in=mine.values("circle"))

    def open_to(self, reader):
        """Where the reader may ask a seat: builders today, without a post and without an appointment."""
        if not reader.is_known or reader.as_municipality:
            return self.none()
        return self.filter(_builds_freely(reader.pk))

    def editable_by(self, reader):
        return self.joined_by(reader)


class Circle(models.Model):
    """Builders who learn from each other. What is said stays inside; only its rhythm is seen (S2)."""

    title = models.CharField(_("name"), max_length=80)
    rhythm = models.CharField(_("how often"), max_length=120)
    code = models.CharField(max_length=24, unique=True, default=new_code, editable=False)
    started_on = models.DateField(default=today)

    objects = CircleQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("circle", args=[self.pk])

    @property
    def last_met(self):
        """The day of the newest meeting: its rhythm may be seen by everybody, its content may not."""
        return self.meetings.aggregate(last=models.Max("on"))["last"]


class OfCircleQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Inside the circle only."""
        return self.filter(circle__in=Circle.objects.joined_by(reader))


class CircleMemberQuerySet(DatedQuerySet, OfCircleQuerySet):
    """Who sits in the circle is known inside it only."""

    def sitting(self):
        """Who sits in it now; a seat counts for nothing while somebody holds a post."""
        return self.current().filter(_builds_freely(models.OuterRef("user")))

    def waiting(self):
        """Who typed the code and waits for a yes from inside."""
        return self.filter(since__isnull=True, until__isnull=True)


class CircleMember(Dated):
    """A builder's seat. One without `since` waits for a yes."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="circle_seats")
    since = models.DateField(null=True, blank=True)

    objects = CircleMemberQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            ends_after_it_starts("circle_member"),
            models.UniqueConstraint(
                fields=["circle", "user"], condition=Q(until__isnull=True), name="one_seat_in_a_circle"
            ),
        ]

    def __str__(self):
        return str(self.circle)


class CircleMeeting(models.Model):
    """One meeting of the circle: the notes, and who was there."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="meetings")
    on = models.DateField(_("day"))
    notes = models.TextField(_("what we want to keep, among ourselves"), blank=True)
    present = models.ManyToManyField(CircleMember, related_name="meetings")

    objects = OfCircleQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["circle", "on"], name="one_meeting_a_day")]

    def __str__(self):
        return str(self.on)


class LessonQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Inside the circle; for everybody once all who were present said yes."""
        inside = Q(meeting__circle__in=Circle.objects.joined_by(reader))
        return self.filter(inside | Q(carried_out_on__isnull=False))


class Lesson(models.Model):
    """What may leave the circle: only with a yes of everybody who was there, and without a name."""

    meeting = models.ForeignKey(CircleMeeting, models.CASCADE, related_name="lessons")
    words = models.TextField(_("the lesson"))
    carried_out_on = models.DateField(null=True, blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__on", "-pk"]

    def __str__(self):
        return str(self.meeting)


class LessonYesQuerySet(VisibleQuerySet):
    def visible_to(self, reader):
        """Who did not say yes is visible to nobody: one sees one's own yes only (docs/principles.md rule 2)."""
        return self.filter(member__user=reader.pk) if reader.is_known else self.none()


class LessonYes(models.Model):
    """One person's yes to a lesson."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="yeses")
    member = models.ForeignKey(CircleMember, models.CASCADE, related_name="+")
    on = models.DateField(default=today)

    objects = LessonYesQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lesson", "member"], name="one_yes_per_lesson")]

    def __str__(self):
        return str(self.lesson)


class CraftQuerySet(PublicQuerySet):
    """A builder's view of the craft is public as soon as it is written; emptying it deletes it."""

    def visible_to(self, reader):
        """While somebody is a builder somewhere; one's own always."""
        building = Membership.objects.filter(role=MembershipRole.BUILDER, user=models.OuterRef("by"))
        return self.filter(models.Exists(building.filter(holds()))) | self.filter(by=reader.pk)

    def editable_by(self, reader):
        return self.filter(by=reader.pk) if reader.is_known else self.none()


class Craft(models.Model):
    """How a builder sees the work, in own words (S5)."""

    by = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="craft")
    words = models.TextField(_("how I see my work"))
    written_on = models.DateField(default=today)

    objects = CraftQuerySet.as_manager()

    def __str__(self):
        return str(self.written_on)
