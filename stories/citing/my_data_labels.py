"""What rows about citing are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.StoryCitation": _("Where my sentences are used"),
}
