"""Kinds of news about what falls to a desk."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.duties.models import Duty
from communities.groups.models import Group
from communities.news.kinds import Kind
from communities.organisations.models import Organisation


def _at_my_desk(reader):
    mine = Organisation.objects.worked_for_by(reader)
    duties = Duty.objects.visible_to(reader).filter(until=None, organisation__in=mine)
    return Group.objects.visible_to(reader).filter(pk__in=duties.values("group"))


KINDS = [
    Kind(
        key="desk",
        label=gettext_lazy("Work of a colleague who left lies with my organisation"),
        route="group",
        rows=_at_my_desk,
        title=lambda row: _("This lies with your organisation now: %(name)s") % {"name": row},
    ),
]
