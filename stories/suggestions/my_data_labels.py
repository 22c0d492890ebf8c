"""What rows about changes that readers suggest are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Suggestion": _("Changes suggested to stories, by me or to me"),
}
