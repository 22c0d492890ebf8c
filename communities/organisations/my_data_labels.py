"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Posting": _("Posts I hold"),
    "communities.Appointment": _("Administration"),
}
