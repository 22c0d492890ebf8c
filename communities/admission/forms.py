"""Input when somebody is invited."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.membership.models import InvitationKind
from communities.organisations.models import Office, Organisation
from communities.site.form_look import SiteForm


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
