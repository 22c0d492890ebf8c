"""Input around telling: files, suggestions, the code of a story, paper."""

import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.autosave import LONGEST, clean_text
from communities.forms import SiteForm
from communities.visibility import Reach
from stories.call_forms import AnswerForm
from stories.forms import AGE, LANGUAGES, ShareForm
from stories.models import Receipt
from stories.models.consents import PERMISSION

MOST_BYTES = 10 * 1024 * 1024
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class FileForm(SiteForm):
    """One file of at most 10 MB; what it holds is looked at later, its name never."""

    words_label = ""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 10 MB. Nothing was kept of it."))
        return file.read()

    def clean_words(self):
        return clean_text(self.cleaned_data["words"])


class SoundForm(FileForm):
    file = forms.FileField(
        label=_("A sound on your phone"),
        help_text=_("At most 10 minutes and 10 MB: WebM, Ogg, M4A, MP3 or WAV."),
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )
    words = forms.CharField(
        label=_("What is said in it?"),
        help_text=_("For who cannot hear it. You can also write it down later."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "is-kort"}),
    )


class PictureForm(FileForm):
    file = forms.FileField(
        label=_("A photo or drawing"),
        help_text=_("At most 10 MB. Where and when it was taken is left out."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )
    words = forms.CharField(
        label=_("What does one see?"), help_text=_("For who cannot see it. One sentence."), max_length=400
    )
    people = forms.ChoiceField(
        label=_("Can people be recognised in it?"), choices=YES_NO, widget=forms.RadioSelect
    )
    people_yes = forms.BooleanField(label=_("They said yes to it"), required=False)

    def clean(self):
        data = super().clean()
        if data.get("people") == "yes" and not data.get("people_yes"):
            self.add_error("people_yes", _("First ask them. Or choose a picture without faces."))
        return data

    def values(self):
        """What the action takes."""
        data = self.cleaned_data
        words = {"content": data["file"], "words": data["words"], "people_yes": data["people_yes"]}
        return {**words, "people": data["people"] == "yes"}


class WordsForm(SiteForm):
    words = forms.CharField(
        label=_("What does one see or hear?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "is-kort"}),
    )

    def clean_words(self):
        return clean_text(self.cleaned_data["words"])


class SuggestForm(SiteForm):
    words = forms.CharField(
        label=_("Which words?"), help_text=_("Exactly as they stand in the story."), max_length=200
    )
    instead = forms.CharField(
        label=_("What could stand there?"),
        help_text=_("Empty: leave them out."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, text, **kwargs):
        super().__init__(*args, **kwargs)
        self.text = text

    def clean_words(self):
        words = clean_text(self.cleaned_data["words"])
        if words not in self.text:
            raise forms.ValidationError(_("These words do not stand in the story like this."))
        return words

    def clean_instead(self):
        return clean_text(self.cleaned_data["instead"])


class ReceiptForm(SiteForm):
    code = forms.CharField(
        label=_("The code of your story"),
        help_text=_("28 letters and numbers. Capitals, spaces and dashes do not matter."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        return plain_code(self.cleaned_data["code"])


def plain_code(code):
    """As it was made, however it was typed from paper: with Arabic numbers too, or with marks of direction."""
    return "".join(str(unicodedata.digit(c, c)) for c in code.lower() if c.isalnum())


class WitnessForm(SiteForm):
    reach = forms.TypedChoiceField(
        label=_("How far did the teller say?"),
        coerce=int,
        choices=[(rung.value, rung.label) for rung in (Reach.MUNICIPALITY, Reach.EVERYONE)],
        widget=forms.RadioSelect,
    )


class HeardForm(SiteForm):
    heard = forms.BooleanField(label=_("I heard the teller say so myself"))


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
        self.call, self.answers = call, AnswerForm(data, questions=questions)

    def clean_sheet(self):
        receipt = Receipt.objects.blank().filter(call=self.call, pk=self.cleaned_data["sheet"]).first()
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
