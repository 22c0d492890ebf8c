"""What can be reported of gatherings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from trajectories.gatherings.models import Gathering


def _gathering(row):
    return reverse("gathering", args=[row.pk])


def _words(row):
    """Everything people wrote about it: who looks at a report reads what was reported."""
    asked = [row.start_question, row.title, row.method, row.place_text]
    return [*asked, row.needs, row.interpreter, row.cancelled_why]


KINDS = [
    Reportable(
        key="gathering",
        slug="bijeenkomst",
        label=_("a gathering"),
        rows=Gathering.objects.visible_to,
        everything=Gathering.objects.all,
        authors=lambda row: people(row.created_by),
        words=_words,
        back=_gathering,
    ),
]
