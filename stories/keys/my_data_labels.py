"""What rows about the codes of stories are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.StoryKey": _("Stories without an account that I let in"),
}
