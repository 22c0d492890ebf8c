"""Kinds of news about signals and answers."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from trajectories.signals.models import Signal


def _answered(reader):
    return Signal.objects.visible_to(reader).filter(answers__isnull=False).distinct()


KINDS = [
    Kind(
        key="signal",
        label=gettext_lazy("Something was asked of my department"),
        route="signal",
        rows=Signal.objects.answerable_by,
        title=lambda row: _("An answer is asked: %(title)s") % {"title": row},
    ),
    Kind(
        key="answer",
        label=gettext_lazy("An answer came to what my group asked"),
        route="signal",
        rows=_answered,
        title=lambda row: _("An answer came: %(title)s") % {"title": row},
        soon=True,
    ),
]
