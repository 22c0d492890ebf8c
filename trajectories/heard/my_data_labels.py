"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.HeardAnswer": _("What I answered about being seen and heard"),
}
