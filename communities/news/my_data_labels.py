"""What rows about news and mail are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "communities.Notice": _("News for me"),
    "communities.Letter": _("Mail to me"),
    "communities.Silence": _("News I switched off"),
}
