"""Kinds of news about a community as a whole."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.membership.models import Community
from communities.news.kinds import Kind

KINDS = [
    Kind(
        key="divided",
        label=gettext_lazy("The neighbourhoods of my community were drawn anew"),
        route="community_areas",
        field="slug",
        rows=lambda reader: Community.objects.hosted_by(reader).with_old_areas(),
        title=lambda row: _("Which neighbourhoods does %(name)s live in now?") % {"name": row},
    ),
]
