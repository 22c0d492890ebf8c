"""Input turned into values, and how a field looks on a page."""

from communities.forms.codes import WayInForm
from communities.forms.communities import ClosePlaceForm, CommunityForm, PlaceForm, WordsForm, hours_as_lines
from communities.forms.look import FieldRenderer, SiteForm, SiteModelForm, dress
from communities.forms.people import (
    CodeForm,
    ExpertiseForm,
    InviteForm,
    InviteOfficialForm,
    NameForm,
    NewsForm,
    ShownForm,
    SignupForm,
)
from communities.forms.reports import ObjectionForm, ReasonForm, ReportForm

__all__ = [
    "ClosePlaceForm",
    "CodeForm",
    "ExpertiseForm",
    "CommunityForm",
    "FieldRenderer",
    "InviteForm",
    "InviteOfficialForm",
    "NameForm",
    "NewsForm",
    "ObjectionForm",
    "PlaceForm",
    "ReasonForm",
    "ReportForm",
    "ShownForm",
    "SignupForm",
    "SiteForm",
    "SiteModelForm",
    "WayInForm",
    "WordsForm",
    "dress",
    "hours_as_lines",
]
