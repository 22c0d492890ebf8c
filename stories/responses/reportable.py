"""What can be reported of what readers say about a story."""

from django.utils.translation import gettext_lazy as _

from communities.moderation.kinds import Reportable, people
from stories.responses.models import Recognition

KINDS = [
    Reportable(
        key="recognition",
        slug="herkenning",
        label=_("what somebody recognises in a story"),
        rows=Recognition.objects.visible_to,
        everything=lambda: Recognition.objects.select_related("story__community"),
        authors=lambda row: people(row.by),
        words=lambda row: [row.words, row.pseudonym],
        back=lambda row: row.story.get_absolute_url(),
    ),
]
