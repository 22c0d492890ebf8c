"""Input for story calls and their questions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.autosave import clean_text
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from communities.site.languages import LANGUAGES
from stories.calls.models import Question, QuestionKind, StoryCall

ENDS = {
    QuestionKind.CHOICE: (2, 7),
    QuestionKind.SLIDER: (2, 2),
    QuestionKind.DYAD: (2, 2),
    QuestionKind.TRIAD: (3, 3),
    QuestionKind.WORD: (0, 0),
}
# About-you bands are ready-made, each beside the figure of the area that it can be laid next to.
BANDS = {
    "age": [
        (_("younger than 15"), "children_share"),
        (_("15 to 25"), "young_share"),
        (_("25 to 65"), ""),
        (_("65 or older"), "old_share"),
    ],
    "home": [(_("I rent my home"), "rent_share"), (_("I own my home"), ""), (_("otherwise"), "")],
    "household": [
        (_("I live alone"), "single_share"),
        (_("with children"), "with_children_share"),
        (_("together, without children"), ""),
        (_("otherwise"), ""),
    ],
}


class CallForm(SiteModelForm):
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In which languages do you ask? A story may always be in any language."),
    )

    class Meta:
        model = StoryCall
        fields = ["title", "why", "what_happens", "start_question", "languages", "closes_on"]
        help_texts = {
            "why": _("In your own words, two or three sentences."),
            "what_happens": _("Who reads them together, when, and what do the tellers get back?"),
            "start_question": _("Ask for something that happened. For instance: tell about a moment when…"),
            "closes_on": _("May stay empty."),
        }
        widgets = {"closes_on": DateInput()}


class OwnerForm(SiteForm):
    person = forms.ChoiceField(label=_("Whom do you ask?"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people


class QuestionForm(SiteModelForm):
    """One question. The answers stand one on a line; about-you bands are chosen ready-made."""

    lines = forms.CharField(
        label=_("Answers, ends or corners"),
        required=False,
        widget=forms.Textarea(attrs={"class": "is-kort", "rows": 4}),
        help_text=_(
            "One on a line. A choice has two to seven, a slider or between-two has two, a triangle three:"
            " the top first, then left, then right. A free word has none."
        ),
    )
    band = forms.ChoiceField(
        label=_("About you: which bands?"),
        required=False,
        choices=[("", "–"), ("age", _("age")), ("home", _("home")), ("household", _("household"))],
        help_text=_(
            "Only for a question about the teller. They lie beside the figures of the neighbourhood."
        ),
    )

    class Meta:
        model = Question
        fields = ["kind", "text"]
        labels = {"kind": _("What kind of question?"), "text": _("The question")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = QuestionKind.choices
        row = self.instance
        if row.pk and row.kind == QuestionKind.BAND:
            keys = [[figure for _words, figure in pairs] for pairs in BANDS.values()]
            self.fields["band"].initial = list(BANDS)[keys.index(row.figures)] if row.figures in keys else ""
        elif row.pk:
            self.fields["lines"].initial = "\n".join(row.ends)

    def clean_lines(self):
        lines = clean_text(self.cleaned_data["lines"]).split("\n")
        return [line.strip()[:60] for line in lines if line.strip()]

    def clean(self):
        data = super().clean()
        kind = data.get("kind")
        if kind == QuestionKind.BAND and not data.get("band"):
            self.add_error("band", _("Choose which bands."))
        if kind in ENDS and not ENDS[kind][0] <= len(set(data.get("lines", []))) <= ENDS[kind][1]:
            self.add_error("lines", _("This kind of question needs another number of different answers."))
        return data

    def values(self):
        """What is stored: the answers of a band come with the figures beside them."""
        data = self.cleaned_data
        pairs = BANDS[data["band"]] if data["kind"] == QuestionKind.BAND else []
        ends = [str(words) for words, _figure in pairs] if pairs else data["lines"]
        figures = [figure for _words, figure in pairs]
        return {"kind": data["kind"], "text": data["text"], "ends": ends, "figures": figures}


class ArchiveForm(SiteForm):
    gave_back = forms.CharField(
        label=_("What did you give back to the people who told?"),
        help_text=_("For instance a gathering, a letter, a booklet, a walk. When, and what came of it?"),
        widget=forms.Textarea(attrs={"class": "is-kort"}),
    )

    def clean_gave_back(self):
        return clean_text(self.cleaned_data["gave_back"])
