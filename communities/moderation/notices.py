"""Kinds of news about what is not right and was set aside."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.moderation.models import Report, SetAside
from communities.news.kinds import Kind


def _over(reader):
    return SetAside.objects.visible_to(reader).over()


KINDS = [
    Kind(
        key="report",
        label=gettext_lazy("Somebody says that something is not right"),
        route="handle_report",
        rows=lambda reader: Report.objects.visible_to(reader).open().select_related("community"),
        title=lambda row: _("Something is not right in %(name)s") % {"name": row.community},
    ),
    Kind(
        key="named",
        label=gettext_lazy("Somebody is named in what I wrote"),
        route="named",
        rows=lambda reader: Report.objects.named_to(reader).open(),
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
]
