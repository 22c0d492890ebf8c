"""Input about going along with somebody. There is no field for why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm
from trajectories.introductions.models import DOORS


class IntroductionForm(SiteForm):
    who = forms.ChoiceField(label=_("With whom do you go along?"), required=False)
    resident_name = forms.CharField(
        label=_("Or a name this person chose"),
        help_text=_("Any name will do. Only the three of you will see it."),
        max_length=80,
        required=False,
    )
    helper_name = forms.CharField(label=_("To whom?"), help_text=_("The name of the helper."), max_length=80)
    helper_organisation = forms.CharField(label=_("Where does the helper work?"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind of place is it?"), choices=DOORS)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [("", _("Somebody who is not in this list")), *people]

    def clean(self):
        data = super().clean()
        kind, _dash, key = data.pop("who", "").partition("-")
        if bool(kind) == bool(data.get("resident_name", "").strip()):
            raise forms.ValidationError(_("Choose somebody from the list, or write down a name."))
        data["account"] = int(key) if kind == "account" else None
        if kind == "name":
            data["resident_name"] = key
        return data


class HelperForm(SiteForm):
    email = forms.EmailField(
        label=_("Mail address of the helper"),
        help_text=_("If there is an account with this address, the helper reads along. We do not keep it."),
    )


class DidItHelpForm(SiteForm):
    words = forms.CharField(label=_("Did it help? In your own words"), widget=forms.Textarea, max_length=2000)
