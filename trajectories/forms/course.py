"""Input about decisions of course, what changed, and art on the road."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.dates import today
from communities.forms import SiteModelForm
from communities.forms.look import DateInput
from communities.models import MeetingPlace
from trajectories.actions.course import Hands
from trajectories.models import ArtProject, Change, Decision

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


class ChangeForm(SiteModelForm):
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Change
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
