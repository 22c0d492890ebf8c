"""Input about the way back in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forms.look import SiteForm


class WayInForm(SiteForm):
    email = forms.EmailField(
        label=_("The mail address of the account"),
        help_text=_("The old address, that this person can no longer read. Let them say it."),
    )
    known = forms.BooleanField(label=_("I know this person, and I am speaking with them now"))
