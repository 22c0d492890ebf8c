"""Input about a series: how often, from when, until when."""

from itertools import islice

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import MeetingPlace
from communities.site.dates import today
from communities.site.form_look import DateInput, SiteModelForm
from trajectories.planning.forms import FewerPlaces, GatheringDetailsFields
from trajectories.series.models import SHARED, Series
from trajectories.series.recurrence import AHEAD, DATES_AT_MOST, Frequency, Recurrence
from trajectories.trajectory.models import Movement

LENGTHS = [(60, _("1 hour")), (90, _("1½ hours")), (120, _("2 hours"))]
LENGTHS += [(150, _("2½ hours")), (180, _("3 hours")), (240, _("4 hours"))]
STEPS_AT_MOST = 5000
RHYTHM = ("often", "every", "first_on", "count", "until")


class SeriesForm(GatheringDetailsFields, SiteModelForm):
    """The rule is made of a few questions; nobody types an RRULE."""

    often = forms.ChoiceField(
        label=_("How often?"), choices=Frequency.choices, initial=Frequency.WEEKS, widget=forms.RadioSelect
    )
    every = forms.IntegerField(
        label=_("Every how many weeks or months?"),
        help_text=_("1 is every time. 3 is every third week or month."),
        min_value=1,
        max_value=12,
        initial=1,
    )
    first_on = forms.DateField(
        label=_("When is the first time?"),
        help_text=_("The others follow from it: the same weekday, or the same date."),
        widget=DateInput(),
    )
    clock = forms.TimeField(
        label=_("What time does it begin?"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    minutes = forms.TypedChoiceField(label=_("How long does it take?"), choices=LENGTHS, coerce=int)
    until = forms.DateField(
        label=_("Until and including which day?"),
        help_text=_("Leave it empty when it just goes on. We plan a year ahead each time."),
        widget=DateInput(),
        required=False,
    )
    count = forms.IntegerField(
        label=_("Or: how many times?"), min_value=1, max_value=DATES_AT_MOST, required=False
    )
    movements = forms.MultipleChoiceField(
        label=_("What will you do?"),
        choices=Movement.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = ["start_question", "title", "often", "every", "first_on", "clock", "minutes", "until"]
    field_order += ["count", "place", "place_text", "method", "provisions", "interpreter", "needs"]

    class Meta:
        model = Series
        fields = ["clock", "minutes", *SHARED]

    def __init__(self, *args, community, reader, **kwargs):
        super().__init__(*args, **kwargs)
        places = MeetingPlace.objects.visible_to(reader).filter(community=community, closed_on=None)
        self.fields["place"].queryset = places

    def clean_first_on(self):
        day = self.cleaned_data["first_on"]
        if self.instance.pk is None and day < today():
            raise forms.ValidationError(_("This day has passed. On which day do you begin?"))
        if day > today() + AHEAD:
            words = _("This day is more than a year away. Plan the series when it comes nearer.")
            raise forms.ValidationError(words)
        return day

    def clean(self):
        data = super().clean()
        if not {"often", "every", "first_on"} <= set(data):
            return data
        if data.get("until") and data.get("count"):
            self.add_error("count", _("Choose one: until a day, or a number of times."))
            return data
        if data.get("until") and data["until"] < data["first_on"]:
            self.add_error("until", _("The last day lies before the first day. Did you swap them?"))
            return data
        self.rhythm = self._rhythm(data)
        return data

    def _rhythm(self, data):
        rhythm = Recurrence(
            data["often"], data["every"], data["first_on"], data.get("count"), data.get("until")
        )
        if rhythm.is_too_long:
            words = _(
                "These are more than %(most)s gatherings. Choose an earlier last day, or leave it empty."
            )
            self.add_error("until", forms.ValidationError(words, params={"most": DATES_AT_MOST}))
        elif not any(day >= today() for day in islice(rhythm.days(), STEPS_AT_MOST)):
            self.add_error("until", _("This makes no date at all. Is the last day right?"))
        return rhythm

    @property
    def values(self):
        """What the series itself holds; the rhythm is handed over apart."""
        return {name: value for name, value in self.cleaned_data.items() if name not in RHYTHM}


class ChangeSeriesForm(FewerPlaces, SeriesForm):
    """The same questions, answered as they are now."""

    def __init__(self, *args, instance, initial=None, **kwargs):
        rhythm = instance.rhythm
        now = {"often": rhythm.often, "every": rhythm.every, "first_on": rhythm.first}
        now |= {"count": rhythm.count, "until": rhythm.until}
        super().__init__(*args, instance=instance, initial={**now, **(initial or {})}, **kwargs)
