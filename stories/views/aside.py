"""What others do beside a story: suggest a change, be a witness; and paper forms of a call."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.generic import DeedButton, FormPage, OpenPage
from communities.views.invitations import too_many_tries
from stories import actions, telling_forms
from stories.call_forms import AnswerForm
from stories.ladder import rungs
from stories.models import Consent, Question, Story, StoryCall, Suggestion
from stories.views.hands import TellersPage, hand
from stories.views.reading import OneStory
from stories.views.receipts import strip

SUGGESTIONS, SUGGESTIONS_OF_ALL = 10, 1000


class Suggest(OpenPage, OneStory, FormPage):
    """For who may read a story: a typo, a name. Only the teller reads it, and only the teller changes."""

    form_class = telling_forms.SuggestForm
    heading = _("Suggest a change")
    lead = _("For a typo, or a name that should not stand there. Only the teller sees this, and decides.")
    button = _("Send it")
    done = _("Thank you. Only the teller sees it.")

    def targets(self):
        rows = Story.objects.visible_to(self.request.reader).told().with_ears().filter(is_kept=True)
        return rows.select_related("community", "teller")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "text": self.target.text}

    def form_valid(self, form):
        if too_many_tries(self.request, "suggestions", SUGGESTIONS, SUGGESTIONS_OF_ALL):
            return render(self.request, "stories/too_many.html", status=429)
        return super().form_valid(form)

    def deed(self, form):
        by = self.request.user if self.request.user.is_authenticated else None
        actions.suggest(by=by, story=self.target, **form.cleaned_data)


class OneSuggestion(TellersPage, DeedButton):
    def targets(self):
        return Suggestion.objects.editable_by(self.request.reader).select_related("story")

    @property
    def hand(self):
        return hand(self.request, self.target.story)

    def next(self):
        return self.target.story.get_absolute_url()


class ApplySuggestion(OneSuggestion):
    """Into the draft; nothing changes for readers before the teller shares it anew."""

    draft = None
    done = _("It stands in your draft. Read it over, and share it when it is right.")

    def deed(self):
        self.draft = actions.apply_suggestion(by=self.hand, suggestion=self.target)

    def next(self):
        return reverse("write_story", args=[self.draft.uuid]) if self.draft else super().next()


class DropSuggestion(OneSuggestion):
    done = _("The suggestion is gone.")

    def deed(self):
        actions.drop_suggestion(by=self.hand, suggestion=self.target)


class AskWitness(OneStory, FormPage):
    """A listener notes that the teller wants more; a second person has to say so too."""

    form_class = telling_forms.WitnessForm
    heading = _("The teller wants it to travel further")
    lead = _(
        "You cannot decide that alone. Somebody else who heard the teller say so confirms it on the page of the story; or the teller does it with the code."
    )
    button = _("Ask for a witness")
    done = _("Whoever heard it as well can confirm it on this page.")

    def targets(self):
        shared = Consent.objects.live().filter(reach=2).values("story")
        rows = Story.objects.editable_by(self.request.reader).told().filter(teller=None, pk__in=shared)
        return rows.exclude(young=True)

    def deed(self, form):
        actions.ask_witness(by=self.request.user, story=self.target, reach=form.cleaned_data["reach"])


class Witness(OneStory, FormPage):
    """Somebody else than the listener confirms what the teller said."""

    form_class = telling_forms.HeardForm
    template_name = "stories/witness.html"
    button = _("I confirm it")
    done = _("Thank you. It travels as far as its teller said.")

    def targets(self):
        asked = Consent.objects.to_witness(self.request.reader).values("story")
        rows = Story.objects.visible_to(self.request.reader).told().filter(pk__in=asked)
        return rows.exclude(written_by=self.request.reader.pk).select_related("community", "group")

    def consent(self):
        """The consent that waits for a witness."""
        return Consent.objects.to_witness(self.request.reader).get(story=self.target)

    def get_context_data(self, **kwargs):
        asked = self.consent().asked
        rung = next(rung for rung in rungs(self.target, listens=False) if rung.reach == asked)
        return super().get_context_data(story=self.target, rung=rung, **kwargs)

    def deed(self, form):
        actions.confirm_as_witness(by=self.request.user, consent=self.consent())


class OfCall(FormPage):
    """A call, for its owners and for hosts and builders of its community."""

    def targets(self):
        rows = StoryCall.objects.on_paper_by(self.request.reader).taking_stories()
        return rows.select_related("community")

    def questions(self):
        """What the call asks about each story."""
        return Question.objects.about(self.target)


class Sheets(OfCall):
    """Forms on paper. Each has a number on both halves; the code stands on the teller's half only."""

    form_class = telling_forms.SheetsForm
    heading = _("Print forms")
    lead = _(
        "For who would rather write on paper. The teller tears off the strip with the code and keeps it."
    )
    button = _("Make the forms")

    def form_valid(self, form):
        number = form.cleaned_data["number"]
        made = actions.print_sheets(by=self.request.user, call=self.target, number=number)
        sheets = [{"number": receipt.pk, **strip(self.request, code)} for receipt, code in made]
        ladder = rungs(Story(community=self.target.community), listens=False)
        shapes = AnswerForm(questions=self.questions()).shapes
        values = {"call": self.target, "sheets": sheets, "rungs": ladder, "shapes": shapes}
        return render(self.request, "stories/sheets.html", values)


class TypeIn(OfCall):
    form_class = telling_forms.TypeInForm
    template_name = "stories/type_in.html"
    done = _("It is in, with the crosses that stand on the paper.")

    def get_form_kwargs(self):
        ladder = rungs(Story(community=self.target.community), listens=False)
        about = {"call": self.target, "questions": self.questions()}
        return {**super().get_form_kwargs(), **about, "rungs": ladder, "listens": True}

    def get_context_data(self, **kwargs):
        return super().get_context_data(call=self.target, **kwargs)

    def deed(self, form):
        told = {"values": form.values(), "permission": form.permission(), "age": form.age()}
        receipt = form.cleaned_data["sheet"]
        told["answers"] = form.answers.values()
        self.told = actions.type_in(by=self.request.user, receipt=receipt, **told)

    def get_success_url(self):
        return self.told.get_absolute_url()
