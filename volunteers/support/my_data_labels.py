"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "volunteers.SupportRequest": _("Support I asked for a group"),
    "volunteers.SupportReply": _("Answers about support I gave"),
}
