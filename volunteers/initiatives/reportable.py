"""What can be reported of initiatives."""

from django.utils.translation import gettext_lazy as _

from communities.models import User
from communities.moderation.kinds import Reportable
from volunteers.initiatives.models import Initiative

KINDS = [
    Reportable(
        key="initiative",
        slug="initiatief",
        label=_("the words of an initiative"),
        rows=Initiative.objects.visible_to,
        everything=lambda: Initiative.objects.select_related("group__community"),
        authors=lambda row: list(User.objects.carrying(row.group)),
        words=lambda row: [row.group.title, row.group.own_words, row.can_ask, row.cannot_ask],
        back=lambda row: row.get_absolute_url(),
    ),
]
