"""Input for what is made together: one form per kind, with the same two questions: whose is it, who reads it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Group
from communities.rights.reader import Reach
from communities.site.autosave import LONGEST, clean_text
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from stories.calls.models import StoryCall
from stories.meaning.models.observations import Observation
from stories.meaning.models.reports import StoryReport
from stories.meaning.models.rounds import ChangeRound
from stories.meaning.models.sessions import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.telling.models.story import Story
from trajectories.models import Signal, Theme
from volunteers.models import Initiative

LATELY = 60


class CleanText:
    """Plain text without control characters."""

    def clean(self):
        data = super().clean()
        for name, value in data.items():
            if isinstance(value, str):
                data[name] = clean_text(value)
        return data


class TogetherForm(CleanText, SiteModelForm):
    """Whose it is and who reads it; what else there is to choose from comes from what this reader may see."""

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.reader, self.community = reader, self.instance.community
        self.fields["group"].queryset = Group.objects.joined_by(reader).filter(community=self.community)
        self.fields["group"].label = _("Of a group?")
        self.fields["group"].help_text = _("Then only that group sees it until two people said yes.")
        self.fields["reach"].choices = [(rung.value, rung.label) for rung in Reach if rung > Reach.ONLY_ME]

    def among(self, name, rows):
        """Offer the latest of these rows of this community."""
        keys = list(rows.filter(community=self.community).values_list("pk", flat=True)[:LATELY])
        self.fields[name].queryset = rows.filter(pk__in=keys)

    def clean(self):
        data = super().clean()
        if data.get("reach") == Reach.GROUP and not data.get("group"):
            self.add_error("reach", _("Choose the group, or let the community read it."))
        return data


class ObservationForm(TogetherForm):
    class Meta:
        model = Observation
        fields = ["words", "call", "question", "group", "reach"]
        help_texts = {"words": _("What do you see, before anybody says what it means? In your own words.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        calls = StoryCall.objects.visible_to(self.reader)
        self.among("call", calls)
        questions = self.fields["question"].queryset.filter(call__in=calls, call__community=self.community)
        self.fields["question"].queryset = questions.select_related("call")

    def clean(self):
        data = super().clean()
        question = data.get("question")
        if question and data.get("call") not in (None, question.call):
            self.add_error("question", _("This question belongs to another call."))
        elif question:
            data["call"] = question.call
        return data


class NamedThemeForm(TogetherForm):
    class Meta:
        model = NamedTheme
        fields = ["words", "why", "observations", "group", "reach"]
        labels = {"observations": _("Which observations belong together?")}
        widgets = {"observations": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.among("observations", Observation.objects.visible_to(self.reader))


class ReadingSessionForm(TogetherForm):
    class Meta:
        model = ReadingSession
        fields = [
            "on",
            "place",
            "call",
            "came_of_it",
            "theme",
            "signal",
            "initiative",
            "reading",
            "group",
            "reach",
        ]
        widgets = {"on": DateInput()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reader = self.reader
        for name, model in (("call", StoryCall), ("theme", Theme), ("signal", Signal), ("reading", Reading)):
            self.among(name, model.objects.visible_to(reader))
        found = Initiative.objects.visible_to(reader).filter(group__community=self.community)
        self.fields["initiative"].queryset = found.select_related("group")
        self.fields["initiative"].label_from_instance = lambda row: row.group.title


class StoryReportForm(TogetherForm):
    class Meta:
        model = StoryReport
        fields = ["title", "opening", "group", "reach"]


class ChangeRoundForm(TogetherForm):
    class Meta:
        model = ChangeRound
        fields = ["title", "domains", "begins_on", "ends_on", "group", "reach"]
        help_texts = {"domains": _("For instance: between neighbours. One open kind is always added.")}
        widgets = {"begins_on": DateInput(), "ends_on": DateInput()}

    def clean(self):
        data = super().clean()
        first, last = data.get("begins_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The end lies before the beginning."))
        return data


class StoryLessonForm(TogetherForm):
    class Meta:
        model = StoryLesson
        fields = ["story", "words", "group", "reach"]
        help_texts = {"story": _("Only stories whose teller lets them be used in lessons.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.among("story", Story.objects.shared_with(self.reader).teachable())


class ReadingForm(CleanText, SiteModelForm):
    """Beside figures: everybody can read it, so there is nothing more to choose."""

    class Meta:
        model = Reading
        fields = ["words"]
        help_texts = {
            "words": _("Residents and another party say yes to the same words. Everyone can read them.")
        }

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)


class InterpretationForm(CleanText, SiteForm):
    """One text in own words."""

    words = forms.CharField(label=_("In your own words"), widget=forms.Textarea, max_length=LONGEST)


class LayForm(CleanText, SiteForm):
    story = forms.ModelChoiceField(label=_("Which story?"), queryset=Story.objects.none())
    why = forms.CharField(
        label=_("Did it touch somebody? Why?"),
        help_text=_("In your own words. It goes when the story goes."),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args, stories, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["story"].queryset = stories


class PartForm(CleanText, SiteForm):
    """A heading and words; and, by the kind of part, the one thing they point at."""

    title = forms.CharField(label=_("Heading"), max_length=160, required=False)
    words = forms.CharField(
        label=_("In our own words"),
        help_text=_("These words go along when what they stand beside is taken back."),
        widget=forms.Textarea,
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args, name, label, rows, **kwargs):
        super().__init__(*args, **kwargs)
        if name:
            self.fields[name] = forms.ModelChoiceField(label=label, queryset=rows)
            self.fields[name].widget.attrs["class"] = "utrecht-select"
        else:
            self.fields["words"].required = True
            self.fields["words"].help_text = ""


class GroupForm(SiteForm):
    group = forms.ModelChoiceField(label=_("Of which group?"), queryset=Group.objects.none())

    def __init__(self, *args, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups


class BundleSignalForm(CleanText, GroupForm):
    title = forms.CharField(label=_("In one sentence"), max_length=160)
    words = forms.CharField(label=_("In our own words"), widget=forms.Textarea, max_length=LONGEST)


class OfferForm(SiteForm):
    story = forms.ModelChoiceField(label=_("Which of your stories?"), queryset=Story.objects.none())

    def __init__(self, *args, stories, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["story"].queryset = stories


class ChoiceForm(CleanText, OfferForm):
    domain = forms.TypedChoiceField(label=_("Which kind of change?"), coerce=int)
    reason = forms.CharField(
        label=_("Why does this change mean most?"), widget=forms.Textarea, max_length=LONGEST
    )
    field_order = ["domain", "story", "reason"]

    def __init__(self, *args, domains, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = list(enumerate(domains))
        self.fields["story"].label = _("Which story did you choose?")


class CloseForm(CleanText, SiteForm):
    differently = forms.CharField(
        label=_("What do we do differently now?"), widget=forms.Textarea, max_length=LONGEST
    )
    told_back = forms.CharField(
        label=_("What do you tell everybody who offered a story?"), widget=forms.Textarea, max_length=LONGEST
    )
