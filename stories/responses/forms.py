"""Input from readers, and from tellers who look back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.rights.reader import Reach
from communities.site.autosave import clean_text
from communities.site.form_look import SiteForm
from stories.telling.audience import audiences
from stories.telling.forms.telling import said
from stories.telling.models.story import Story


class RecognitionForm(SiteForm):
    words = forms.CharField(
        label=_("What do you recognise in it?"),
        help_text=_("A few sentences of your own. Please do not name other people."),
        widget=forms.Textarea(attrs={"class": "is-kort", "rows": 5}),
        max_length=600,
    )
    pseudonym = forms.CharField(
        label=_("Which name stands under it?"),
        max_length=60,
        required=False,
        help_text=_("Feel free to make one up."),
    )
    reach = forms.TypedChoiceField(
        label=_("Who may read your words?"),
        help_text=_("Never further than the story itself goes. You can take them back with one click."),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may read it.")},
    )

    def __init__(self, *args, story, **kwargs):
        super().__init__(*args, **kwargs)
        teller_only = (Reach.ONLY_ME.value, _("Only who told this story"))
        further = [(int(rung.reach), f"{rung.name}. {rung.who}") for rung in audiences(story)[1:]]
        self.fields["reach"].choices = [teller_only, *further]

    def clean_words(self):
        return clean_text(self.cleaned_data["words"])

    def clean_pseudonym(self):
        return clean_text(self.cleaned_data["pseudonym"])


class HowNowForm(SiteForm):
    words = forms.CharField(
        label=_("How is it now?"),
        help_text=_("A few sentences, with today's date. Leave it empty to take away what stands there."),
        widget=forms.Textarea(attrs={"class": "is-kort", "rows": 5}),
        max_length=1200,
        required=False,
    )

    def clean_words(self):
        return clean_text(self.cleaned_data["words"]).strip()


class _StoryField(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return said(row, row)


class PairForm(SiteForm):
    mine = _StoryField(
        label=_("Which story of yours is about the same moment?"),
        queryset=Story.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, stories, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mine"].queryset = stories
