"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Notice": _("News for me"),
    "communities.Letter": _("Mail to me"),
    "communities.Silence": _("News I switched off"),
}
