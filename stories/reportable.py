"""What residents tell can be reported, by whoever may read it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.reportable import Reportable, people
from stories.models import Recognition, Story, Voice
from stories.together import KINDS as TOGETHER

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
    Reportable(
        key="verhaal",
        label=_("a story"),
        rows=lambda reader: Story.objects.visible_to(reader).told(),
        everything=lambda: Story.objects.told(),
        authors=lambda row: people(row.teller or row.written_by),
        words=lambda row: [row.title, row.text, row.later, row.pseudonym],
        back=lambda row: row.get_absolute_url(),
        field="uuid",
    ),
    Reportable(
        key="stem",
        label=_("a voice beside figures"),
        rows=Voice.objects.visible_to,
        everything=Voice.objects.all,
        authors=lambda row: people(row.by),
        words=lambda row: [row.words, row.pseudonym],
        back=lambda row: reverse("area", args=[row.area_code]),
    ),
    Reportable(
        key="herkenning",
        label=_("what somebody recognises in a story"),
        rows=Recognition.objects.visible_to,
        everything=lambda: Recognition.objects.select_related("story__community"),
        authors=lambda row: people(row.by),
        words=lambda row: [row.words, row.pseudonym],
        back=lambda row: row.story.get_absolute_url(),
    ),
]
