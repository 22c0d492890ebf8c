"""Kinds of news about gatherings that were planned, moved or cancelled."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.gatherings.models import Gathering

KINDS = [
    Kind(
        key="gathering",
        label=gettext_lazy("I am invited to a gathering of my group"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("New gathering: %(title)s") % {"title": row},
    ),
    Kind(
        key="moved",
        label=gettext_lazy("A gathering of my group was moved"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("Moved to another moment: %(title)s") % {"title": row},
    ),
    Kind(
        key="cancelled",
        label=gettext_lazy("A gathering of my group does not take place"),
        route="gathering",
        rows=Gathering.objects.visible_to,
        title=lambda row: _("Does not take place: %(title)s") % {"title": row},
    ),
]
