"""Input about one gathering that is still to come."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import Reach
from communities.site.form_look import SiteForm
from trajectories.gatherings.details import Provision
from trajectories.gatherings.forms import GatheringForm
from trajectories.gatherings.models import Gathering
from trajectories.signups.forms import PEOPLE_AT_MOST

MOMENT = {"attrs": {"type": "datetime-local"}, "format": "%Y-%m-%dT%H:%M"}


class FewerPlaces(forms.Form):
    """Fewer places than people who have one: it is said once, before it is saved. Nobody loses a place."""

    fewer_is_right = forms.BooleanField(
        label=_("Save it all the same: who has a place keeps it"), widget=forms.HiddenInput, required=False
    )

    def __init__(self, *args, taken=0, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken = taken

    def clean(self):
        data = super().clean()
        knows, places = data.pop("fewer_is_right", False), data.get("places")
        if not places or places >= self.taken or places == self.instance.places or knows:
            return data
        self.fields["fewer_is_right"].widget = forms.CheckboxInput(attrs={"class": "utrecht-checkbox"})
        words = _("%(taken)s people have a place already. With fewer places nobody comes in after them.")
        raise forms.ValidationError(words, params={"taken": self.taken})


class GatheringDetailsFields(forms.Form):
    """What there is for people who come, for how many, and who may know of it."""

    provisions = forms.MultipleChoiceField(
        label=_("What is there for people who come?"),
        choices=Provision.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    places = forms.IntegerField(
        label=_("How many people fit?"),
        help_text=_("Leave it empty when there is always room. With an open door nobody signs up."),
        min_value=1,
        max_value=PEOPLE_AT_MOST,
        required=False,
    )
    reach = forms.TypedChoiceField(
        label=_("Who may know of it?"),
        help_text=_("An open door is always for everyone."),
        choices=[(step.value, step.label) for step in Reach if step != Reach.ONLY_ME],
        coerce=int,
        empty_value=int(Reach.COMMUNITY),
        initial=int(Reach.COMMUNITY),
        widget=forms.RadioSelect,
        required=False,
    )

    def clean(self):
        data = super().clean()
        if data.get("interpreter") and Provision.INTERPRETER not in data.get("provisions", []):
            data["provisions"] = [*data.get("provisions", []), Provision.INTERPRETER.value]
        return data


class PlanForm(GatheringDetailsFields, GatheringForm):
    class Meta(GatheringForm.Meta):
        fields = [
            "start_question",
            "title",
            "starts_at",
            "ends_at",
            "place",
            "place_text",
            "method",
            "provisions",
            "interpreter",
            "needs",
            "movements",
            "open_door",
            "places",
            "reach",
        ]


class ChangeGatheringForm(FewerPlaces, PlanForm):
    """Everything but the moment: that is moved on a page of its own, so that people hear of it."""

    class Meta(PlanForm.Meta):
        model = Gathering
        fields = [name for name in PlanForm.Meta.fields if name not in {"starts_at", "ends_at"}]


class MoveForm(SiteForm):
    changes = True
    starts_at = forms.DateTimeField(label=_("To when?"), widget=forms.DateTimeInput(**MOMENT))
    ends_at = forms.DateTimeField(
        label=_("Until when?"), widget=forms.DateTimeInput(**MOMENT), required=False
    )

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_at"), data.get("ends_at")
        if first and last and last <= first:
            self.add_error("ends_at", _("The end lies before the beginning."))
        return data


class CancelForm(SiteForm):
    why = forms.CharField(
        label=_("Why does it not take place?"),
        help_text=_("Everybody who may see this gathering reads it. Write no names."),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        max_length=240,
    )
