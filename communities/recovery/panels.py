"""What waits for somebody about reports and ways back in, on their own page."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communities.moderation.models import Report, SetAside
from communities.recovery.models import RecoveryCode
from communities.site.pages import NowItem


def reports_waiting(reader):
    """What waits for me about things that are not right: to look at, as teller, or set aside of mine."""
    handled = Report.objects.visible_to(reader).open().select_related("community")
    items = [
        _report_item(row, _("Something is not right here"), row.get_absolute_url()) for row in handled[:20]
    ]
    for row in Report.objects.named_to(reader).open().select_related("community")[:20]:
        title = _("Somebody is named in what you wrote")
        items.append(_report_item(row, title, reverse("named", args=[row.pk])))
    for way in RecoveryCode.objects.to_confirm(reader).select_related("community")[:20]:
        when, title = date_format(way.made_at, "j F"), _("Is it right that somebody comes back in?")
        address = reverse("confirm_way_in", args=[way.pk])
        items.append(NowItem(way.made_at, when, title, address, str(way.community)))
    asides = SetAside.objects.visible_to(reader).in_force().exclude(report__in=handled.values("pk"))
    for aside in asides.select_related("report__community")[:20]:
        title = _("Something you wrote was set aside for two weeks")
        items.append(_report_item(aside.report, title, aside.get_absolute_url()))
    return items


def _report_item(row, title, address):
    when = date_format(row.opened_at, "j F")
    return NowItem(row.opened_at, when, title, address, str(row.community))
