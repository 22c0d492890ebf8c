"""Input of a teller who answers the questions of a story call."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.autosave import clean_text
from communities.site.form_rules import FormRules
from stories.calls.answer_scales import LINES, NONE, answers_to, key_of, value_of
from stories.calls.models import QuestionKind


class Shape:
    """One question as a page draws it: its answers, which is chosen, and where exactly."""

    def __init__(self, form, question):
        self.question, self.name = question, f"v{question.pk}"
        self.kind = "line" if question.kind in LINES else question.kind
        self.chosen = form[self.name].value() or ""
        self.unfit = question.kind == QuestionKind.WORD and form[f"{self.name}-niet"].value()
        self.exact = "" if question.kind == QuestionKind.WORD else form[f"{self.name}-punt"].value() or ""
        self.skips = [(NONE, _("does not fit")), ("", _("I skip this"))]
        self.answers = [] if question.kind == QuestionKind.WORD else list(answers_to(question).items())
        self.template = (
            f"stories/answers/shape_{'list' if self.kind in ('choice', 'band') else self.kind}.html"
        )
        self.errors = form[self.name].errors


class CallAnswerForm(FormRules, forms.Form):
    """The questions about one story. Each may be skipped, and nothing is chosen beforehand."""

    def __init__(self, *args, questions, answers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self._add(question, answers or {})
        self.shapes = [Shape(self, question) for question in self.questions]

    def _add(self, question, answers):
        name, known = f"v{question.pk}", question.pk in answers
        value = answers.get(question.pk)
        if question.kind == QuestionKind.WORD:
            initial = value if known and value else ""
            self.fields[name] = forms.CharField(required=False, max_length=40, initial=initial)
            self.fields[f"{name}-niet"] = forms.BooleanField(required=False, initial=known and value is None)
            return
        choices = [*answers_to(question).items(), (NONE, ""), ("", "")]
        initial = key_of(question, value) if known else ""
        self.fields[name] = forms.ChoiceField(required=False, choices=choices, initial=initial)
        self.fields[f"{name}-punt"] = forms.CharField(
            required=False, max_length=60, initial=_as_text(value) if known else ""
        )

    def values(self):
        """Per question what is kept; what was skipped is not in it."""
        found = {}
        for question in self.questions:
            name, data = f"v{question.pk}", self.cleaned_data
            key = data[name]
            if key == NONE or data.get(f"{name}-niet"):
                found[question] = None
            elif key:
                word = question.kind == QuestionKind.WORD
                found[question] = (
                    clean_text(key).strip() if word else value_of(question, key, data[f"{name}-punt"])
                )
        return found


def _as_text(value):
    if isinstance(value, dict):
        return ",".join(str(value[corner]) for corner in "tlr")
    return "" if value is None else str(value)
