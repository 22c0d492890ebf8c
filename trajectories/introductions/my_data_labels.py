"""What rows about going along with somebody are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.WarmIntroduction": _("Going along"),
    "trajectories.IntroductionStep": _("Steps of going along"),
}
