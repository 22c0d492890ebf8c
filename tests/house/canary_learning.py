"""Canaries in what is learned: notes for oneself, circles, lessons, agreements and the craft."""

from django.utils import timezone

from trajectories.models import (
    Circle,
    CircleMeeting,
    CircleMember,
    Craft,
    Lesson,
    MethodUse,
    Reflection,
    RoleAgreement,
)


def plant_learning(cage, cast, gathering):
    """The builder learns in a circle; an official and an administrator with an old seat hear nothing."""
    today, builder = timezone.localdate(), cast.user("builder")
    for name in ("builder", "resident"):
        token = cage.token(f"notitie{name}", None, {name})
        asked = cage.token(f"notitievraag{name}", None, {name})
        Reflection.objects.create(by=cast.user(name), words=token, prompt=asked)
    Craft.objects.create(by=builder, words=cage.token("vak", 4, {"builder"}))
    circle = Circle.objects.create(title=cage.token("kring", 4), rhythm=cage.token("ritme", 4))
    seat = CircleMember.objects.create(circle=circle, user=builder, since=today)
    for name in ("official", "administrator"):
        CircleMember.objects.create(circle=circle, user=cast.user(name), since=today)
    together = {"owners": {"builder"}, "stays_because": "learned by the circle together"}
    met = CircleMeeting.objects.create(
        circle=circle, on=today, notes=cage.token("kringnotitie", None, **together)
    )
    met.present.set([seat])
    Lesson.objects.create(meeting=met, words=cage.token("lesbinnen", None, **together))
    Lesson.objects.create(meeting=met, words=cage.token("lesbuiten", 4), carried_out_on=today)
    RoleAgreement.objects.create(
        group=cast.group, words=cage.token("afspraak", 1, in_group=True), review_on=today
    )
    MethodUse.objects.create(
        gathering=gathering, card="samen-koken", otherwise=cage.token("anders", 4), written_by=builder
    )
