"""Input for telling, sharing and quoting."""

import re

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from communities.models import Area, Community, Group
from communities.site.autosave import LONGEST, clean_text
from communities.site.dates import today
from communities.site.form_look import SiteForm, SiteModelForm
from communities.site.languages import LANGUAGES
from stories.consent.models import PERMISSION, Age, Permission
from stories.telling.models.kinds import Relation
from stories.telling.models.story import Story

AGE = ("young", "guardian_yes", "child_yes")
TOO_LONG = _("This is longer than 50,000 characters. Perhaps these are two stories? Nothing was lost.")
TYPED = ("text", "title", "pseudonym")


class BeginForm(SiteForm):
    community = forms.ModelChoiceField(label=_("Where do you tell it?"), queryset=Community.objects.none())
    group = forms.ModelChoiceField(
        label=_("In a group?"),
        queryset=Group.objects.none(),
        required=False,
        help_text=_("Then you can also share it with that group only."),
    )
    for_somebody = forms.BooleanField(label=_("I write it down for somebody else"), required=False)

    def __init__(self, *args, communities, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = communities
        self.fields["group"].queryset = groups
        self.fields["community"].empty_label = None

    def clean(self):
        data = super().clean()
        group, community = data.get("group"), data.get("community")
        if group and community and group.community_id != community.pk:
            self.add_error("group", _("This group belongs to another community."))
        return data


def _areas_of(story):
    """The areas of the community; a story of before a new division keeps its own, in the place of the newer one."""
    areas = Area.objects.filter(communities=story.community_id)
    if story.area is None:
        return areas
    return (Area.objects.filter(pk=story.area_id) | areas.exclude(code=story.area.code)).distinct()


class StoryForm(SiteModelForm):
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    month = forms.DateField(
        label=_("When was it?"),
        help_text=_("At most a month. It may stay empty."),
        required=False,
        input_formats=["%Y-%m"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
    )

    class Meta:
        model = Story
        fields = ["text", "title", "pseudonym", "language", "relation", "area", "month"]
        labels = {
            "text": _("Your story"),
            "title": _("What do you call it?"),
            "pseudonym": _("Which name stands under it?"),
            "area": _("Where was it?"),
            "relation": _("How do you know this neighbourhood?"),
        }
        help_texts = {
            "text": _("Short or long, in any language. Please do not name other people."),
            "title": _("Your title. Nobody else changes it."),
            "pseudonym": _("Feel free to make one up. Your real name never appears by itself."),
            "area": _("At most a neighbourhood, never a street."),
        }
        widgets = {"language": forms.Select(choices=LANGUAGES)}
        error_messages = {"text": {"max_length": TOO_LONG}}

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = data.copy()
            for name in TYPED:
                data[name] = clean_text(data.get(name, ""))
        super().__init__(data, *args, **kwargs)
        self.fields["area"].queryset = _areas_of(self.instance)
        self.fields["language"].choices = LANGUAGES
        if self.instance.changed_at:
            self.fields["seen"].initial = self.instance.changed_at.isoformat()
        self.fields["relation"].choices = Relation.choices

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise forms.ValidationError(TOO_LONG)
        return text

    def clean_month(self):
        month = self.cleaned_data["month"]
        if month and month > today():
            raise forms.ValidationError(_("This month is still to come."))
        return month

    def values(self):
        """What was typed, without the mark of which version was seen."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ShareForm(SiteForm):
    """How far it travels. Nothing is ticked beforehand; "only me" is a full choice (P6)."""

    young = forms.ChoiceField(
        label=_("Are you younger than 16?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you are younger than 16.")},
    )
    guardian_yes = forms.BooleanField(label=_("My parent or guardian says yes"), required=False)
    child_yes = forms.BooleanField(label=_("I want it myself"), required=False)
    reach = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, error_messages={"required": _("Choose how far it may travel.")}
    )
    may_quote = forms.BooleanField(label=_("One sentence of it may be quoted"), required=False)
    may_count = forms.BooleanField(
        label=_("It may count when we look at many stories together"), required=False
    )
    may_teach = forms.BooleanField(label=_("It may be used in a lesson"), required=False)

    def __init__(self, *args, rungs, asks_age=True, listens=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reach"].choices = [(rung.reach, rung.name) for rung in rungs]
        if listens:
            self.fields["young"].label = _("Is the teller younger than 16?")
        if not asks_age:
            for name in AGE:
                del self.fields[name]

    def permission(self) -> Permission:
        """How far, and what else is allowed."""
        return {name: self.cleaned_data[name] for name in PERMISSION}

    def age(self) -> Age:
        """Whether the teller is younger than 16, and who said yes then."""
        data = self.cleaned_data
        said = {"guardian_yes": data["guardian_yes"], "child_yes": data["child_yes"]}
        return {"young": data["young"] == "yes", **said}


class ReadBackForm(SiteForm):
    on = forms.DateField(
        label=_("When did you read it back?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how = forms.CharField(
        label=_("How?"), help_text=_("For instance: read aloud at the kitchen table."), max_length=120
    )
    agreed = forms.BooleanField(label=_("The teller heard it and agrees with these words"))

    def clean_on(self):
        if self.cleaned_data["on"] > today():
            raise forms.ValidationError(_("This day is still to come."))
        return self.cleaned_data["on"]


def sentences(text):
    """The sentences of a text as (start, end) places, for choosing the one that may be quoted."""
    places = []
    for match in re.finditer(r"[^.!?؟。\n]+[.!?؟。]*[’”\"»]*", text):
        words = match.group().strip()
        if len(words) > 3:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            places.append((start, start + len(words)))
    return places


def said(story, words):
    """Words of a story in a choice, marked with their language and direction."""
    return format_html('<span lang="{}" dir="{}">{}</span>', story.language, story.direction, words)


class QuoteForm(SiteForm):
    sentence = forms.ChoiceField(label=_("Which sentence may be quoted?"), widget=forms.RadioSelect)

    def __init__(self, *args, story, **kwargs):
        super().__init__(*args, **kwargs)
        places = sentences(story.text)[:200]
        self.fields["sentence"].choices = [(f"{a}-{b}", said(story, story.text[a:b])) for a, b in places]

    def place(self):
        """The chosen sentence as start and end."""
        return [int(number) for number in self.cleaned_data["sentence"].split("-")]
