"""What rows about somebody are called on their own page."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.CallOwner": _("Story calls I own"),
    "stories.CallTrial": _("Story calls I tried"),
    "stories.StoryAnswer": _("What I said about my stories"),
}
