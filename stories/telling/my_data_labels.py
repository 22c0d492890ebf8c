"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Story": _("My stories"),
    "stories.Quote": _("Sentences that may be quoted"),
    "stories.StoryMedia": _("Sounds and pictures of my stories"),
}
