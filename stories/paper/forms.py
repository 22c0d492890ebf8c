"""Input of who prints sheets and types them in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.autosave import LONGEST, clean_text
from communities.site.form_look import SiteForm
from communities.site.languages import LANGUAGES
from stories.answers.forms import CallAnswerForm
from stories.consent.models import PERMISSION
from stories.keys.models import StoryKey
from stories.telling.forms.telling import AGE, ShareForm


class SheetsForm(SiteForm):
    number = forms.IntegerField(label=_("How many sheets?"), min_value=1, max_value=30, initial=10)


class TypeInForm(ShareForm):
    """A sheet of paper, with the crosses its teller made on it. `answers` are those about the story itself."""

    sheet = forms.IntegerField(label=_("The number on the sheet"), min_value=1)
    text = forms.CharField(
        label=_("The story"),
        help_text=_("Letter by letter, as it stands there."),
        max_length=LONGEST,
        widget=forms.Textarea,
    )
    title = forms.CharField(label=_("What is it called?"), max_length=120, required=False)
    pseudonym = forms.CharField(label=_("Which name stands under it?"), max_length=60, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    WRITTEN = ("sheet", "text", "title", "pseudonym", "language")
    field_order = (*WRITTEN, *PERMISSION, *AGE)

    def __init__(self, data=None, *args, call, questions, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.fields["reach"].label = _("Who may read it? Choose one.")
        self.call, self.answers = call, CallAnswerForm(data, questions=questions)

    def clean_sheet(self):
        receipt = StoryKey.objects.blank().filter(call=self.call, pk=self.cleaned_data["sheet"]).first()
        if receipt is None:
            raise forms.ValidationError(_("This sheet is not of this call, or it was typed in already."))
        return receipt

    def clean(self):
        if not self.answers.is_valid():
            raise forms.ValidationError(_("One of the crosses is not an answer to its question."))
        return super().clean()

    def on_paper(self):
        """What is asked before the questions about the story, and what after them: the order of the sheet."""
        fields, written = [self[name] for name in self.fields], len(self.WRITTEN)
        return {"written": fields[:written], "crossed": fields[written:]}

    def values(self):
        """The words of the story, without control characters."""
        data = self.cleaned_data
        words = {name: clean_text(data[name]) for name in ("text", "title", "pseudonym")}
        return {**words, "language": data["language"]}
