"""Telling: an empty page that saves itself."""

from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from communities.generic import OpenPage
from communities.models import Community, Group
from stories import actions, forms
from stories.models import Story, StoryState
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


@method_decorator(never_cache, name="dispatch")
class Write(OneStory, OpenPage, View):
    """The page to write on. It saves itself; without JavaScript the button does.

    Somebody whose session ended while writing gets the typed text back on the next page: nothing is
    stored, and no character is lost (4-quality.md rule 8).
    """

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.logged_out(request)
        drafts = Story.objects.editable_by(request.reader).filter(state=StoryState.DRAFT)
        self.story = get_object_or_404(drafts.select_related("community", "group"), uuid=kwargs["uuid"])
        return super().dispatch(request, *args, **kwargs)

    def logged_out(self, request):
        login = f"{reverse('account_login')}?next={request.path}"
        if request.method != "POST":
            return HttpResponseRedirect(login)
        if request.htmx or request.headers.get("Accept") == "application/json":
            return JsonResponse({"saved": False, "why": str(_("You are logged out."))}, status=403)
        text = forms.clean_text(request.POST.get("text", ""))
        return render(request, "stories/logged_out.html", {"text": text, "login": login}, status=403)

    def get(self, request, uuid):
        return self.page(forms.StoryForm(instance=self.story))

    def post(self, request, uuid):
        form = forms.StoryForm(request.POST, instance=self.story)
        quiet = request.headers.get("Accept") == "application/json"
        if not form.is_valid():
            why = " ".join(error for errors in form.errors.values() for error in errors)
            return (
                JsonResponse({"saved": False, "why": why}, status=400)
                if quiet
                else self.page(form, status=400)
            )
        try:
            story = actions.save_draft(
                by=request.user, story=self.story, values=form.values(), seen=form.cleaned_data["seen"]
            )
        except actions.WrittenMeanwhile as other:
            return self.conflict(form, other.story, quiet)
        if quiet:
            return JsonResponse({"saved": True, "at": _clock(), "seen": story.changed_at.isoformat()})
        later = "later" in request.POST
        return HttpResponseRedirect(reverse("write_story" if later else "share_story", args=[story.uuid]))

    def conflict(self, form, stored, quiet):
        """Two tabs wrote: both texts are shown, the person puts them together, nothing vanishes."""
        why = _("This story was changed on another page meanwhile. Press save to see both texts.")
        if quiet:
            return JsonResponse({"saved": False, "why": str(why)}, status=409)
        form.data = {**form.data.dict(), "seen": stored.changed_at.isoformat()}
        return self.page(form, stored=stored, status=409)

    def page(self, form, stored=None, status=200):
        story = self.story
        saved = _clock(story.changed_at) if story.text else ""
        values = {"form": form, "story": story, "stored": stored, "saved": saved}
        return render(self.request, "stories/write.html", values, status=status)


def _clock(at=None):
    return date_format(timezone.localtime(at or timezone.now()), "H:i")
