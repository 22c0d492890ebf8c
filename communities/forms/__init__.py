"""Input turned into values, and how a field looks on a page."""

from communities.forms.communities import ClosePlaceForm, CommunityForm, PlaceForm, WordsForm, hours_as_lines
from communities.forms.look import FieldRenderer, SiteForm, SiteModelForm, dress
from communities.forms.people import (
    CodeForm,
    InviteForm,
    InviteOfficialForm,
    NameForm,
    NewsForm,
    ShownForm,
    SignupForm,
)

__all__ = [
    "ClosePlaceForm",
    "CodeForm",
    "CommunityForm",
    "FieldRenderer",
    "InviteForm",
    "InviteOfficialForm",
    "NameForm",
    "NewsForm",
    "PlaceForm",
    "ShownForm",
    "SignupForm",
    "SiteForm",
    "SiteModelForm",
    "WordsForm",
    "dress",
    "hours_as_lines",
]
