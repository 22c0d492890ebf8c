"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Consent": _("What I allowed with my stories"),
}
