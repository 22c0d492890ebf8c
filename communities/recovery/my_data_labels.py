"""What rows about codes of one person are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Card": _("The card I came in with"),
    "communities.RecoveryCode": _("Codes to come back in"),
}
