"""What rows about story calls are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.CallOwner": _("Story calls I own"),
    "stories.CallTrial": _("Story calls I tried"),
    "stories.StoryAnswer": _("What I said about my stories"),
}
