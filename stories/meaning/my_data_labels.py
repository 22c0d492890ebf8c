"""What rows about what is made together of stories are called on the page with one's own data."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "stories.Observation": _("What I noticed in stories"),
    "stories.Interpretation": _("What I said it means"),
    "stories.NamedTheme": _("What I named together with others"),
    "stories.ReadingSession": _("Reading sessions I wrote down"),
    "stories.Reading": _("What I wrote beside figures with others"),
    "stories.StoryReport": _("Reports I began"),
    "stories.ChangeRound": _("Rounds about change that I began"),
    "stories.PanelMember": _("Panels I sit in"),
    "stories.StoryRef": _("Where my stories lie"),
    "stories.StoryLesson": _("Lessons from stories that I wrote down"),
}
