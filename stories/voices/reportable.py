"""What can be reported of voices beside figures."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from stories.voices.models import Voice

KINDS = [
    Reportable(
        key="voice",
        slug="stem",
        label=_("a voice beside figures"),
        rows=Voice.objects.visible_to,
        everything=Voice.objects.all,
        authors=lambda row: people(row.by),
        words=lambda row: [row.words, row.pseudonym],
        back=lambda row: reverse("area", args=[row.area_code]),
    ),
]
