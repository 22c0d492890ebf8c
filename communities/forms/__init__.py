"""Input turned into values, and how a field looks on a page."""

from communities.forms.communities import ClosePlaceForm, CommunityForm, PlaceForm, WordsForm
from communities.forms.look import FieldRenderer, SiteForm, SiteModelForm, dress
from communities.forms.people import CodeForm, InviteForm, InviteOfficialForm, NameForm, ShownForm, SignupForm

__all__ = [
    "ClosePlaceForm",
    "CodeForm",
    "CommunityForm",
    "FieldRenderer",
    "InviteForm",
    "InviteOfficialForm",
    "NameForm",
    "PlaceForm",
    "ShownForm",
    "SignupForm",
    "SiteForm",
    "SiteModelForm",
    "WordsForm",
    "dress",
]
