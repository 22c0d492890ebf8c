"""What rows about consent are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Consent": _("What I allowed with my stories"),
}
