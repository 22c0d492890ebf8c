"""What rows about signals and answers are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.Signal": _("Questions I wrote down for a group"),
    "trajectories.Answer": _("Answers I gave"),
}
