"""What can be reported of what is made together of stories."""

from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from stories.meaning.reads import BY_SLUG as TOGETHER

LABELS = {
    "observation": _("an observation"),
    "named_theme": _("a name over observations"),
    "reading_session": _("a reading session"),
    "story_report": _("a report about stories"),
    "change_round": _("a round about change"),
    "story_lesson": _("a lesson from a story"),
    "figure_reading": _("what was read in figures together"),
}


def _together(model):
    return Reportable(
        key=model.KIND,
        slug=model.SLUG,
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
