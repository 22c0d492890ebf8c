"""What trajectories bring to shared pages."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communities.models import GroupMember
from communities.site.dates import today
from communities.site.pages import NowItem, Panel
from trajectories.continuity.timeline import draw
from trajectories.decisions.panels import _changes_to_agree
from trajectories.gatherings.models import Gathering
from trajectories.gatherings.panels import SOON, _gathering_item, this_morning
from trajectories.handovers.panels import _handover_item, _open_handovers
from trajectories.signals.models import Signal
from trajectories.signals.panels import _signal_item
from trajectories.table.models import Harvest
from trajectories.trajectory.models import Trajectory


def now_items(reader, communities):
    """What is going on in these communities: what comes, and what still waits for an answer."""
    coming = Gathering.objects.visible_to(reader).filter(
        community__in=communities, starts_at__gte=this_morning()
    )
    items = [_gathering_item(row) for row in coming.select_related("place", "group")[:SOON]]
    waiting = Signal.objects.visible_to(reader).filter(community__in=communities).waiting()
    items += [_signal_item(row) for row in waiting.select_related("put_to__organisation")[:SOON]]
    return items


def road_panel(community, reader):
    """The long road: the trajectory that is on its way longest is drawn, the others are linked.

    Longest on its way is a place in time, not a rank; the others follow the alphabet (P4).
    """
    rows = Trajectory.objects.visible_to(reader).filter(group__community=community).with_status()
    rows = list(rows.select_related("group__community").order_by("group__started_on", "pk"))
    if not rows:
        return None
    first = next((row for row in rows if row.status not in {"resting", "rounded_off"}), rows[0])
    others = sorted((row for row in rows if row != first), key=lambda row: row.group.title)
    values = {"trajectory": first, "picture": draw(first), "others": others}
    return Panel("weg", _("The long road"), "trajectories/pages/road_panel.html", values)


def my_waiting(reader):
    """What waits for me: signals put to my office, and harvests of my groups that ask for a yes."""
    asked = Signal.objects.answerable_by(reader).waiting().select_related("community")
    items = [
        NowItem(
            row.put_on,
            _("Answer due by %(due)s") % {"due": date_format(row.answer_due, "j F Y")},
            row.title,
            row.get_absolute_url(),
            str(row.community),
        )
        for row in asked[:20]
    ]
    for offer in GroupMember.objects.offered_to(reader).select_related("group"):
        title = _("Will you help carry %(group)s?") % {"group": offer.group}
        items.append(NowItem(today(), _("You were asked"), title, reverse("role_offer", args=[offer.pk])))
    rows = Harvest.objects.visible_to(reader).to_agree_by(reader)
    rows = rows.exclude(approved_by_resident=reader.pk).exclude(approved_by_other=reader.pk)
    for row in rows.select_related("gathering", "group")[:20]:
        url = reverse("gathering", args=[row.gathering_id])
        when = _("Read and say yes")
        items.append(NowItem(row.gathering.starts_at.date(), when, str(row.gathering), url, row.group.title))
    items += [_handover_item(row) for row in _open_handovers(reader)]
    return items + _changes_to_agree(reader)
