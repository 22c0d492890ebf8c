"""Input about signals and answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.models import Office
from communities.site.form_look import DateInput, SiteForm, SiteModelForm
from trajectories.signals.models import Answer, Signal


class SignalForm(SiteModelForm):
    class Meta:
        model = Signal
        fields = ["title", "words"]
        help_texts = {"words": _("About how things are, never about a person.")}


class PutForm(SiteForm):
    office = forms.ModelChoiceField(label=_("Who should answer?"), queryset=Office.objects.none())

    def __init__(self, *args, offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices


class SignalAnswerForm(SiteModelForm):
    class Meta:
        model = Answer
        fields = ["kind", "words", "promised_by"]
        widgets = {"promised_by": DateInput()}

    def clean(self):
        data = super().clean()
        if data.get("kind") == "promise" and not data.get("promised_by"):
            self.add_error("promised_by", _("A promise needs a day."))
        return data
