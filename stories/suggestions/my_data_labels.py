"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Suggestion": _("Changes suggested to stories, by me or to me"),
}
