"""Using method cards, noting for oneself, learning in a circle, and saying how one sees the craft (S2, S5)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from communities.site.dates import today
from trajectories.practice.models import (
    Circle,
    CircleMeeting,
    CircleMember,
    Craft,
    Lesson,
    LessonYes,
    MethodUse,
    Reflection,
)


@transaction.atomic
def use_method(*, by, gathering, card, otherwise):
    """This card was used, and this is what we would do otherwise; writing it again replaces the words."""
    MethodUse.objects.update_or_create(
        gathering=gathering, card=card, defaults={"otherwise": otherwise, "written_by": by}
    )


@transaction.atomic
def reflect(*, by, prompt, words):
    """A note for oneself."""
    return Reflection.objects.create(by=by, prompt=prompt, words=words)


@transaction.atomic
def throw_away_reflection(*, by, reflection):
    """A note of one's own goes."""
    reflection.delete()


@transaction.atomic
def begin_circle(*, by, title, rhythm):
    """A builder begins a circle and sits in it."""
    circle = Circle.objects.create(title=title, rhythm=rhythm)
    CircleMember.objects.create(circle=circle, user=by, since=today())
    return circle


@transaction.atomic
def ask_a_seat(*, by, circle):
    """With the code of the circle a builder asks for a seat; somebody inside says yes.

    `ValidationError` when this builder has a seat, or asked for one.
    """
    if CircleMember.objects.filter(circle=circle, user=by, until=None).exists():
        raise ValidationError(_("You sit in this circle already, or wait for a yes."))
    CircleMember.objects.create(circle=circle, user=by)


@transaction.atomic
def give_a_seat(*, by, seat):
    """Somebody inside says yes."""
    seat.since = today()
    seat.save(update_fields=["since"])


@transaction.atomic
def leave_circle(*, by, circle):
    """The seat ends today; the notes stay among who sits in the circle."""
    CircleMember.objects.filter(circle=circle, user=by, since=None).delete()
    CircleMember.objects.filter(circle=circle, user=by, until=None).update(until=today())


@transaction.atomic
def write_meeting(*, by, circle, on, notes, present):
    """Keep what the circle wants to keep, and who was there: their yes is needed for a lesson.

    Once a lesson was proposed nobody is struck off any more, so that no yes can be got round.
    """
    meeting, _made = CircleMeeting.objects.update_or_create(circle=circle, on=on, defaults={"notes": notes})
    if meeting.lessons.exists():
        meeting.present.add(*present)
    else:
        meeting.present.set(present)
    return meeting


@transaction.atomic
def propose_lesson(*, by, meeting, words):
    """Somebody inside would like to carry a lesson out; it leaves only with everybody's yes."""
    return Lesson.objects.create(meeting=meeting, words=words)


@transaction.atomic
def agree_lesson(*, by, lesson):
    """My yes. With the last yes of who was present the lesson leaves the circle, without a name.

    `ValidationError` for anybody who was not there.
    """
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    seats = lesson.meeting.present
    mine = seats.filter(user=by).first()
    if mine is None:
        raise ValidationError(_("Only who was there says yes to this lesson."))
    LessonYes.objects.get_or_create(lesson=lesson, member=mine)
    if seats.exclude(pk__in=lesson.yeses.values("member")).exists():
        return lesson
    lesson.carried_out_on = today()
    lesson.save(update_fields=["carried_out_on"])
    return lesson


@transaction.atomic
def keep_lesson_inside(*, by, lesson):
    """One no, also afterwards, and the lesson is gone outside and inside. No reason is asked."""
    lesson.delete()


@transaction.atomic
def write_craft(*, by, words):
    """How I see my work; emptied, it is gone."""
    if not words.strip():
        Craft.objects.filter(by=by).delete()
        return
    Craft.objects.update_or_create(by=by, defaults={"words": words, "written_on": today()})
