"""Input about one's own name and what one knows about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.accounts.models import User
from communities.rights.names import NameVisibility
from communities.site.form_look import SiteForm, SiteModelForm


class NameForm(SiteModelForm):
    class Meta:
        model = User
        fields = ["display_name", "language"]
        labels = {"display_name": _("How shall we call you?")}
        widgets = {"language": forms.Select(choices=[("nl", "Nederlands"), ("en", "English")])}


class ExpertiseForm(SiteForm):
    expertise = forms.CharField(label=_("What do you know a lot about?"), max_length=200, required=False)


class NameVisibilityForm(SiteForm):
    shown_as = forms.ChoiceField(label=_("How I am shown"), choices=NameVisibility.choices)
