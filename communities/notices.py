"""What a notice may be about. Each app lists its kinds in its own `notices.py`; config gathers them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Community, Duty, Group, Organisation


@dataclass(frozen=True)
class Kind:
    """One kind of news that somebody can switch off.

    `rows(reader)` are the rows this reader may see now: it starts from a visibility rule, so a notice
    about something that was taken back or closed shows nothing. `title(row)` is the line people read.
    """

    key: str
    label: str
    route: str
    rows: Callable
    title: Callable
    field: str = "pk"

    def address(self, about):
        """Where the notice leads: a page with buttons; nothing happens by opening it."""
        return reverse(self.route, args=[about])

    def look(self, reader, keys):
        """The title per key, for those rows this reader may see now."""
        found = self.rows(reader).filter(**{f"{self.field}__in": keys})
        return {str(getattr(row, self.field)): self.title(row) for row in found}


def _knocked_at(reader):
    hosted = Community.objects.hosted_by(reader)
    return hosted.filter(memberships__since=None, memberships__until=None).distinct()


def _at_my_desk(reader):
    duties = Duty.objects.filter(until=None, organisation__in=Organisation.objects.worked_for_by(reader))
    return Group.objects.visible_to(reader).filter(pk__in=duties.values("group"))


KINDS = [
    Kind(
        key="knocking",
        label=gettext_lazy("Somebody wants to join my community"),
        route="pending",
        field="slug",
        rows=_knocked_at,
        title=lambda row: _("Somebody would like to join %(name)s") % {"name": row},
    ),
    Kind(
        key="let_in",
        label=gettext_lazy("I was let in somewhere"),
        route="community",
        field="slug",
        rows=Community.objects.joined_by,
        title=lambda row: _("You belong to %(name)s now") % {"name": row},
    ),
    Kind(
        key="desk",
        label=gettext_lazy("Work of a colleague who left lies with my organisation"),
        route="group",
        rows=_at_my_desk,
        title=lambda row: _("This lies with your organisation now: %(name)s") % {"name": row},
    ),
]
