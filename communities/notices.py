"""What a notice may be about. Each app lists its kinds in its own `notices.py`; config gathers them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Community, Duty, Group, Organisation, Report, SetAside, WayIn


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


def _over(reader):
    return SetAside.objects.visible_to(reader).exclude(pk__in=SetAside.objects.in_force().values("pk"))


def _at_my_desk(reader):
    duties = Duty.objects.filter(until=None, organisation__in=Organisation.objects.worked_for_by(reader))
    return Group.objects.visible_to(reader).filter(pk__in=duties.values("group"))


KINDS = [
    Kind(
        key="report",
        label=gettext_lazy("Somebody says that something is not right"),
        route="handle_report",
        rows=lambda reader: Report.objects.visible_to(reader).standing().select_related("community"),
        title=lambda row: _("Something is not right in %(name)s") % {"name": row.community},
    ),
    Kind(
        key="named",
        label=gettext_lazy("Somebody is named in what I wrote"),
        route="named",
        rows=lambda reader: Report.objects.named_to(reader).standing(),
        title=lambda row: _("Somebody is named in what you wrote"),
    ),
    Kind(
        key="set_aside",
        label=gettext_lazy("Something I wrote was set aside"),
        route="set_aside",
        rows=lambda reader: SetAside.objects.visible_to(reader).in_force(),
        title=lambda row: _("Something you wrote was set aside for two weeks"),
    ),
    Kind(
        key="objection",
        label=gettext_lazy("Somebody does not agree with setting aside"),
        route="set_aside",
        rows=SetAside.objects.visible_to,
        title=lambda row: _("Who wrote it does not agree: read why"),
    ),
    Kind(
        key="came_back",
        label=gettext_lazy("Something that was set aside came back"),
        route="set_aside",
        rows=_over,
        title=lambda row: _("What was set aside is back"),
    ),
    Kind(
        key="stays_away",
        label=gettext_lazy("Something that was set aside stays away"),
        route="set_aside",
        rows=lambda reader: SetAside.objects.visible_to(reader).filter(stays_away_at__isnull=False),
        title=lambda row: _("What was set aside stays away"),
    ),
    Kind(
        key="way_in",
        label=gettext_lazy("Somebody made a code to my account"),
        route="own_way_in",
        rows=lambda reader: WayIn.objects.open().filter(user=reader.pk),
        title=lambda row: _("Somebody made a code with which one comes into your account"),
    ),
    Kind(
        key="way_in_asked",
        label=gettext_lazy("Somebody asks me to confirm a code"),
        route="confirm_way_in",
        rows=WayIn.objects.to_confirm,
        title=lambda row: _("Is it right that somebody comes back in?"),
    ),
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
