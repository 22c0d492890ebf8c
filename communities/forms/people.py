"""Input about accounts, invitations and names."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forms.look import SiteForm, SiteModelForm
from communities.models import InvitationKind, Office, Organisation, ShownAs, User


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


class NameForm(SiteModelForm):
    class Meta:
        model = User
        fields = ["display_name", "language"]
        labels = {"display_name": _("How shall we call you?")}
        widgets = {"language": forms.Select(choices=[("nl", "Nederlands"), ("en", "English")])}


class NewsForm(SiteForm):
    """How often mail with news comes, and of which kinds; the kinds come from the apps."""

    digest = forms.ChoiceField(
        label=_("How often by mail?"), choices=User.Digest.choices, widget=forms.RadioSelect
    )
    wanted = forms.MultipleChoiceField(
        label=_("About what?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = kinds


class ExpertiseForm(SiteForm):
    expertise = forms.CharField(label=_("What do you know a lot about?"), max_length=200, required=False)


class ShownForm(SiteForm):
    shown_as = forms.ChoiceField(label=_("How I am shown"), choices=ShownAs.choices)
