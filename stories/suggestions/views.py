"""Suggesting a change to a story; only its teller changes something."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage
from stories.keys.pages import TellersPage, acting_account
from stories.suggestions import actions, forms
from stories.suggestions.models import Suggestion
from stories.telling.models.story import Story
from stories.telling.pages import OneStory

SUGGESTIONS, SUGGESTIONS_OF_ALL = 10, 1000


class Suggest(OpenPage, OneStory, FormPage):
    """For who may read a story: a typo, a name. Only the teller reads it, and only the teller changes."""

    form_class = forms.SuggestForm
    heading = _("Suggest a change")
    lead = _("For a typo, or a name that should not stand there. Only the teller sees this, and decides.")
    button = _("Send it")
    success_message = _("Thank you. Only the teller sees it.")

    def targets(self):
        rows = Story.objects.visible_to(self.request.reader).told().with_ears().filter(is_kept=True)
        return rows.select_related("community", "teller")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "text": self.target.text}

    def form_valid(self, form):
        if too_many_tries(self.request, "suggestions", SUGGESTIONS, SUGGESTIONS_OF_ALL):
            return render(self.request, "stories/keyless/too_many.html", status=429)
        return super().form_valid(form)

    def perform(self, form):
        by = self.request.user if self.request.user.is_authenticated else None
        actions.suggest(by=by, story=self.target, **form.cleaned_data)


class OneSuggestion(TellersPage, DeedButton):
    def targets(self):
        return Suggestion.objects.editable_by(self.request.reader).select_related("story")

    @property
    def acting_account(self):
        return acting_account(self.request, self.target.story)

    def next(self):
        return self.target.story.get_absolute_url()


class ApplySuggestion(OneSuggestion):
    """Into the draft; nothing changes for readers before the teller shares it anew."""

    draft = None
    success_message = _("It stands in your draft. Read it over, and share it when it is right.")

    def perform(self):
        self.draft = actions.apply_suggestion(by=self.acting_account, suggestion=self.target)

    def next(self):
        return reverse("write_story", args=[self.draft.uuid]) if self.draft else super().next()


class DropSuggestion(OneSuggestion):
    success_message = _("The suggestion is gone.")

    def perform(self):
        actions.drop_suggestion(by=self.acting_account, suggestion=self.target)
