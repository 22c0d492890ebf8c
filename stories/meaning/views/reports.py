"""Putting a report together, part by part; each part points and none copies."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from communities.site.pages import DeedButton, FormPage
from stories.calls.models import Question
from stories.meaning import forms
from stories.meaning.actions import together
from stories.meaning.models.observations import Observation
from stories.meaning.models.reports import ReportPart, StoryReport
from stories.meaning.models.sessions import ReadingSession
from stories.telling.models.story import Story

WHAT = {
    "woorden": ("", _("Words of our own"), None),
    "verhaal": ("story", _("A story"), Story),
    "waarneming": ("observation", _("An observation"), Observation),
    "sessie": ("session", _("A reading session"), ReadingSession),
    "patroon": ("question", _("A pattern"), Question),
}


class AddPart(FormPage):
    form_class = forms.PartForm
    heading = _("Add a part")
    lead = _(
        "Everybody sees the parts that they may read themselves. What is taken back is gone from here too."
    )

    def targets(self):
        if self.kwargs["what"] not in WHAT:
            raise Http404
        return StoryReport.objects.editable_by(self.request.reader)

    def get_form_kwargs(self):
        name, label, model = WHAT[self.kwargs["what"]]
        rows = None
        if model is not None:
            reader = self.request.reader
            rows = Story.objects.shared_with(reader) if model is Story else model.objects.visible_to(reader)
            at = "call__community" if model is Question else "community"
            rows = rows.filter(**{at: self.target.community_id})
        return {**super().get_form_kwargs(), "name": name, "label": label, "rows": rows}

    def perform(self, form):
        together.add_part(by=self.request.user, report=self.target, values=form.cleaned_data)


class OfPart(DeedButton):
    def targets(self):
        return ReportPart.objects.editable_by(self.request.reader).select_related("report")

    def next(self):
        return self.target.report.get_absolute_url()


class MovePart(OfPart):
    def perform(self):
        together.move_part(by=self.request.user, part=self.target)


class RemovePart(OfPart):
    def perform(self):
        together.remove_part(by=self.request.user, part=self.target)
