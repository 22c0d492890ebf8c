"""What rows about voices beside figures are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Voice": _("What I said beside figures"),
}
