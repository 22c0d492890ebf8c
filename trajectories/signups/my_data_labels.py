"""What rows about a place at a gathering are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.SignUp": _("Where I signed up"),
}
