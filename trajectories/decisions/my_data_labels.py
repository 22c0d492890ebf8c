"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.YearlyChange": _("What changed, where I said yes to the words"),
}
