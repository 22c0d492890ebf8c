"""What rows about who does what and who takes part are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.RoleAgreement": _("Agreements I wrote down"),
}
