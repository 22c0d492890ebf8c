"""News about gatherings, harvests, signals and how a trajectory goes on."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.dates import today
from communities.models import Group
from communities.notices import Kind
from trajectories.models import Cliff, Gathering, Handover, Harvest, Signal, Trajectory


def _to_approve(reader):
    mine = Group.objects.joined_by(reader)
    rows = Harvest.objects.visible_to(reader).filter(approved_on=None, group__in=mine)
    return rows.select_related("gathering")


def _answered(reader):
    return Signal.objects.visible_to(reader).filter(answers__isnull=False).distinct()


def _ending(reader):
    warned = Cliff.objects.visible_to(reader).filter(day__gte=today())
    return Group.objects.visible_to(reader).filter(pk__in=warned.values("group"))


KINDS = [
    Kind(
        key="cliff",
        label=gettext_lazy("Money ends or a decision is due, in a year or sooner"),
        route="group",
        rows=_ending,
        title=lambda row: _("Money ends or is decided about: %(title)s") % {"title": row},
    ),
    Kind(
        key="handover",
        label=gettext_lazy("Somebody hands over to me or to my group"),
        route="handover",
        rows=lambda reader: Handover.objects.visible_to(reader).filter(shared_on__isnull=False),
        title=lambda row: _("A handover: %(title)s") % {"title": row},
    ),
    Kind(
        key="gathering",
        label=gettext_lazy("A gathering of my group was planned"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("New gathering: %(title)s") % {"title": row},
    ),
    Kind(
        key="harvest",
        label=gettext_lazy("A harvest of my group waits for a yes"),
        route="gathering",
        field="gathering_id",
        rows=_to_approve,
        title=lambda row: _("Read and say yes: %(title)s") % {"title": row},
    ),
    Kind(
        key="status",
        label=gettext_lazy("A trajectory of mine goes on in another way"),
        route="trajectory",
        rows=Trajectory.objects.visible_to,
        title=lambda row: _("How it goes on: %(title)s") % {"title": row},
    ),
    Kind(
        key="signal",
        label=gettext_lazy("Something was asked of my department"),
        route="signal",
        rows=Signal.objects.answerable_by,
        title=lambda row: _("An answer is asked: %(title)s") % {"title": row},
    ),
    Kind(
        key="answer",
        label=gettext_lazy("An answer came to what my group asked"),
        route="signal",
        rows=_answered,
        title=lambda row: _("An answer came: %(title)s") % {"title": row},
    ),
]
