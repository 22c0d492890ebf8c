"""What rows about what was decided and what changed are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.YearlyChange": _("What changed, where I said yes to the words"),
}
