"""Input about decisions, how a trajectory goes on, what changed, and art on the road."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from communities.models import MeetingPlace
from communities.site.dates import today
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from trajectories.decisions.actions import Hands
from trajectories.decisions.models import ArtProject, Decision, YearlyChange
from trajectories.gatherings.models import Gathering
from trajectories.trajectory.models import MOVES, PAUSED, Status


def in_time(gathering):
    """A gathering in a list: its day and its question, because many ask the same."""
    return f"{date_format(localtime(gathering.starts_at), 'j F Y')}, {gathering}"


class StatusForm(SiteForm):
    status = forms.ChoiceField(label=_("How is it going on?"))
    why = forms.CharField(label=_("Why?"), widget=forms.Textarea, max_length=2000)
    gathering = forms.ModelChoiceField(
        label=_("At which gathering was this decided?"), queryset=Gathering.objects.none(), required=False
    )

    def __init__(self, *args, now, gatherings, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = MOVES[now]
        self.fields["status"].choices = [(s.value, s.label) for s in Status if s in allowed]
        self.fields["gathering"].queryset = gatherings.order_by("-starts_at")
        self.fields["gathering"].label_from_instance = in_time

    def clean(self):
        """Resting and rounding off are decided together, at a gathering that was held (M6)."""
        data = super().clean()
        met = self.fields["gathering"].queryset.exists()
        if data.get("status") in PAUSED and met and not data.get("gathering"):
            self.add_error("gathering", _("People decide this together. At which gathering was it?"))
        return data


HANDS = ("residents", "residents_yes", "everyone", "everyone_yes")


def _number(label, **more):
    return forms.IntegerField(label=label, min_value=0, max_value=9999, **more)


class DecisionForm(SiteModelForm):
    residents = _number(_("How many residents are here?"))
    residents_yes = _number(_("How many residents say yes?"))
    everyone = _number(_("How many people are here, residents and others together?"))
    everyone_yes = _number(
        _("How many people say yes, all together?"),
        help_text=_("The four numbers are used to see whether it is carried. They are not kept."),
    )

    class Meta:
        model = Decision
        fields = ["question", "proposal", "objections", "used"]

    def clean(self):
        data = super().clean()
        if data.get("objections") and not data.get("used"):
            self.add_error("used", _("What was done with what people had against it?"))
        if all(data.get(name) is not None for name in HANDS):
            self.hands = Hands(*(data[name] for name in HANDS))
            self.hands.check()
        return data

    def values(self):
        """What is kept: words only."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class YearlyChangeForm(SiteModelForm):
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = YearlyChange
        fields = ["year", "what", "for_whom", "why", "our_part", "who_else"]
        help_texts = {"for_whom": _("In general words, without names.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = self.fields["year"].initial or today().year
        if self.instance.pk:
            self.fields["seen"].initial = self.instance.changed_at.isoformat()

    def clean_year(self):
        year, first = self.cleaned_data["year"], self.instance.group.started_on.year
        if not first <= year <= today().year:
            raise forms.ValidationError(
                _("Choose a year from %(first)s to %(last)s."),
                params={"first": str(first), "last": str(today().year)},
            )
        return year

    def values(self):
        """What was written, without the mark of which version was seen."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ArtForm(SiteModelForm):
    class Meta:
        model = ArtProject
        fields = ["title", "own_words", "artists", "since", "until", "place", "place_text"]
        widgets = {"since": DateInput(), "until": DateInput()}
        labels = {"since": _("Since when?"), "until": _("Until when?")}
        help_texts = {
            "artists": _("What they are, no names. For instance: a mural painter, with eleven-year-olds."),
            "until": _("Leave it empty while it goes on."),
        }

    def __init__(self, *args, community, reader, **kwargs):
        super().__init__(*args, **kwargs)
        places = MeetingPlace.objects.visible_to(reader).filter(community=community)
        self.fields["place"].queryset = places

    def clean(self):
        data = super().clean()
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The end lies before the beginning."))
        return data
