"""What of trajectories can be reported."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import User
from communities.reportable import Reportable, people
from trajectories.models import Answer, Gathering, Harvest, Signal, Trajectory


def _gathering(row):
    return reverse("gathering", args=[row.pk])


KINDS = [
    Reportable(
        key="traject",
        label=_("the words of a trajectory"),
        rows=Trajectory.objects.visible_to,
        everything=lambda: Trajectory.objects.select_related("group__community"),
        authors=lambda row: list(User.objects.carrying(row.group)),
        words=lambda row: [row.group.title, row.group.own_words],
        back=lambda row: row.get_absolute_url(),
    ),
    Reportable(
        key="bijeenkomst",
        label=_("a gathering"),
        rows=Gathering.objects.visible_to,
        everything=Gathering.objects.all,
        authors=lambda row: people(row.created_by),
        words=lambda row: [row.start_question, row.title, row.needs],
        back=_gathering,
    ),
    Reportable(
        key="oogst",
        label=_("a harvest"),
        rows=Harvest.objects.visible_to,
        everything=Harvest.objects.all,
        authors=lambda row: people(row.written_by),
        words=lambda row: [row.told, row.insights, row.differences, row.what_next],
        back=lambda row: reverse("gathering", args=[row.gathering_id]),
    ),
    Reportable(
        key="signaal",
        label=_("a signal"),
        rows=Signal.objects.visible_to,
        everything=Signal.objects.all,
        authors=lambda row: people(row.created_by),
        words=lambda row: [row.title, row.words],
        back=lambda row: row.get_absolute_url(),
    ),
    Reportable(
        key="antwoord",
        label=_("an answer"),
        rows=Answer.objects.visible_to,
        everything=lambda: Answer.objects.select_related("signal__community"),
        authors=lambda row: people(row.by),
        words=lambda row: [row.words],
        back=lambda row: reverse("signal", args=[row.signal_id]),
    ),
]
