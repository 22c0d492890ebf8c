"""What can be reported of support."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from volunteers.support.models import SupportRequest

KINDS = [
    Reportable(
        key="support_request",
        slug="steunvraag",
        label=_("a request for support"),
        rows=SupportRequest.objects.visible_to,
        everything=SupportRequest.objects.all,
        authors=lambda row: people(row.asked_by),
        words=lambda row: [row.words],
        back=lambda row: reverse("group", args=[row.group_id]),
    ),
]
