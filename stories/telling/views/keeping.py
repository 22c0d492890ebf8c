"""What a teller, or the listener who wrote it down, does with a story."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from communities.site import form_look
from communities.site.identifiers import spotted
from communities.site.pages import DeedButton, FormPage
from stories.keys.pages import TellersPage
from stories.telling.actions import telling as actions_telling
from stories.telling.audience import audiences
from stories.telling.forms import telling as forms_telling
from stories.telling.models.kinds import StoryState
from stories.telling.models.media import MediaKind, StoryMedia
from stories.telling.models.story import Story
from stories.telling.pages import OneStory


class OwnStory(TellersPage, OneStory, FormPage):
    """A form about a story of mine, or one I wrote down for somebody."""

    state = StoryState.TOLD

    def targets(self):
        rows = Story.objects.editable_by(self.request.reader).filter(state=self.state)
        return rows.select_related("community", "group")


class Share(OwnStory):
    """How far it travels, in words. Also used to let a told story go further or less far."""

    form_class = forms_telling.ShareForm
    template_name = "stories/telling/share.html"
    state = StoryState.DRAFT
    success_message = _("Your story now travels as far as you chose.")

    asks_age = True

    @cached_property
    def rungs(self):
        return audiences(self.target, self.listens)

    def get_form_kwargs(self):
        asked = {"rungs": self.rungs, "asks_age": self.asks_age, "listens": self.listens}
        return {**super().get_form_kwargs(), **asked}

    def get_context_data(self, **kwargs):
        story = self.target
        spots = spotted(story.text, [story.community.name, *story.community.name.split()])
        mine = {
            "story": story,
            "rungs": self.rungs,
            "listens": self.listens,
            "by_code": self.acting_account is None,
        }
        return super().get_context_data(**mine, spots=spots, **kwargs)

    def back(self):
        return reverse("write_story", args=[self.target.uuid])

    def perform(self, form):
        told = {"permission": form.permission(), "age": form.age()}
        self.told = actions_telling.tell(by=self.acting_account, story=self.target, **told)

    def get_success_url(self):
        """A story for a call goes on to the questions about it."""
        asks = self.told.call_id and self.target.state == StoryState.DRAFT
        return reverse("answer_questions", args=[self.told.uuid]) if asks else self.told.get_absolute_url()


class ChangeReach(Share):
    state = StoryState.TOLD

    # Once is enough: narrowing takes no more taps than giving did.
    asks_age = False

    def back(self):
        return self.target.get_absolute_url()

    def perform(self, form):
        permission = form.permission()
        self.told = actions_telling.change_reach(
            by=self.acting_account, story=self.target, permission=permission
        )


class ReadBack(OwnStory):
    form_class = forms_telling.ReadBackForm
    state = StoryState.DRAFT
    heading = _("Read back")
    lead = _("Nobody sees the story before its teller heard it and agreed.")

    def targets(self):
        return super().targets().filter(teller=None)

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in ("on", "how")}
        actions_telling.read_back(by=self.acting_account, story=self.target, **values)

    def get_success_url(self):
        return reverse("share_story", args=[self.target.uuid])

    def back(self):
        return reverse("write_story", args=[self.target.uuid])


class ChooseQuote(OwnStory):
    form_class = forms_telling.QuoteForm
    heading = _("The sentence that may be quoted")
    lead = _("It is shown only where your story may be read, and it goes when your story goes.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "story": self.target}

    def perform(self, form):
        start, end = form.place()
        actions_telling.choose_quote(by=self.acting_account, story=self.target, start=start, end=end)


class OwnStoryButton(TellersPage, OneStory, DeedButton):
    def targets(self):
        return Story.objects.editable_by(self.request.reader)


class Withdraw(OwnStoryButton):
    """One click, no reason, no question in between (P6)."""

    success_message = _("Your story is gone everywhere. You still have it here.")

    def targets(self):
        return Story.objects.withdrawable_by(self.request.reader)

    def perform(self):
        actions_telling.withdraw(by=self.acting_account, story=self.target)
        self.kept = Story.objects.editable_by(self.request.reader).filter(pk=self.target.pk).exists()
        if not self.kept:
            self.success_message = _("The story is gone everywhere, as its teller asked.")

    def next(self):
        return (self.target if self.kept else self.target.community).get_absolute_url()


class StartChanging(OwnStoryButton):
    def targets(self):
        return super().targets().told()

    def perform(self):
        self.copy = actions_telling.start_changing(by=self.acting_account, story=self.target)

    def next(self):
        """To the text; or to the sound that has no words yet, for who came to write those."""
        if self.request.POST.get("after") == "describe_media":
            rows = StoryMedia.objects.editable_by(self.request.reader).filter(story=self.copy, words="")
            sound = rows.filter(kind=MediaKind.SOUND).first()
            if sound:
                return reverse("describe_media", args=[sound.uuid])
        return reverse("write_story", args=[self.copy.uuid])


class Erase(TellersPage, OneStory, FormPage):
    form_class = form_look.SiteForm
    heading = _("Erase this story")
    lead = _(
        "Title, text, name, quotes and what you allowed are deleted. It cannot be undone. To only hide it, take it back instead."
    )
    button = _("Erase it")
    success_message = _("The story has been erased.")

    def targets(self):
        return Story.objects.erasable_by(self.request.reader)

    def back(self):
        if self.target.state == StoryState.DRAFT:
            return reverse("write_story", args=[self.target.uuid])
        return self.target.get_absolute_url()

    def perform(self, form):
        actions_telling.erase(by=self.acting_account, story=self.target)

    def get_success_url(self):
        return self.home()
