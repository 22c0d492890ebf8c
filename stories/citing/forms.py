"""Input when a quote is put beside something."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Community
from communities.site.form_look import SiteForm
from stories.telling.forms.telling import said
from stories.telling.models.quotes import Quote


class _QuoteField(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return said(row.story, f"‘{row.words}’")


class CiteForm(SiteForm):
    quote = _QuoteField(
        label=_("Which sentence?"), queryset=Quote.objects.none(), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args, quotes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["quote"].queryset = quotes
        if not quotes:
            self.fields["quote"].help_text = _("Nobody allowed a sentence here yet that you may read.")


class CiteFiguresForm(CiteForm):
    community = forms.ModelChoiceField(
        label=_("For which community?"), queryset=Community.objects.none(), empty_label=None
    )

    def __init__(self, *args, communities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = communities
