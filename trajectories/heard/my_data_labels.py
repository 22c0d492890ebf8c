"""What rows about feeling seen and heard are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.HeardAnswer": _("What I answered about being seen and heard"),
}
