"""Kinds of news about citing."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from stories.citing.models import StoryCitation
from stories.telling.notices import _mine


def _cited(reader):
    return _mine(reader).filter(pk__in=StoryCitation.objects.readable_by(reader).values("quote__story"))


KINDS = [
    Kind(
        key="cited",
        label=gettext_lazy("A sentence from my story is used"),
        route="story",
        field="uuid",
        rows=_cited,
        title=lambda row: _("A sentence from your story is used. Look where."),
    ),
]
