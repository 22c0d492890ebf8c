"""What rows about support are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "volunteers.SupportRequest": _("Support I asked for a group"),
    "volunteers.SupportReply": _("Answers about support I gave"),
}
