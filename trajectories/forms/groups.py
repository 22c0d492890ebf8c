"""Input about trajectories, their people, status and money."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm, SiteModelForm
from communities.forms.look import DateInput
from communities.models import Group, GroupRole
from trajectories.cards import methods
from trajectories.forms.days import refuse_swapped
from trajectories.models import MOVES, PAUSED, FundingPeriod, Gathering, Status, Template


class StartForm(SiteForm):
    title = forms.CharField(label=_("What do you call it?"), max_length=120)
    own_words = forms.CharField(
        label=_("What do you want together?"),
        help_text=_("In your own words. They stand on top, and only residents can change them."),
        widget=forms.Textarea,
        max_length=4000,
    )
    template = forms.ChoiceField(label=_("What is it most like?"), choices=Template.choices)


class SetUpForm(SiteForm):
    """How the group usually works; filled in from what is usual, and theirs to change (M7)."""

    rhythm = forms.CharField(label=_("How often do you meet?"), max_length=200, required=False)
    questions = forms.CharField(
        label=_("Questions to begin with"),
        help_text=_("One per line."),
        widget=forms.Textarea,
        required=False,
        max_length=3000,
    )
    methods = forms.MultipleChoiceField(
        label=_("Method cards that fit"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["methods"].choices = [(card.key, card.title) for card in methods().values()]


class WordsForm(SiteModelForm):
    class Meta:
        model = Group
        fields = ["own_words", "own_words_by"]


class MemberForm(SiteForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Only your own group sees this name."),
    )
    role = forms.ChoiceField(label=_("What does this person do?"), choices=GroupRole.choices)
    expertise = forms.CharField(label=_("Knows a lot about"), max_length=200, required=False)
    agreed = forms.BooleanField(label=_("This person agreed to be written down here"))


def in_time(gathering):
    """A gathering in a list: its day and its question, because many ask the same."""
    return f"{date_format(localtime(gathering.starts_at), 'j F Y')}, {gathering}"


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
        self.fields["gathering"].queryset = gatherings.order_by("-starts_at")
        self.fields["gathering"].label_from_instance = in_time

    def clean(self):
        """Resting and rounding off are decided together, at a gathering that was held (M6)."""
        data = super().clean()
        met = self.fields["gathering"].queryset.exists()
        if data.get("status") in PAUSED and met and not data.get("gathering"):
            self.add_error("gathering", _("People decide this together. At which gathering was it?"))
        return data


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
        refuse_swapped(self, "ends_on", data.get("starts_on"), data.get("ends_on"))
        return data
