"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Recognition": _("Stories that are also mine"),
    "stories.Pair": _("Stories I put beside mine"),
}
