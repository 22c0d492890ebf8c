"""Telling: an empty page that saves itself."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from communities.autosave import WritingPage, WrittenMeanwhile, clock
from communities.models import Community, Group
from stories import actions, forms
from stories.models import Story, StoryState
from stories.photo_story import QUESTIONS, PhotoStoryForm
from stories.views.reading import OneStory


class Begin(FormView):
    """Where and with whom: then an empty page."""

    form_class = forms.BeginForm
    template_name = "stories/begin.html"

    def get_initial(self):
        slug = self.request.GET.get("gemeenschap", "")
        return {"community": Community.objects.joined_by(self.request.reader).filter(slug=slug).first()}

    def get_form_kwargs(self):
        reader = self.request.reader
        mine = {"communities": Community.objects.joined_by(reader), "groups": Group.objects.joined_by(reader)}
        return {**super().get_form_kwargs(), **mine}

    def form_valid(self, form):
        story = actions.start_draft(by=self.request.user, **form.cleaned_data)
        return HttpResponseRedirect(reverse("write_story", args=[story.uuid]))


class Write(OneStory, WritingPage):
    """The page to write on, for the teller or the listener."""

    typed = ("text",)
    template_name = "stories/write.html"
    route = "write_story"
    typed_label = _("Your story")

    def find(self):
        drafts = Story.objects.editable_by(self.request.reader).filter(state=StoryState.DRAFT)
        rows = drafts.select_related("community", "group")
        self.story = get_object_or_404(rows, uuid=self.kwargs["uuid"])

    def make(self, data=None):
        """The form to write in."""
        return forms.StoryForm(data, instance=self.story)

    def get(self, request, uuid):
        return self.page(self.make())

    def post(self, request, uuid):
        form = self.make(request.POST)
        if not form.is_valid():
            return self.not_valid(form) if self.is_quiet else self.page(form, status=400)
        seen = form.cleaned_data["seen"]
        try:
            story = actions.save_draft(by=request.user, story=self.story, values=form.values(), seen=seen)
        except WrittenMeanwhile as other:
            return self.conflict(form, other.stored)
        if self.is_quiet:
            return self.saved(story.changed_at)
        later = "later" in request.POST
        return HttpResponseRedirect(reverse(self.route if later else "share_story", args=[story.uuid]))

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
        return render(self.request, self.template_name, values, status=status)


class PhotoStory(Write):
    """The same draft, told by answering six questions beside a picture; saved as one text with headings."""

    template_name = "stories/photo_story.html"
    route = "photo_story"
    typed = tuple(name for name, _question in QUESTIONS)

    def make(self, data=None):
        return PhotoStoryForm(data, instance=self.story)
