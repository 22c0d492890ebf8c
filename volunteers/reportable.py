"""What of initiatives can be reported."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import User
from communities.reportable import Reportable, people
from volunteers.models import Initiative, SupportRequest

KINDS = [
    Reportable(
        key="initiatief",
        label=_("the words of an initiative"),
        rows=Initiative.objects.visible_to,
        everything=lambda: Initiative.objects.select_related("group__community"),
        authors=lambda row: list(User.objects.carrying(row.group)),
        words=lambda row: [row.group.title, row.group.own_words, row.can_ask, row.cannot_ask],
        back=lambda row: row.get_absolute_url(),
    ),
    Reportable(
        key="steunvraag",
        label=_("a request for support"),
        rows=SupportRequest.objects.visible_to,
        everything=SupportRequest.objects.all,
        authors=lambda row: people(row.asked_by),
        words=lambda row: [row.words],
        back=lambda row: reverse("group", args=[row.group_id]),
    ),
]
