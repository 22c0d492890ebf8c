"""Kinds of news about going along with somebody."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.introductions.models import WarmIntroduction

KINDS = [
    Kind(
        key="introduction",
        label=gettext_lazy("Somebody goes along with me, or with somebody to me"),
        route="introduction",
        rows=WarmIntroduction.objects.visible_to,
        title=lambda row: _("Somebody goes along: look together"),
    ),
    Kind(
        key="did_it_help",
        label=gettext_lazy("Whether going along helped"),
        route="did_it_help",
        rows=WarmIntroduction.objects.editable_by,
        title=lambda row: _("Did going along help?"),
    ),
]
