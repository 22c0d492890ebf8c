"""Input about money, who works somewhere, and when that is decided."""

from communities.models import Group, Organisation
from communities.site.form_dates import refuse_swapped
from communities.site.form_look import DateInput, SiteModelForm
from trajectories.continuity.models import FundingPeriod, Stewardship, Tender


class FundingPeriodForm(SiteModelForm):
    class Meta:
        model = FundingPeriod
        fields = [
            "funder_name",
            "office",
            "form",
            "starts_on",
            "ends_on",
            "decision_by",
            "conditions",
            "public",
        ]
        widgets = {"starts_on": DateInput(), "ends_on": DateInput(), "decision_by": DateInput()}

    def clean(self):
        data = super().clean()
        refuse_swapped(self, "ends_on", data.get("starts_on"), data.get("ends_on"))
        return data


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
