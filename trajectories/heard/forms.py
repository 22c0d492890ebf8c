"""Input about feeling seen and heard."""

from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import SiteForm, add_widget_classes
from trajectories.heard.models import HeardAnswer, HeardQuestion, Shared


class SeenAndHeardForm(SiteForm):
    """Two open questions; each answer has its own choice of who reads it, and each may stay empty."""

    def __init__(self, *args, own, **kwargs):
        super().__init__(*args, **kwargs)
        given = {row.question: row for row in own}
        for question in HeardQuestion:
            row = given.get(question, HeardAnswer(shared=""))
            self.fields[question.value] = forms.CharField(
                label=question.label,
                widget=forms.Textarea(attrs={"class": "is-kort", "rows": 4}),
                max_length=2000,
                required=False,
                initial=row.words,
            )
            self.fields[f"{question.value}_shared"] = forms.ChoiceField(
                label=_("Who may read this answer?"),
                choices=Shared.choices,
                initial=row.shared,
                widget=forms.RadioSelect,
                required=False,
            )
        add_widget_classes(self)

    def clean(self):
        data = super().clean()
        for question in HeardQuestion:
            if data.get(question.value) and not data.get(f"{question.value}_shared"):
                self.add_error(f"{question.value}_shared", _("Choose who may read this answer."))
        return data

    def answers(self):
        """What the deed wants: per question the words and who reads them."""
        data = self.cleaned_data
        return {q.value: (data[q.value], data[f"{q.value}_shared"]) for q in HeardQuestion}
