"""Input about who does what, and people written down by name."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import GroupRole
from communities.site.dates import today
from communities.site.form_look import DateInput, SiteForm


class MemberForm(SiteForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Only your own group sees this name."),
    )
    role = forms.ChoiceField(label=_("What does this person do?"), choices=GroupRole.choices)
    expertise = forms.CharField(label=_("Knows a lot about"), max_length=200, required=False)
    agreed = forms.BooleanField(label=_("This person agreed to be written down here"))


class RoleAgreementForm(SiteForm):
    words = forms.CharField(
        label=_("Who does what?"),
        help_text=_("In one sentence, as you say it to each other."),
        max_length=240,
    )
    review_on = forms.DateField(label=_("When do you look at it again?"), widget=DateInput())

    def clean_review_on(self):
        day = self.cleaned_data["review_on"]
        if day <= today():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        if day > today() + timedelta(days=1830):
            raise forms.ValidationError(_("That is more than five years away. Is the year right?"))
        return day
