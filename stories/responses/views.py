"""What a reader says about a story, and what its teller adds later."""

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView

from communities.models import Community
from communities.site.pages import DeedButton, FormPage
from stories.keys.pages import TellersPage
from stories.responses import actions, forms
from stories.responses.models import Pair, Recognition
from stories.telling.models.story import Story
from stories.telling.pages import OneStory


class OthersStory(OneStory):
    """A story of somebody else, in a community the reader takes part in."""

    def targets(self):
        reader = self.request.reader
        here = Community.objects.joined_by(reader)
        rows = Story.objects.visible_to(reader).told().filter(community__in=here)
        return rows.exclude(pk__in=Story.objects.editable_by(reader)).select_related("community", "group")


class Recognise(OthersStory, FormPage):
    form_class = forms.RecognitionForm
    heading = _("This is also my story")
    lead = _("Say in your own words what you recognise. It stands under the story.")
    button = _("Say it")
    success_message = _("Your words stand under the story.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "story": self.target}

    def perform(self, form):
        actions.recognise(by=self.request.user, story=self.target, **form.cleaned_data)


class TakeBackRecognition(DeedButton):
    success_message = _("Your words are gone.")

    def targets(self):
        return Recognition.objects.editable_by(self.request.reader)

    def perform(self):
        actions.take_back_recognition(by=self.request.user, recognition=self.target)

    def next(self):
        return reverse("my_page")


class Follow(OthersStory, DeedButton):
    def perform(self):
        self.draft = actions.follow(by=self.request.user, story=self.target)

    def next(self):
        return reverse("write_story", args=[self.draft.uuid])


class ProposePair(OthersStory, FormPage):
    form_class = forms.PairForm
    heading = _("Two stories about one moment")
    lead = _(
        "Did you tell about the same moment? Then both stories can lead to each other."
        " Who told this one decides too. Whoever reads them sees only what they may read."
    )
    button = _("Ask it")
    success_message = _("It has been asked. You hear nothing if the answer is no.")

    def targets(self):
        return super().targets().filter(teller__isnull=False)

    def get_form_kwargs(self):
        mine = Story.objects.told_by(self.request.reader).told()
        return {**super().get_form_kwargs(), "stories": mine}

    def perform(self, form):
        actions.propose_pair(by=self.request.user, story=form.cleaned_data["mine"], other=self.target)


@method_decorator(never_cache, name="dispatch")
class PairPage(DetailView):
    """The question to the other teller, with both stories to read first."""

    template_name = "stories/responses/pair.html"
    context_object_name = "pair"

    def get_queryset(self):
        rows = Pair.objects.asked_of(self.request.reader)
        return rows.select_related("proposed", "other")


class AcceptPair(DeedButton):
    success_message = _("From now on the two stories lead to each other.")

    def targets(self):
        return Pair.objects.asked_of(self.request.reader).select_related("other")

    def perform(self):
        actions.accept_pair(by=self.request.user, pair=self.target)

    def next(self):
        return self.target.other.get_absolute_url()


class EndPair(DeedButton):
    success_message = _("The stories no longer lead to each other.")

    def targets(self):
        return Pair.objects.editable_by(self.request.reader).select_related("proposed", "other")

    def perform(self):
        both = [self.target.proposed_id, self.target.other_id]
        self.mine = Story.objects.told_by(self.request.reader).filter(pk__in=both).first()
        actions.end_pair(by=self.request.user, pair=self.target)

    def next(self):
        return self.mine.get_absolute_url()


class HowNow(TellersPage, OneStory, FormPage):
    """Some months later: a few words under one's own story, under the same yes."""

    form_class = forms.HowNowForm
    template_name = "stories/responses/how_now.html"
    success_message = _("It stands under your story.")

    def targets(self):
        rows = Story.objects.controlled_by_teller(self.request.reader).told()
        return rows.select_related("community", "group")

    def get_initial(self):
        return {"words": self.target.later}

    def get_context_data(self, **kwargs):
        return super().get_context_data(story=self.target, by_code=self.acting_account is None, **kwargs)

    def perform(self, form):
        words = form.cleaned_data["words"]
        actions.say_how_it_is_now(by=self.acting_account, story=self.target, words=words)
