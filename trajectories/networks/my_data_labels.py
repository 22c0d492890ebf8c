"""What rows about networks and what people bring are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.LookBack": _("What I wrote on how it went with a care team"),
    "trajectories.Asset": _("What I bring"),
}
