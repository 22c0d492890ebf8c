"""What rows about what readers say about a story are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Recognition": _("Stories that are also mine"),
    "stories.Pair": _("Stories I put beside mine"),
}
