"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Membership": _("Where I belong"),
    "communities.Invitation": _("Codes I made"),
}
