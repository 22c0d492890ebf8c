"""Input when a community begins, and its own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.membership.models import Community
from communities.site.form_look import SiteForm, SiteModelForm


class CommunityForm(SiteForm):
    name = forms.CharField(label=_("What is your community called?"), max_length=80)
    own_words = forms.CharField(
        label=_("What do you want with each other here?"),
        help_text=_("In your own words. You can also write this later, together."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )


class CommunityWordsForm(SiteModelForm):
    class Meta:
        model = Community
        fields = ["own_words", "own_words_by"]
