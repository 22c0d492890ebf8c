"""Input about gatherings and their agenda."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import MeetingPlace
from communities.site.form_look import SiteModelForm
from trajectories.gatherings.models import AgendaItem, Gathering
from trajectories.trajectory.models import Movement


class GatheringForm(SiteModelForm):
    movements = forms.MultipleChoiceField(
        label=_("What will you do?"),
        choices=Movement.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Gathering
        fields = [
            "start_question",
            "title",
            "starts_at",
            "ends_at",
            "place",
            "place_text",
            "method",
            "needs",
            "movements",
            "open_door",
        ]
        widgets = {
            "starts_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "ends_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        }

    def __init__(self, *args, community, reader, **kwargs):
        super().__init__(*args, **kwargs)
        places = MeetingPlace.objects.visible_to(reader).filter(community=community, closed_on=None)
        self.fields["place"].queryset = places

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_at"), data.get("ends_at")
        if first and last and last <= first:
            self.add_error("ends_at", _("The end lies before the beginning."))
        if first and self.instance.pk is None and first < timezone.now() - timedelta(days=400):
            self.add_error("starts_at", _("This is more than a year ago. Is the year right?"))
        return data


class AgendaForm(SiteModelForm):
    class Meta:
        model = AgendaItem
        fields = ["text", "origin"]
