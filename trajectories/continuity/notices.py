"""Kinds of news about money that ends or is decided about."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Group
from communities.news.kinds import Kind
from communities.site.dates import today
from trajectories.continuity.models import Cliff


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
]
