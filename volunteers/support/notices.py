"""Kinds of news about support."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Group
from communities.news.kinds import Kind
from volunteers.support.models import SupportRequest


def _own(reader):
    rows = SupportRequest.objects.visible_to(reader).filter(group__in=Group.objects.led_by(reader))
    return rows.filter(replies__isnull=False).distinct().select_related("group")


KINDS = [
    Kind(
        key="support",
        label=gettext_lazy("Support was asked of my organisation"),
        route="reply_support",
        rows=lambda reader: SupportRequest.objects.answerable_by(reader).select_related("group"),
        title=lambda row: _("%(group)s asks for support") % {"group": row.group},
    ),
    Kind(
        key="support_answer",
        label=gettext_lazy("An answer came to what my initiative asked"),
        route="group",
        field="group_id",
        rows=_own,
        title=lambda row: _("An answer about support for %(group)s") % {"group": row.group},
        soon=True,
    ),
]
