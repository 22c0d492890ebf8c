"""Input with the code of a story, and on paper."""

import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm


class StoryKeyForm(SiteForm):
    code = forms.CharField(
        label=_("The code of your story"),
        help_text=_("28 letters and numbers. Capitals, spaces and dashes do not matter."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        return plain_code(self.cleaned_data["code"])


def plain_code(code):
    """As it was made, however it was typed from paper: with Arabic numbers too, or with marks of direction."""
    return "".join(str(unicodedata.digit(c, c)) for c in code.lower() if c.isalnum())
