"""Paper sheets of a story call: printing them, and typing in what came back."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from communities.site.pages import FormPage
from stories.answers.forms import CallAnswerForm
from stories.calls.models import Question, StoryCall
from stories.keyless.views import strip
from stories.paper import actions, forms
from stories.telling.audience import audiences
from stories.telling.models.story import Story


class PaperOfCall(FormPage):
    """A call, for its owners and for hosts and builders of its community."""

    def targets(self):
        rows = StoryCall.objects.on_paper_by(self.request.reader).taking_stories()
        return rows.select_related("community")

    def questions(self):
        """What the call asks about each story."""
        return Question.objects.about(self.target)


class Sheets(PaperOfCall):
    """Forms on paper. Each has a number on both halves; the code stands on the teller's half only."""

    form_class = forms.SheetsForm
    heading = _("Print forms")
    lead = _(
        "For who would rather write on paper. The teller tears off the strip with the code and keeps it."
    )
    button = _("Make the forms")

    def form_valid(self, form):
        number = form.cleaned_data["number"]
        made = actions.print_sheets(by=self.request.user, call=self.target, number=number)
        sheets = [{"number": receipt.pk, **strip(self.request, code)} for receipt, code in made]
        ladder = audiences(Story(community=self.target.community), listens=False)
        shapes = CallAnswerForm(questions=self.questions()).shapes
        values = {"call": self.target, "sheets": sheets, "rungs": ladder, "shapes": shapes}
        return render(self.request, "stories/paper/sheets.html", values)


class TypeIn(PaperOfCall):
    form_class = forms.TypeInForm
    template_name = "stories/paper/type_in.html"
    success_message = _("It is in, with the crosses that stand on the paper.")

    def get_form_kwargs(self):
        ladder = audiences(Story(community=self.target.community), listens=False)
        about = {"call": self.target, "questions": self.questions()}
        return {**super().get_form_kwargs(), **about, "rungs": ladder, "listens": True}

    def get_context_data(self, **kwargs):
        return super().get_context_data(call=self.target, **kwargs)

    def perform(self, form):
        told = {"values": form.values(), "permission": form.permission(), "age": form.age()}
        receipt = form.cleaned_data["sheet"]
        told["answers"] = form.answers.values()
        self.told = actions.type_in(by=self.request.user, receipt=receipt, **told)

    def get_success_url(self):
        return self.told.get_absolute_url()
