"""Input of a witness."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import Reach
from communities.site.form_look import SiteForm


class WitnessForm(SiteForm):
    reach = forms.TypedChoiceField(
        label=_("How far did the teller say?"),
        coerce=int,
        choices=[(rung.value, rung.label) for rung in (Reach.MUNICIPALITY, Reach.EVERYONE)],
        widget=forms.RadioSelect,
    )


class WitnessHeardForm(SiteForm):
    heard = forms.BooleanField(label=_("I heard the teller say so myself"))
