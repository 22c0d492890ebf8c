"""A story with a picture, told by answering six questions. It is stored as one text with headings (P6).

Because it is the story's own text, consent, quotes, withdrawal and erasure hold without anything more.
"""

from django import forms
from django.utils.translation import gettext_lazy

from communities.site.autosave import clean_text
from stories.telling.forms.telling import StoryForm

QUESTIONS = [
    ("see", gettext_lazy("What do you see in the picture?")),
    ("happening", gettext_lazy("What is really going on here?")),
    ("lives", gettext_lazy("What does it have to do with our own lives?")),
    ("why", gettext_lazy("Why is it like this?")),
    ("otherwise", gettext_lazy("How could it become different?")),
    ("do", gettext_lazy("What can we do ourselves?")),
]


def put_together(answers):
    """One text: each answered question as a heading, and its answer under it."""
    told = [(question, answers.get(name, "").strip()) for name, question in QUESTIONS]
    return "\n\n".join(f"{question}\n{answer}" for question, answer in told if answer)


def take_apart(text):
    """The answers in a text. What was written before or without a heading stands under the first question."""
    by_heading = {str(question): name for name, question in QUESTIONS}
    found, name = {}, QUESTIONS[0][0]
    for line in text.split("\n"):
        name = by_heading.get(line.strip(), name)
        if line.strip() not in by_heading:
            found.setdefault(name, []).append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


class PhotoStoryForm(StoryForm):
    """The six questions in place of one empty page; every one of them may stay empty."""

    class Meta(StoryForm.Meta):
        fields = ["title", "pseudonym", "language", "relation", "area", "month"]

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        answers = take_apart(self.instance.text)
        for name, question in QUESTIONS:
            self.fields[name] = forms.CharField(
                label=question,
                required=False,
                initial=answers.get(name, ""),
                widget=forms.Textarea(attrs={"class": "utrecht-textarea is-kort"}),
            )

    def clean(self):
        data = super().clean()
        data["text"] = put_together({name: clean_text(data.get(name, "")) for name, _q in QUESTIONS})
        self.cleaned_data = data
        self.clean_text()
        return data

    def answers(self):
        """The fields of the six questions, to print them first."""
        return [self[name] for name, _q in QUESTIONS]

    def values(self):
        """What was typed, as the one text that the story keeps."""
        return {name: self.cleaned_data[name] for name in ("text", *self.Meta.fields)}
