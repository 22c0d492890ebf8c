"""Input about who works somewhere, when that is decided, and handing over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm, SiteModelForm
from communities.forms.look import DateInput
from communities.models import Group, GroupMember, Organisation, Posting
from trajectories.forms.days import refuse_swapped
from trajectories.models import Gathering, Handover, Stewardship, Tender


def groups_here(row, reader):
    """The groups one of which a row around a community may be about."""
    return Group.objects.visible_to(reader).filter(community=row.community_id)


class StewardshipForm(SiteModelForm):
    class Meta:
        model = Stewardship
        fields = ["organisation", "group", "since", "until", "tendered"]
        widgets = {"since": DateInput(), "until": DateInput()}

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups_here(self.instance, reader)
        self.fields["organisation"].queryset = Organisation.objects.visible_to(reader)

    def clean(self):
        data = super().clean()
        refuse_swapped(self, "until", data.get("since"), data.get("until"))
        return data


class TenderForm(SiteModelForm):
    class Meta:
        model = Tender
        fields = ["title", "group", "decides_on", "starts_on"]
        widgets = {"decides_on": DateInput(), "starts_on": DateInput()}

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups_here(self.instance, reader)

    def clean(self):
        data = super().clean()
        refuse_swapped(self, "starts_on", data.get("decides_on"), data.get("starts_on"))
        return data


class HandoverForm(SiteModelForm):
    """Prompts, not a questionnaire: each may stay empty."""

    class Meta:
        model = Handover
        fields = ["learned", "people", "promised", "not_again"]
        help_texts = {
            "learned": _("What do you know now that you would have liked to know on your first day?"),
            "people": _(
                "Who keeps it together, and what returns every week, month or year? No secrets of others."
            ),
            "promised": _("What did you or your organisation promise, to whom, and by when?"),
            "not_again": _("What did you try that did harm or led nowhere?"),
        }

    def __init__(self, *args, after, **kwargs):
        super().__init__(*args, **kwargs)
        label = _("Who comes after you, if you know")
        name = "to_part" if after.model is GroupMember else "to_posting"
        self.fields[name] = _After(label=label, queryset=after, required=False)
        self.initial.setdefault(name, getattr(self.instance, f"{name}_id"))

    def as_values(self):
        """What the deed keeps."""
        return self.cleaned_data


class _After(forms.ModelChoiceField):
    """People by name where this writer may read it, else by what they do and since when."""

    def label_from_instance(self, row):
        what = row.function if isinstance(row, Posting) else row.get_role_display()
        named = getattr(row, "shown_name", "")
        words = _("%(who)s, since %(day)s") % {"who": what, "day": f"{row.since:%d-%m-%Y}"}
        return f"{named}, {words}" if named else words


class MeetForm(SiteForm):
    gathering = forms.ModelChoiceField(
        label=_("At which gathering were both of you there?"), queryset=Gathering.objects.none()
    )

    def __init__(self, *args, gatherings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gathering"].queryset = gatherings
        self.fields["gathering"].label_from_instance = lambda row: f"{row.starts_at:%d-%m-%Y}, {row}"


class MetForm(SiteForm):
    met_on = forms.DateField(label=_("On which day did you meet?"), widget=DateInput())
