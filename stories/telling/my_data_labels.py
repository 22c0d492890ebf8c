"""What rows about stories are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Story": _("My stories"),
    "stories.Quote": _("Sentences that may be quoted"),
    "stories.StoryMedia": _("Sounds and pictures of my stories"),
}
