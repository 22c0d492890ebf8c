"""Answering about one's own story, trying the questions, the patterns, and cards for a table."""

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from communities.models import Community
from communities.rights.reader import Reach
from communities.site.pages import DeedButton, DetailPage, FormPage
from communities.site.qr import qr_code
from stories.answers import actions, forms
from stories.answers.patterns import patterns_of, stories_of
from stories.calls import actions as calls_actions
from stories.calls.models import Question, StoryAnswer, StoryCall
from stories.consent.models import reaching
from stories.keys.pages import TellersPage
from stories.telling.models.story import Story
from stories.telling.pages import OneStory, Unkept


class TellForCall(DeedButton):
    """A member begins a story that answers this call."""

    def targets(self):
        here = Community.objects.joined_by(self.request.reader)
        rows = StoryCall.objects.visible_to(self.request.reader).taking_stories()
        return rows.filter(community__in=here).select_related("community")

    def post(self, request, *args, **kwargs):
        story = actions.start_for_call(by=request.user, call=self.target)
        return HttpResponseRedirect(reverse("write_story", args=[story.uuid]))


SHEETS = ("a4", "a5", "a6")
# A drawing per card takes time: a call may hold thousands, and a table takes no more.
CARDS_AT_ONCE = 100


class AnswerPage(TellersPage, OneStory, FormPage):
    """The questions of the call, about my own story; or about the one I wrote down for somebody."""

    form_class = forms.CallAnswerForm
    template_name = "stories/answers/answer.html"
    heading = _("About your story")
    lead = _("What it says, only you can say. Skip whatever you like.")
    button = _("Keep my answers")
    success_message = _("Your answers are kept. You can change them whenever you like.")

    def targets(self):
        rows = Story.objects.editable_by(self.request.reader).told().filter(call__isnull=False)
        return rows.select_related("call")

    def get_form_kwargs(self):
        questions = Question.objects.about(self.target.call)
        own = StoryAnswer.objects.editable_by(self.request.reader).filter(story=self.target)
        answers = {row.question_id: row.value for row in own}
        return {**super().get_form_kwargs(), "questions": questions, "answers": answers}

    def perform(self, form):
        actions.answer(by=self.acting_account, story=self.target, values=form.values())


class TryCall(FormPage):
    """A resident goes through the call before it opens. Nothing of it is kept but that they tried."""

    form_class = forms.CallAnswerForm
    template_name = "stories/answers/answer.html"
    heading = _("Try this call")
    button = _("I tried it")
    success_message = _("Thank you. We kept nothing of what you filled in, only that you tried.")

    def targets(self):
        return StoryCall.objects.tried_out_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "questions": Question.objects.about(self.target)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(call=self.target, **kwargs)

    def perform(self, form):
        calls_actions.try_call(by=self.request.user, call=self.target)

    def get_success_url(self):
        return self.target.community.get_absolute_url()

    back = get_success_url


class Patterns(DetailPage):
    """What was answered together: the same pictures for everybody, and the stories each reader may read."""

    model = StoryCall
    template_name = "stories/answers/patterns.html"
    context_object_name = "call"

    def get_queryset(self):
        return (
            StoryCall.objects.visible_to(self.request.reader)
            .filter(opened_on__isnull=False)
            .select_related("community")
        )

    def get_context_data(self, **kwargs):
        reader = self.request.reader
        questions = list(Question.objects.visible_to(reader).filter(call=self.object))
        return super().get_context_data(
            patterns=patterns_of(self.object, questions, reader),
            stories=stories_of(self.object, reader)[:40],
            **kwargs,
        )


class StoryCards(Unkept, DetailView):
    """Stories on cards, for a table full of people. Only what reaches the whole community goes on paper."""

    template_name = "stories/answers/cards.html"
    context_object_name = "call"

    def get_queryset(self):
        return StoryCall.objects.printed_by(self.request.reader).select_related("community")

    def get_context_data(self, **kwargs):
        reader, sheet = self.request.reader, self.request.GET.get("vel")
        rows = stories_of(self.object, reader).filter(reaching(Reach.COMMUNITY)).order_by("told_on", "pk")
        parts = Paginator(rows, CARDS_AT_ONCE)
        part = parts.get_page(self.request.GET.get("deel"))
        return super().get_context_data(
            cards=[(number, story, self.qr(story)) for number, story in enumerate(part, part.start_index())],
            sheet=sheet if sheet in SHEETS else "a5",
            sheets=SHEETS,
            part=part.number,
            parts=[(page.number, page.start_index(), page.end_index()) for page in parts]
            if parts.num_pages > 1
            else [],
            address=self.request.build_absolute_uri(reverse("receipt")),
            **kwargs,
        )

    def qr(self, story):
        """The story's own page: its teller finds there how to take it back."""
        return qr_code(self.request.build_absolute_uri(reverse("story", args=[story.uuid])), scale=3)
