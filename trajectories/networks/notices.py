"""Kinds of news about networks and what people bring."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.networks.models import SupportNetwork

KINDS = [
    Kind(
        key="look_back",
        label=gettext_lazy("A look back on what we agreed with a care team"),
        route="look_back",
        rows=SupportNetwork.objects.agreed_by,
        title=lambda row: _("A year later, how does it go: %(name)s") % {"name": row},
    ),
]
