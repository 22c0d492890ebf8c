"""What rows about gatherings are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.Gathering": _("Gatherings I planned"),
}
