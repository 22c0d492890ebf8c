"""Input for initiatives."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm
from volunteers.initiatives.models import InitiativeKind, Stage


class Asking(SiteForm):
    kinds = forms.MultipleChoiceField(
        label=_("What is it about?"), choices=InitiativeKind.choices, widget=forms.CheckboxSelectMultiple
    )
    can_ask = forms.CharField(
        label=_("This is what we ask"),
        help_text=_("“Nothing just now” is a fine answer."),
        widget=forms.Textarea,
        max_length=1000,
    )
    cannot_ask = forms.CharField(
        label=_("This is what you cannot ask us"),
        help_text=_("So that nobody has to say no at the door."),
        widget=forms.Textarea,
        max_length=1000,
    )


class StartInitiativeForm(Asking):
    title = forms.CharField(label=_("What do you call it?"), max_length=120)
    own_words = forms.CharField(
        label=_("What do you do, in your own words?"), widget=forms.Textarea, max_length=4000
    )
    field_order = ["title", "own_words", "kinds", "can_ask", "cannot_ask"]


class InitiativeForm(Asking):
    stage = forms.ChoiceField(label=_("How is it going?"), choices=Stage.choices)
    stage_words = forms.CharField(label=_("In one sentence"), max_length=200, required=False)
    field_order = ["stage", "stage_words", "kinds", "can_ask", "cannot_ask"]
