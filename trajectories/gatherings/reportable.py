"""What can be reported of gatherings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from trajectories.gatherings.models import Gathering


def _gathering(row):
    return reverse("gathering", args=[row.pk])


KINDS = [
    Reportable(
        key="gathering",
        slug="bijeenkomst",
        label=_("a gathering"),
        rows=Gathering.objects.visible_to,
        everything=Gathering.objects.all,
        authors=lambda row: people(row.created_by),
        words=lambda row: [row.start_question, row.title, row.needs],
        back=_gathering,
    ),
]
