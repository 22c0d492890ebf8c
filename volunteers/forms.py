"""Input for initiatives and support."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm
from communities.models import Organisation
from communities.visibility import Reach
from volunteers.models import SUPPORT_MOVES, InitiativeKind, Stage, SupportKind, SupportState


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


class StartForm(Asking):
    title = forms.CharField(label=_("What do you call it?"), max_length=120)
    own_words = forms.CharField(
        label=_("What do you do, in your own words?"), widget=forms.Textarea, max_length=4000
    )
    field_order = ["title", "own_words", "kinds", "can_ask", "cannot_ask"]


class ChangeForm(Asking):
    stage = forms.ChoiceField(label=_("How is it going?"), choices=Stage.choices)
    stage_words = forms.CharField(label=_("In one sentence"), max_length=200, required=False)
    field_order = ["stage", "stage_words", "kinds", "can_ask", "cannot_ask"]


class SupportForm(SiteForm):
    kind = forms.ChoiceField(label=_("What is it about?"), choices=SupportKind.choices)
    words = forms.CharField(label=_("What do you need?"), widget=forms.Textarea, max_length=2000)
    asked_of = forms.ModelChoiceField(
        label=_("Whom do you ask?"),
        help_text=_("This organisation can always read what you ask of it."),
        queryset=Organisation.objects.none(),
    )
    reach = forms.TypedChoiceField(
        label=_("Who else may read this?"),
        coerce=int,
        choices=[
            (Reach.GROUP.value, _("Only our group")),
            (Reach.COMMUNITY.value, _("My community")),
            (Reach.EVERYONE.value, _("Everyone")),
        ],
        initial=Reach.COMMUNITY.value,
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asked_of"].queryset = organisations


class ReplyForm(SiteForm):
    state = forms.ChoiceField(label=_("How is it now?"))
    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("If something cannot be done: why not, and what can be done instead?"),
        widget=forms.Textarea,
        max_length=2000,
    )

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = SUPPORT_MOVES[now]
        self.fields["state"].choices = [(s.value, s.label) for s in SupportState if s in allowed]
