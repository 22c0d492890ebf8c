"""Input for a voice beside figures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Community
from communities.site.autosave import clean_text
from communities.site.form_look import SiteForm


class VoiceForm(SiteForm):
    words = forms.CharField(
        label=_("What do you read in it?"),
        help_text=_("Your own words. Everyone can read this."),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        max_length=400,
    )
    pseudonym = forms.CharField(
        label=_("Which name stands under it?"),
        max_length=60,
        required=False,
        help_text=_("Feel free to make one up."),
    )
    community = forms.ModelChoiceField(label=_("For which community?"), queryset=Community.objects.none())

    def __init__(self, *args, communities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = communities
        self.fields["community"].empty_label = None

    def clean_words(self):
        return clean_text(self.cleaned_data["words"])

    def clean_pseudonym(self):
        return clean_text(self.cleaned_data["pseudonym"])
