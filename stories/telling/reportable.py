"""What can be reported of stories."""

from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from stories.telling.derived import derive
from stories.telling.models.story import Story

KINDS = [
    Reportable(
        key="story",
        slug="verhaal",
        label=_("a story"),
        rows=lambda reader: Story.objects.visible_to(reader).told(),
        everything=lambda: Story.objects.told(),
        authors=lambda row: people(row.teller or row.written_by),
        words=lambda row: [row.title, row.text, row.later, row.pseudonym],
        back=lambda row: row.get_absolute_url(),
        field="uuid",
        derive=derive,
    ),
]
