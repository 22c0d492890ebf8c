"""Kinds of news about what is made together of stories."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.news.kinds import Kind
from stories.meaning.models.observations import Observation
from stories.meaning.models.rounds import ChangeRound

KINDS = [
    Kind(
        key="interpreted",
        label=gettext_lazy("Somebody says what my observation means"),
        route="observation",
        rows=Observation.objects.visible_to,
        title=lambda row: _("Somebody says what your observation means"),
    ),
    Kind(
        key="told_back",
        label=gettext_lazy("A round in which I offered a story is over"),
        route="change_round",
        rows=lambda reader: ChangeRound.objects.visible_to(reader).filter(closed_on__isnull=False),
        title=lambda row: _("What came of the stories in %(round)s") % {"round": row},
    ),
]
