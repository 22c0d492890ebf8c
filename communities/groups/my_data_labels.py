"""What rows about who is in a group are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.GroupMember": _("Groups I take part in"),
}
