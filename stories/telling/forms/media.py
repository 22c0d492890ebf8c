"""Input of sounds and pictures."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.autosave import LONGEST, clean_text
from communities.site.form_look import SiteForm

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


class MediaWordsForm(SiteForm):
    words = forms.CharField(
        label=_("What does one see or hear?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "is-kort"}),
    )

    def clean_words(self):
        return clean_text(self.cleaned_data["words"])
