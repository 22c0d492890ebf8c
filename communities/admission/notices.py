"""Kinds of news about who wants to come in."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.membership.models import Community
from communities.news.kinds import Kind


def _knocked_at(reader):
    hosted = Community.objects.hosted_by(reader)
    return hosted.filter(memberships__since=None, memberships__until=None).distinct()


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
        soon=True,
    ),
]
