"""What can be reported of meeting places."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable
from communities.places.models import MeetingPlace

KINDS = [
    Reportable(
        key="place",
        slug="plek",
        label=_("a meeting place"),
        rows=MeetingPlace.objects.visible_to,
        everything=MeetingPlace.objects.all,
        authors=lambda row: [],
        words=lambda row: [row.name, row.address, row.about, row.closed_why],
        back=lambda row: reverse("community", args=[row.community.slug]),
    ),
]
