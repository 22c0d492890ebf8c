"""Support that waits for somebody, and support that hangs on an organisation."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communities.rights.reader import Reader
from communities.site.pages import NowItem
from volunteers.support.models import SupportRequest


def support_hanging_on(organisation):
    """Support that an organisation picked up, as far as everybody may know of it; no reader (P2)."""
    rows = SupportRequest.objects.visible_to(Reader()).filter(asked_of=organisation, state="picked_up")
    return rows.select_related("group__community")


def my_waiting(reader):
    """Requests for support that were put to the organisation I work for and are not answered yet."""
    rows = SupportRequest.objects.answerable_by(reader).filter(state="new").select_related("group")
    return [
        NowItem(
            row.asked_on,
            _("Asked on %(day)s") % {"day": date_format(row.asked_on, "j F")},
            _("%(group)s asks for: %(kind)s") % {"group": row.group, "kind": row.get_kind_display()},
            reverse("reply_support", args=[row.pk]),
        )
        for row in rows[:20]
    ]
