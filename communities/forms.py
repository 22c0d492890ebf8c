"""Input turned into values, and how a field looks on a page."""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from communities.models import (
    Community,
    InvitationKind,
    MeetingPlace,
    Office,
    OpeningKind,
    Organisation,
    ShownAs,
    User,
)

CLASSES = {
    forms.Textarea: "utrecht-textarea",
    forms.CheckboxInput: "utrecht-checkbox",
    forms.CheckboxSelectMultiple: "utrecht-checkbox",
    forms.RadioSelect: "utrecht-radio-button",
    forms.Select: "utrecht-select",
}


class FieldRenderer(TemplatesSetting):
    """Every field on the site is printed by one small template, in NL Design System markup."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


def dress(form):
    """Give each widget of a form the class of its NL Design System counterpart."""
    for bound in form.fields.values():
        widget = bound.widget
        dressed = next((name for kind, name in CLASSES.items() if type(widget) is kind), "utrecht-textbox")
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} {dressed}".strip()


class SiteForm(forms.Form):
    """A form in the site's clothes: labels above, help above the field, no placeholder (LOOK.md)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class SiteModelForm(forms.ModelForm):
    """The same for a form that belongs to a model."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)


class SignupForm(forms.Form):
    """What we ask a newcomer besides a mail address: how they like to be called."""

    display_name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("A first name is enough. It is not shown to anyone unless you say so."),
        max_length=80,
    )

    def signup(self, request, user):
        user.display_name = self.cleaned_data["display_name"].strip()
        user.save(update_fields=["display_name"])


class InviteForm(SiteForm):
    """Whom to invite: one resident, many by poster, or a community builder of an organisation."""

    kind = forms.ChoiceField(label=_("Whom do you invite?"), widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(
        label=_("Of which organisation?"),
        help_text=_("Only for a community builder."),
        queryset=Organisation.objects.none(),
        required=False,
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [InvitationKind.RESIDENT, InvitationKind.POSTER]
        if organisations.exists():
            kinds.append(InvitationKind.BUILDER)
        else:
            del self.fields["organisation"]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        if "organisation" in self.fields:
            self.fields["organisation"].queryset = organisations

    def clean(self):
        data = super().clean()
        builder = data.get("kind") == InvitationKind.BUILDER
        if builder and not data.get("organisation"):
            self.add_error("organisation", _("Which organisation sends this builder?"))
        if not builder:
            data["organisation"] = None
        return data


class InviteOfficialForm(SiteForm):
    office = forms.ModelChoiceField(label=_("Which department?"), queryset=Office.objects.none())
    function = forms.CharField(label=_("Function"), max_length=80)

    def __init__(self, *args, offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices


class CodeForm(SiteForm):
    code = forms.CharField(
        label=_("Your code"), help_text=_("It stands on the paper or in the message you got."), max_length=40
    )

    def clean_code(self):
        return self.cleaned_data["code"].lower().replace(" ", "").replace("-", "")


class CommunityForm(SiteForm):
    name = forms.CharField(label=_("What is your community called?"), max_length=80)
    own_words = forms.CharField(
        label=_("What do you want with each other here?"),
        help_text=_("In your own words. You can also write this later, together."),
        widget=forms.Textarea,
        required=False,
        max_length=4000,
    )


class WordsForm(SiteModelForm):
    class Meta:
        model = Community
        fields = ["own_words", "own_words_by"]


class NameForm(SiteModelForm):
    class Meta:
        model = User
        fields = ["display_name", "language", "digest"]
        labels = {"display_name": _("How shall we call you?")}
        widgets = {"language": forms.Select(choices=[("nl", "Nederlands"), ("en", "English")])}


class ShownForm(SiteForm):
    shown_as = forms.ChoiceField(label=_("How I am shown"), choices=ShownAs.choices)


class PlaceForm(SiteModelForm):
    """A place with at most one line of hours per weekday and kind, typed as lines of words."""

    hours = forms.CharField(
        label=_("When is it open?"),
        help_text=_("One line each, for instance: walk in; tuesday; 9:30; 12:00; parents"),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
        required=False,
    )

    class Meta:
        model = MeetingPlace
        fields = ["name", "address", "about"]

    def clean_hours(self):
        return [self._line(line) for line in self.cleaned_data["hours"].splitlines() if line.strip()]

    def _line(self, line):
        parts = [part.strip() for part in line.split(";")]
        kinds = {str(kind.label).lower(): kind.value for kind in OpeningKind}
        days = {str(name).lower(): number for number, name in WEEKDAYS.items()}
        try:
            kind, day = kinds[parts[0].lower()], days[parts[1].lower()]
            opens, closes = (forms.TimeField().clean(part) for part in parts[2:4])
            if closes <= opens:
                raise ValueError
        except (KeyError, IndexError, ValueError, forms.ValidationError) as error:
            raise forms.ValidationError(
                _("We do not understand this line: %(line)s"), params={"line": line}
            ) from error
        what = parts[4][:80] if len(parts) > 4 else ""
        return {"kind": kind, "weekday": day, "opens": opens, "closes": closes, "what": what}


class ClosePlaceForm(SiteForm):
    closed_on = forms.DateField(
        label=_("Since when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    closed_why = forms.CharField(label=_("Why did it close?"), widget=forms.Textarea, max_length=1000)
