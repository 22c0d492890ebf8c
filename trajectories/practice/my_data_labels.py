"""What rows about notes, circles and the craft are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "trajectories.MethodUse": _("Method cards I wrote about"),
    "trajectories.Reflection": _("My notes"),
    "trajectories.CircleMember": _("Circles I sit in"),
    "trajectories.CircleMeeting": _("What circles of builders write down"),
    "trajectories.LessonYes": _("Lessons I said yes to"),
    "trajectories.Craft": _("How I see my work"),
}
