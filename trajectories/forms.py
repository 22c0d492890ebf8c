"""Input for trajectories, gatherings and signals."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm, SiteModelForm
from communities.models import Group, GroupRole, MeetingPlace, Office
from trajectories.models import (
    MOVES,
    AgendaItem,
    Answer,
    FundingPeriod,
    Gathering,
    Harvest,
    Movement,
    Signal,
    Status,
    Template,
)


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


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
        fields = ["funder_name", "form", "starts_on", "ends_on", "decision_by", "conditions", "public"]
        widgets = {"starts_on": DateInput(), "ends_on": DateInput(), "decision_by": DateInput()}

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first day. Did you swap them?"))
        return data


class GatheringForm(SiteModelForm):
    movements = forms.MultipleChoiceField(
        label=_("What will you do?"),
        choices=Movement.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Gathering
        fields = [
            "start_question",
            "title",
            "starts_at",
            "ends_at",
            "place",
            "place_text",
            "method",
            "needs",
            "movements",
            "open_door",
        ]
        widgets = {
            "starts_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "ends_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }

    def __init__(self, *args, community, reader, **kwargs):
        super().__init__(*args, **kwargs)
        places = MeetingPlace.objects.visible_to(reader).filter(community=community, closed_on=None)
        self.fields["place"].queryset = places

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_at"), data.get("ends_at")
        if first and last and last <= first:
            self.add_error("ends_at", _("The end lies before the beginning."))
        if first and self.instance.pk is None and first < timezone.now() - timedelta(days=400):
            self.add_error("starts_at", _("This is more than a year ago. Is the year right?"))
        return data


class AgendaForm(SiteModelForm):
    class Meta:
        model = AgendaItem
        fields = ["text", "origin"]


class HarvestForm(SiteModelForm):
    class Meta:
        model = Harvest
        fields = ["told", "insights", "differences", "what_next"]
        help_texts = {"told": _("In people's own words, without names.")}

    def clean(self):
        data = super().clean()
        if not any(data.get(name) for name in self.Meta.fields):
            raise forms.ValidationError(_("Write down at least one thing."))
        return data


class SignalForm(SiteModelForm):
    class Meta:
        model = Signal
        fields = ["title", "words"]
        help_texts = {"words": _("About how things are, never about a person.")}


class PutForm(SiteForm):
    office = forms.ModelChoiceField(label=_("Who should answer?"), queryset=Office.objects.none())

    def __init__(self, *args, offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices


class AnswerForm(SiteModelForm):
    class Meta:
        model = Answer
        fields = ["kind", "words", "promised_by"]
        widgets = {"promised_by": DateInput()}

    def clean(self):
        data = super().clean()
        if data.get("kind") == "promise" and not data.get("promised_by"):
            self.add_error("promised_by", _("A promise needs a day."))
        return data
