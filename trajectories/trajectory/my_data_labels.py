"""What rows about trajectories are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.StatusChange": _("Steps of trajectories I wrote down"),
}
