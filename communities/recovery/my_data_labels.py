"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Card": _("The card I came in with"),
    "communities.RecoveryCode": _("Codes to come back in"),
}
