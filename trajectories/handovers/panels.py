"""Handovers that wait for somebody."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from communities.models import Office
from communities.site.dates import today
from communities.site.pages import NowItem
from trajectories.handovers.models import Handover


def _open_handovers(reader):
    rows = Handover.objects.visible_to(reader).filter(accepted_on=None)
    return rows.select_related("part__group", "posting__office__organisation")[:20]


def _handover_item(row):
    when = capfirst(row.state.label)
    return NowItem(
        row.shared_on or today(), when, _("Handover: %(what)s") % {"what": row}, row.get_absolute_url()
    )


def offices_to_hand_over(reader):
    """Departments for which this reader may write a letter to who comes after."""
    return Office.objects.handed_over_by(reader).select_related("organisation")
