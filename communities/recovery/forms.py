"""Input about the way back in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm


class CodeForm(SiteForm):
    code = forms.CharField(
        label=_("Your code"), help_text=_("It stands on the paper or in the message you got."), max_length=40
    )

    def clean_code(self):
        return self.cleaned_data["code"].lower().replace(" ", "").replace("-", "")


class RecoveryCodeForm(SiteForm):
    email = forms.EmailField(
        label=_("The mail address of the account"),
        help_text=_("The old address, that this person can no longer read. Let them say it."),
    )
    known = forms.BooleanField(label=_("I know this person, and I am speaking with them now"))
