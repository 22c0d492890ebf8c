"""Input of who suggests a change."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.autosave import clean_text
from communities.site.form_look import SiteForm


class SuggestForm(SiteForm):
    words = forms.CharField(
        label=_("Which words?"), help_text=_("Exactly as they stand in the story."), max_length=200
    )
    instead = forms.CharField(
        label=_("What could stand there?"),
        help_text=_("Empty: leave them out."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.text = text

    def clean_words(self):
        words = clean_text(self.cleaned_data["words"])
        if words not in self.text:
            raise forms.ValidationError(_("These words do not stand in the story like this."))
        return words

    def clean_instead(self):
        return clean_text(self.cleaned_data["instead"])
