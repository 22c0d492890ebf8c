"""Asking people of a group, twice a year, whether they feel seen and heard (M8)."""

from datetime import timedelta

from django.db import transaction

from communities.models import Group, User
from communities.news.actions import notify
from communities.site.dates import half_of, today
from trajectories.heard.models import HeardAnswer, HeardQuestion, HeardRound
from trajectories.trajectory.models import PAUSED, Trajectory

TOGETHER_FOR = timedelta(days=90)


@transaction.atomic
def ask_seen_and_heard(now=None):
    """Every night: each group is asked once per half year, when it is together for three months.

    Groups that rest are left alone. A group that was asked already is skipped, however often this runs.
    """
    now = now or today()
    half = half_of(now)
    resting = Trajectory.objects.with_status().filter(status__in=PAUSED).values("group")
    groups = Group.objects.filter(started_on__lte=now - TOGETHER_FOR, community__opened_on__isnull=False)
    groups = groups.exclude(pk__in=resting).exclude(heard_rounds__half=half)
    made = []
    for group in groups.select_related("community"):
        asked = HeardRound.objects.create(group=group, half=half, asked_on=now)
        people = User.objects.living_and_taking_part_in(group)
        notify(by=None, people=people, kind="seen_and_heard", about=asked.pk, community=group.community)
        made.append(asked)
    return made


@transaction.atomic
def answer_heard(*, by, asked, answers):
    """Keep one's answers: `{question: (words, shared)}`. What was emptied is deleted."""
    for question, (words, shared) in answers.items():
        own = {"round": asked, "by": by, "question": HeardQuestion(question)}
        if words.strip():
            HeardAnswer.objects.update_or_create(
                **own, defaults={"words": words, "shared": shared, "given_on": today()}
            )
        else:
            HeardAnswer.objects.filter(**own).delete()


@transaction.atomic
def take_heard_back(*, by, asked):
    """Both answers are gone at once, everywhere; a number that was published stands until it may move."""
    HeardAnswer.objects.filter(round=asked, by=by).delete()
