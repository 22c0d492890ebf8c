"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.StoryKey": _("Stories without an account that I let in"),
}
