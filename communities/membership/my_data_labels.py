"""What rows about communities and who belongs to them are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Membership": _("Where I belong"),
    "communities.Invitation": _("Codes I made"),
}
