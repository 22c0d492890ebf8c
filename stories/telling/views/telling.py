"""Telling: an empty page that saves itself."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from communities.models import Community, Group
from communities.site.autosave import WritingPage, WrittenMeanwhile, clock
from communities.site.pages import OpenPage
from stories.keys.pages import acting_account
from stories.telling.actions import telling as actions_telling
from stories.telling.forms import telling as forms_telling
from stories.telling.models.kinds import StoryState
from stories.telling.models.media import StoryMedia
from stories.telling.models.story import Story
from stories.telling.pages import OneStory
from stories.telling.photo_story import QUESTIONS, PhotoStoryForm

# Which page comes after saving, by the button that was pressed.
AFTER = {"write_story", "add_sound", "add_picture"}


class BeginStory(OpenPage, FormView):
    """Where and with whom: then an empty page. A visitor can tell without an account."""

    form_class = forms_telling.BeginForm
    template_name = "stories/telling/begin.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            return super().dispatch(request, *args, **kwargs)
        here = Community.objects.visible_to(request.reader).filter(slug=request.GET.get("gemeenschap", ""))
        if here.exists():
            return HttpResponseRedirect(reverse("tell_alone", args=[here.get().slug]))
        return redirect_to_login(request.get_full_path())

    def get_initial(self):
        slug = self.request.GET.get("gemeenschap", "")
        return {"community": Community.objects.joined_by(self.request.reader).filter(slug=slug).first()}

    def get_form_kwargs(self):
        reader = self.request.reader
        mine = {"communities": Community.objects.joined_by(reader), "groups": Group.objects.joined_by(reader)}
        return {**super().get_form_kwargs(), **mine}

    def get_context_data(self, **kwargs):
        belongs = Community.objects.joined_by(self.request.reader).exists()
        return super().get_context_data(belongs=belongs, **kwargs)

    def form_valid(self, form):
        story = actions_telling.start_draft(by=self.request.user, **form.cleaned_data)
        return HttpResponseRedirect(reverse("write_story", args=[story.uuid]))


class Write(OneStory, WritingPage):
    """The page to write on, for the teller or the listener."""

    typed = ("text",)
    template_name = "stories/telling/write.html"
    route = "write_story"
    typed_label = _("Your story")
    other_way = reverse_lazy("receipt")

    def is_known(self, request):
        return request.user.is_authenticated or bool(request.reader.receipts)

    def find(self):
        drafts = Story.objects.editable_by(self.request.reader).filter(state=StoryState.DRAFT)
        rows = drafts.select_related("community", "group", "call")
        self.story = get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def make(self, data=None):
        """The form to write in."""
        return forms_telling.StoryForm(data, instance=self.story)

    def get(self, request, uuid):
        return self.page(self.make())

    def post(self, request, uuid):
        form = self.make(request.POST)
        if not form.is_valid():
            return self.not_valid(form) if self.is_quiet else self.page(form, status=400)
        seen = form.cleaned_data["seen"]
        try:
            story = actions_telling.save_draft(
                by=acting_account(request, self.story), story=self.story, values=form.values(), seen=seen
            )
        except WrittenMeanwhile as other:
            return self.conflict(form, other.stored)
        if self.is_quiet:
            return self.saved(story.changed_at)
        after = request.POST.get("after")
        route = after if after in AFTER else self.route if "later" in request.POST else "share_story"
        return HttpResponseRedirect(reverse(route, args=[story.uuid]))

    def is_erasable(self):
        return Story.objects.erasable_by(self.request.reader).filter(pk=self.story.pk).exists()

    def conflict(self, form, stored):
        """Two tabs wrote: both texts are shown, the person puts them together, nothing vanishes."""
        if self.is_quiet:
            why = _("This story was changed on another page meanwhile. Press save to see both texts.")
            return self.not_saved(why, 409)
        form.data = {**form.data.dict(), "seen": stored.changed_at.isoformat()}
        return self.page(form, stored=stored, status=409)

    def page(self, form, stored=None, status=200):
        story = self.story
        saved = clock(story.changed_at) if story.text else ""
        values = {"form": form, "story": story, "stored": stored, "saved": saved}
        values["listens"] = story.teller_id is None and acting_account(self.request, story) is not None
        values["erasable"] = not values["listens"] or self.is_erasable()
        mine = Story.objects.adoptable_by(self.request.reader)
        values["adoptable"] = mine.filter(pk=story.pk).exists()
        values["items"] = StoryMedia.objects.editable_by(self.request.reader).filter(story=story)
        return render(self.request, self.template_name, values, status=status)


class PhotoStory(Write):
    """The same draft, told by answering six questions beside a picture; saved as one text with headings."""

    template_name = "stories/telling/photo_story.html"
    route = "photo_story"
    typed = tuple(name for name, _question in QUESTIONS)

    def make(self, data=None):
        return PhotoStoryForm(data, instance=self.story)
