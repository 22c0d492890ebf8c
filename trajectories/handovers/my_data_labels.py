"""What rows about handing over are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.Handover": _("Letters for who comes after me"),
}
