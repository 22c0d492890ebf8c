"""Input about which news somebody wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.accounts.models import User
from communities.site.form_look import SiteForm


class NewsForm(SiteForm):
    """How often mail with news comes, and of which kinds; the kinds come from the apps."""

    digest = forms.ChoiceField(
        label=_("How often by mail?"), choices=User.Digest.choices, widget=forms.RadioSelect
    )
    wanted = forms.MultipleChoiceField(
        label=_("About what?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = kinds
