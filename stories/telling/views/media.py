"""Sound and pictures: adding them to a draft, describing them, and serving them by the rule of their story."""

import re

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from communities.site.pages import DeedButton, FormPage, OpenPage
from stories.keys.pages import TellersPage, acting_account
from stories.telling.actions import media
from stories.telling.forms.media import MediaWordsForm, PictureForm, SoundForm
from stories.telling.models.kinds import StoryState
from stories.telling.models.media import StoryMedia
from stories.telling.views.keeping import OwnStory

RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})$")


class AddSound(OwnStory):
    """Speak it in, or hand in a sound that is there already."""

    state = StoryState.DRAFT
    form_class = SoundForm
    template_name = "stories/telling/add_sound.html"
    success_message = _("The sound is kept with your story.")

    def perform(self, form):
        values = {"content": form.cleaned_data["file"], "words": form.cleaned_data["words"]}
        media.add_sound(by=self.acting_account, story=self.target, **values)

    @property
    def is_recorder(self):
        """Whether the recorder in the page hands it in: it lets go only of what the server says it kept."""
        return self.request.headers.get("Accept") == "application/json"

    def form_valid(self, form):
        answer = super().form_valid(form)
        if self.is_recorder and form.is_valid():
            return JsonResponse({"saved": True, "next": answer.url})
        return answer

    def form_invalid(self, form):
        if self.is_recorder:
            why = " ".join(error for found in form.errors.values() for error in found)
            return JsonResponse({"saved": False, "why": why}, status=400)
        return super().form_invalid(form)

    def get_success_url(self):
        return reverse("write_story", args=[self.target.uuid])

    back = get_success_url


class AddPicture(AddSound):
    form_class = PictureForm
    template_name = "stories/telling/add_picture.html"
    success_message = _("The picture is kept with your story.")

    def perform(self, form):
        media.add_picture(by=self.acting_account, story=self.target, **form.values())


class OwnMedia(TellersPage):
    """One sound or picture of a draft of mine."""

    slug_field = slug_url_kwarg = "uuid"

    def targets(self):
        return StoryMedia.objects.editable_by(self.request.reader).select_related("story")

    @property
    def acting_account(self):
        return acting_account(self.request, self.target.story)

    def back(self):
        return reverse("write_story", args=[self.target.story.uuid])

    get_success_url = next = back


class Describe(OwnMedia, FormPage):
    form_class = MediaWordsForm
    template_name = "stories/telling/describe.html"

    def get_initial(self):
        return {"words": self.target.words}

    def get_context_data(self, **kwargs):
        return super().get_context_data(item=self.target, **kwargs)

    def perform(self, form):
        media.describe(by=self.acting_account, item=self.target, words=form.cleaned_data["words"])


class RemoveMedia(OwnMedia, DeedButton):
    success_message = _("It is out of your story.")

    def perform(self):
        media.remove_media(by=self.acting_account, item=self.target)


class MediaFile(OpenPage, View):
    """The file itself: for who may read its story now, kept by no browser and no proxy."""

    def get(self, request, uuid, size):
        item = get_object_or_404(StoryMedia.objects.visible_to(request.reader), uuid=uuid)
        with (item.small if size == "klein" and item.small else item.file).open("rb") as file:
            content = file.read()
        answer = self.part(content, request.headers.get("Range", ""))
        answer["Content-Type"] = item.content_type
        answer["Cache-Control"] = "no-store"
        answer["X-Robots-Tag"] = "noindex"
        answer["X-Content-Type-Options"] = "nosniff"
        answer["Content-Disposition"] = "inline"
        answer["Accept-Ranges"] = "bytes"
        return answer

    def part(self, content, wanted):
        """The piece that was asked for: phones play a sound only from a server that gives pieces."""
        asked = RANGE.match(wanted)
        if not asked or int(asked[1]) >= len(content):
            return HttpResponse(content)
        first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
        answer = HttpResponse(content[first : last + 1], status=206)
        answer["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
        return answer
