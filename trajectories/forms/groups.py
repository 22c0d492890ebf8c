"""Input about trajectories, their people, status and money."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm, SiteModelForm
from communities.forms.look import DateInput
from communities.models import Group, GroupRole
from trajectories.models import MOVES, FundingPeriod, Gathering, Status, Template


class StartForm(SiteForm):
    title = forms.CharField(label=_("What do you call it?"), max_length=120)
    own_words = forms.CharField(
        label=_("What do you want together?"),
        help_text=_("In your own words. They stand on top, and only residents can change them."),
        widget=forms.Textarea,
        max_length=4000,
    )
    template = forms.ChoiceField(label=_("What is it most like?"), choices=Template.choices)


class WordsForm(SiteModelForm):
    class Meta:
        model = Group
        fields = ["own_words", "own_words_by"]


class MemberForm(SiteForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Only your own group sees this name. Did this person agree to be written down?"),
    )
    role = forms.ChoiceField(label=_("What does this person do?"), choices=GroupRole.choices)
    expertise = forms.CharField(label=_("Knows a lot about"), max_length=200, required=False)


class StatusForm(SiteForm):
    status = forms.ChoiceField(label=_("How is it going on?"))
    why = forms.CharField(label=_("Why?"), widget=forms.Textarea, max_length=2000)
    gathering = forms.ModelChoiceField(
        label=_("At which gathering was this decided?"), queryset=Gathering.objects.none(), required=False
    )

    def __init__(self, *args, now, gatherings, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = MOVES[now]
        self.fields["status"].choices = [(s.value, s.label) for s in Status if s in allowed]
        self.fields["gathering"].queryset = gatherings


class FundingForm(SiteModelForm):
    class Meta:
        model = FundingPeriod
        fields = [
            "funder_name",
            "office",
            "form",
            "starts_on",
            "ends_on",
            "decision_by",
            "conditions",
            "public",
        ]
        widgets = {"starts_on": DateInput(), "ends_on": DateInput(), "decision_by": DateInput()}

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first day. Did you swap them?"))
        return data
