"""What can be reported of what is made together of stories."""

from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from stories.meaning.reads import KINDS as TOGETHER

LABELS = {
    "waarneming": _("an observation"),
    "bundel": _("a name over observations"),
    "sessie": _("a reading session"),
    "verslag": _("a report about stories"),
    "ronde": _("a round about change"),
    "les": _("a lesson from a story"),
    "duiding": _("what was read in figures together"),
}


def _together(model):
    return Reportable(
        key=model.KIND,
        label=LABELS[model.KIND],
        rows=model.objects.visible_to,
        everything=model.objects.all,
        authors=lambda row: people(row.written_by),
        words=lambda row: [getattr(row, name) for name in row.WORDS],
        back=lambda row: row.get_absolute_url(),
    )


KINDS = [
    *map(_together, TOGETHER.values()),
]
