"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.Signal": _("Questions I wrote down for a group"),
    "trajectories.Answer": _("Answers I gave"),
}
