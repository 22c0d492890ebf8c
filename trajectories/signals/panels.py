"""Signals that wait for an answer, in words."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communities.models import Community
from communities.rights.reader import VISITOR
from communities.site.pages import NowItem
from trajectories.signals.models import Signal


def _signal_item(signal):
    office = signal.put_to
    if signal.is_overdue:
        since = date_format(signal.answer_due, "j F Y")
        title = _("No answer yet since %(since)s: %(title)s") % {"since": since, "title": signal.title}
    else:
        title = _("Waiting for an answer: %(title)s") % {"title": signal.title}
    asked = _("Asked of %(office)s. An answer is due by %(due)s.")
    sentence = asked % {"office": office, "due": date_format(signal.answer_due, "j F Y")}
    when = _("Since %(day)s") % {"day": date_format(signal.put_on, "j F")}
    return NowItem(signal.put_on, when, title, signal.get_absolute_url(), sentence)


def waiting_for_answer(municipality):
    """Every signal that waits for an answer in a municipality, in the order of asking; no reader (P2)."""
    here = Community.objects.visible_to(VISITOR).filter(municipality=municipality)
    rows = Signal.objects.visible_to(VISITOR).filter(community__in=here).waiting()
    return rows.select_related("community", "put_to__organisation")[:50]
