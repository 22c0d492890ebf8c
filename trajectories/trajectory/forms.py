"""Input about a trajectory: its beginning, its words, how it usually works."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Group
from communities.site.form_look import SiteForm, SiteModelForm
from trajectories.trajectory.cards import methods
from trajectories.trajectory.models import Template


class StartTrajectoryForm(SiteForm):
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


class GroupWordsForm(SiteModelForm):
    class Meta:
        model = Group
        fields = ["own_words", "own_words_by"]
