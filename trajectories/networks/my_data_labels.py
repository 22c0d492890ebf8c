"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.LookBack": _("What I wrote on how it went with a care team"),
    "trajectories.Asset": _("What I bring"),
}
