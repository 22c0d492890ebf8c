"""Kinds of news about gatherings that were planned, moved or cancelled."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.gatherings.models import Gathering
from trajectories.gatherings.moments import moment_of


def _seen(reader):
    return Gathering.objects.visible_to(reader).with_place()


def _taking_place(reader):
    return _seen(reader).filter(cancelled_on=None)


KINDS = [
    Kind(
        key="gathering",
        label=gettext_lazy("I am invited to a gathering of my group"),
        route="gathering",
        rows=_taking_place,
        title=lambda row: _("New gathering: %(title)s") % {"title": row},
        soon=True,
        moment=moment_of,
    ),
    Kind(
        key="moved",
        label=gettext_lazy("A gathering of my group was moved"),
        route="gathering",
        rows=_taking_place,
        title=lambda row: _("Moved to another moment: %(title)s") % {"title": row},
        soon=True,
        moment=moment_of,
    ),
    Kind(
        key="changed",
        label=gettext_lazy("Something else changes about a gathering of my group"),
        route="gathering",
        rows=_taking_place,
        title=lambda row: _("Something changed: %(title)s") % {"title": row},
        soon=True,
        moment=moment_of,
    ),
    Kind(
        key="cancelled",
        label=gettext_lazy("A gathering of my group does not take place"),
        route="gathering",
        rows=lambda reader: _seen(reader).filter(cancelled_on__isnull=False),
        title=lambda row: _("Does not take place: %(title)s") % {"title": row},
        soon=True,
        moment=moment_of,
    ),
]
