"""Input about networks, agreements with a care team, and what people bring."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Group, NameVisibility, Organisation
from communities.site.dates import today
from communities.site.form_dates import refuse_swapped
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from trajectories.networks.models import Asset, LookBack, SupportNetwork


class NetworkForm(SiteModelForm):
    class Meta:
        model = SupportNetwork
        fields = ["name", "kind_words", "own_words", "does", "reach_at", "contact_role", "until"]
        widgets = {"until": DateInput()}
        labels = {"until": _("last day, if it stopped")}
        help_texts = {
            "kind_words": _("For instance: neighbours who cook, mothers of the school."),
            "reach_at": _("A place and a time, or a number of the group. Not somebody's own number."),
            "contact_role": _("For instance: the host at the coffee table. No names."),
        }

    def clean(self):
        data = super().clean()
        refuse_swapped(self, "until", self.instance.since, data.get("until"))
        return data


class CareAgreementForm(SiteModelForm):
    class Meta:
        model = SupportNetwork
        fields = ["care_team", "care_contact", "rhythm", "agreed_on"]
        widgets = {"agreed_on": DateInput()}
        help_texts = {
            "care_team": _("Leave this empty when there is no agreement any more."),
            "rhythm": _("For instance: coffee every first Monday, and by phone in between."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["care_team"].queryset = Organisation.objects.helping()

    def clean(self):
        data = super().clean()
        if data.get("care_team") and not data.get("rhythm"):
            self.add_error("rhythm", _("How often do you meet?"))
        data["agreed_on"] = (data.get("agreed_on") or today()) if data.get("care_team") else None
        return data


class LookBackForm(SiteModelForm):
    class Meta:
        model = LookBack
        fields = ["words"]


class AssetForm(SiteForm):
    words = forms.CharField(
        label=_("What do you like to do, what do you know, what do you have?"),
        help_text=_("In your own words. Everyone can read it. You take it back whenever you like."),
        widget=forms.Textarea(attrs={"class": "is-kort", "rows": 4}),
        max_length=Asset._meta.get_field("words").max_length,
    )
    shown_as = forms.ChoiceField(
        label=_("How I am shown"),
        choices=NameVisibility.choices,
        initial=NameVisibility.ROLE,
        widget=forms.RadioSelect,
    )
    group = forms.ModelChoiceField(
        label=_("Or does a group bring this?"), queryset=Group.objects.none(), required=False
    )

    def __init__(self, *args, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups
        if not groups:
            del self.fields["group"]
