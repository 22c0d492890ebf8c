"""Input about method cards, notes, circles and the craft."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.dates import today
from communities.site.form_look import DateInput, SiteForm
from trajectories.practice.models import CircleMember
from trajectories.trajectory.cards import methods

PROMPTS = [
    _("What did I see today that I did not expect?"),
    _("When did I talk where I could have listened?"),
    _("Who was not there, and what do I know of them?"),
    _("What did somebody else carry that I used to carry?"),
    _("What do I leave alone next time?"),
]


class MethodForm(SiteForm):
    card = forms.ChoiceField(label=_("Which method card?"))
    otherwise = forms.CharField(
        label=_("What would you do otherwise next time?"),
        widget=forms.Textarea,
        required=False,
        max_length=2000,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["card"].choices = [(card.key, card.title) for card in methods().values()]


class ReflectionForm(SiteForm):
    prompt = forms.ChoiceField(label=_("A question to begin with"), required=False)
    words = forms.CharField(label=_("Your note"), widget=forms.Textarea, max_length=20_000)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        none = [("", _("No question, just write"))]
        self.fields["prompt"].choices = none + [(str(prompt), prompt) for prompt in PROMPTS]


class CircleForm(SiteForm):
    title = forms.CharField(label=_("What do you call the circle?"), max_length=80)
    rhythm = forms.CharField(
        label=_("How often do you meet?"), help_text=_("For instance: every six weeks."), max_length=120
    )


class MeetingForm(SiteForm):
    on = forms.DateField(label=_("Which day?"), widget=DateInput())
    present = forms.ModelMultipleChoiceField(
        label=_("Who was there?"),
        queryset=CircleMember.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    notes = forms.CharField(
        label=_("What do you want to keep, among yourselves?"),
        widget=forms.Textarea,
        required=False,
        max_length=20_000,
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = seats
        self.fields["present"].label_from_instance = lambda seat: str(seat.user)

    def clean_on(self):
        if self.cleaned_data["on"] > today():
            raise forms.ValidationError(_("This day is still to come."))
        return self.cleaned_data["on"]


class LessonForm(SiteForm):
    words = forms.CharField(
        label=_("What did you learn?"),
        help_text=_("Without names, and about the work, never about a resident."),
        widget=forms.Textarea,
        max_length=2000,
    )


class CraftForm(SiteForm):
    words = forms.CharField(
        label=_("How do you see your work?"),
        help_text=_("Everyone can read this. Make it empty and it is gone."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )
