"""Kinds of news about who does what and who takes part."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.models import Group, GroupMember
from communities.news.kinds import Kind
from communities.site.dates import today
from trajectories.roles.models import RoleAgreement


def _asked_at(reader):
    asking = GroupMember.objects.led_by(reader).asking()
    return Group.objects.led_by(reader).filter(pk__in=asking.values("group"))


def _to_review(reader):
    due = RoleAgreement.objects.visible_to(reader).active().filter(review_on__lte=today())
    return Group.objects.joined_by(reader).filter(pk__in=due.values("group"))


def _ended_at(reader):
    ended = {"members__user": reader.pk, "members__until__isnull": False}
    return Group.objects.visible_to(reader).filter(**ended).distinct()


KINDS = [
    Kind(
        key="taking_part",
        label=gettext_lazy("Somebody wants to take part in my group"),
        route="group_people",
        rows=_asked_at,
        title=lambda row: _("Somebody would like to take part in %(group)s") % {"group": row},
    ),
    Kind(
        key="part_ended",
        label=gettext_lazy("My part in a group ended"),
        route="group",
        rows=_ended_at,
        title=lambda row: _("Your part in %(group)s ended") % {"group": row},
        soon=True,
    ),
    Kind(
        key="in_group",
        label=gettext_lazy("I was welcomed in a group"),
        route="group",
        rows=Group.objects.joined_by,
        title=lambda row: _("You take part in %(group)s now") % {"group": row},
        soon=True,
    ),
    Kind(
        key="host",
        label=gettext_lazy("I was asked to be host of a group"),
        route="role_offer",
        rows=lambda reader: GroupMember.objects.offered_to(reader).select_related("group"),
        title=lambda row: _("Will you help carry %(group)s?") % {"group": row.group},
        soon=True,
    ),
    Kind(
        key="role",
        label=gettext_lazy("An agreement about who does what wants a new look"),
        route="agreements",
        rows=_to_review,
        title=lambda row: _("Who does what in %(group)s: is it still right?") % {"group": row},
    ),
]
