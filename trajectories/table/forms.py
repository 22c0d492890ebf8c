"""Input at the table: a harvest that saves itself, insights, themes and what was promised."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.rights.audience import group_audiences
from communities.site.autosave import clean_text
from communities.site.dates import today
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from communities.site.form_rules import refuse_a_far_year
from trajectories.table.models import Harvest, Insight, Outcome, Theme

WORDS = ("told", "insights", "differences", "what_next")
LINES = ("theme", "promise", "promise_who", "promise_by")


class AtTableForm(SiteModelForm):
    """Everything on the phone page is one form, so that no button loses what stands in another field."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    theme = forms.CharField(
        label=_("A theme: what must change?"),
        help_text=_("In one sentence, as it was said."),
        max_length=300,
        required=False,
    )
    promise = forms.CharField(label=_("What was promised?"), max_length=300, required=False)
    promise_who = forms.CharField(
        label=_("Who does it?"),
        help_text=_("A role or a department, no name. For instance: a host, the school."),
        max_length=120,
        required=False,
    )
    promise_by = forms.CharField(label=_("By when?"), widget=DateInput(), max_length=10, required=False)

    class Meta:
        model = Harvest
        fields = ["head_count", "new_faces", *WORDS]
        labels = {"head_count": _("How many people are here?"), "new_faces": _("How many new faces?")}
        help_texts = {
            "head_count": _("Only who organises sees this number. Others read: a small or a larger group."),
            "new_faces": _("A guess is fine. Nobody else sees it."),
            "told": _("In people's own words, without names."),
        }

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = data.copy()
            for name in (*WORDS, *LINES):
                data[name] = clean_text(data.get(name, ""))
        super().__init__(data, *args, **kwargs)
        for name in LINES:
            self.fields[name].initial = self.instance.noted.get(name, "")
        if self.instance.pk:
            self.fields["seen"].initial = self.instance.changed_at.isoformat()
        for name in WORDS:
            self.fields[name].widget.attrs["rows"] = 4
        for name in ("head_count", "new_faces"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    def clean(self):
        data = super().clean()
        here, new = data.get("head_count"), data.get("new_faces")
        if here is not None and new is not None and new > here:
            self.add_error("new_faces", _("There are more new faces than people."))
        return data

    def is_complete(self):
        """Before a line becomes a promise it says who does it; while somebody types nothing is asked."""
        what, who, due = (self.cleaned_data[name] for name in ("promise", "promise_who", "promise_by"))
        if what and not who:
            self.add_error("promise_who", _("Who does it? A role or a department is enough."))
        if (who or due) and not what:
            self.add_error("promise", _("What was promised?"))
        try:
            refuse_a_far_year(forms.DateField(required=False).clean(due) or today())
        except forms.ValidationError as wrong:
            self.add_error("promise_by", wrong)
        return not self.errors

    def values(self):
        """What was typed; the lines that are not rows yet are kept as they stand."""
        data = self.cleaned_data
        noted = {name: data[name] for name in LINES if data[name]}
        return {**{name: data[name] for name in self.Meta.fields}, "noted": noted}


class HowFarForm(SiteModelForm):
    """One rung of the ladder, each with who reads it then."""

    reach = forms.TypedChoiceField(
        label=_("Who may read it, once two people said yes?"), coerce=int, widget=forms.RadioSelect
    )

    class Meta:
        model = Harvest
        fields = ["reach"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rungs = group_audiences(self.instance.group)
        self.fields["reach"].choices = [(int(step), f"{step.label}. {who}") for step, who in rungs]


class InsightForm(SiteModelForm):
    class Meta:
        model = Insight
        fields = ["words", "differently"]


class ThemeForm(SiteModelForm):
    """What stands in the way: why, and why that. Who is no resident of the group cannot change the theme's words."""

    class Meta:
        model = Theme
        fields = ["words", "in_the_way", "why", "why_that", "who_can"]
        help_texts = {"in_the_way": _("About how things are, never about a person.")}

    def __init__(self, *args, may_reword, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_reword:
            del self.fields["words"]


class PromiseForm(SiteForm):
    outcome = forms.ChoiceField(label=_("How did it go?"), choices=Outcome.choices, widget=forms.RadioSelect)
    outcome_words = forms.CharField(
        label=_("In a few words"),
        help_text=_("If it was passed on: to whom? A role or a department, no name."),
        max_length=300,
        required=False,
    )

    def clean(self):
        data = super().clean()
        if data.get("outcome") == Outcome.PASSED_ON and not data.get("outcome_words"):
            self.add_error("outcome_words", _("To whom was it passed on?"))
        return data
