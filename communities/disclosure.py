"""Small numbers protect people (P10): a count of people is never shown where it could point at somebody."""

from django.conf import settings
from django.utils.translation import gettext as _


def crowd_in_words(count):
    """How many people came, without a number; nothing when nobody counted (2-domain.md, "Disclosure control")."""
    if count is None:
        return ""
    return _("a small group") if count < settings.SMALL_NUMBER else _("a larger group")
