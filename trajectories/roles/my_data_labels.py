"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.RoleAgreement": _("Agreements I wrote down"),
}
