"""What can be reported of signals and answers."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from trajectories.signals.models import Answer, Signal

KINDS = [
    Reportable(
        key="signal",
        slug="signaal",
        label=_("a signal"),
        rows=Signal.objects.visible_to,
        everything=Signal.objects.all,
        authors=lambda row: people(row.created_by),
        words=lambda row: [row.title, row.words],
        back=lambda row: row.get_absolute_url(),
    ),
    Reportable(
        key="answer",
        slug="antwoord",
        label=_("an answer"),
        rows=Answer.objects.visible_to,
        everything=lambda: Answer.objects.select_related("signal__community"),
        authors=lambda row: people(row.by),
        words=lambda row: [row.words],
        back=lambda row: reverse("signal", args=[row.signal_id]),
    ),
]
