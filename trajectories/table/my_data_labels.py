"""What rows about harvests are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.Harvest": _("Harvests I wrote down"),
}
