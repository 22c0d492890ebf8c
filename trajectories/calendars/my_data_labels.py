"""What rows about personal calendar addresses are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.CalendarAddress": _("Addresses of my calendar"),
}
