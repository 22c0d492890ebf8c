"""Reading stories, telling them, and taking them back."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, FormView, ListView, View

from communities.generic import DeedButton, FormPage, OpenPage
from communities.models import Area, Community, Group
from stories import actions, forms
from stories.ladder import rungs
from stories.models import Consent, Quote, Story, StoryState, Voice


@method_decorator(never_cache, name="dispatch")
class Unkept:
    """Story pages are never kept by a browser, a proxy or a search engine (4-quality.md rule 2)."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


class StoryList(Unkept, OpenPage, ListView):
    template_name = "stories/list.html"
    context_object_name = "stories"
    paginate_by = 20

    def get_queryset(self):
        rows = Story.objects.visible_to(self.request.reader).told()
        if self.request.GET.get("gemeenschap"):
            rows = rows.filter(community__slug=self.request.GET["gemeenschap"])
        if self.request.GET.get("taal"):
            rows = rows.filter(language=self.request.GET["taal"])
        return rows.select_related("community")

    def get_context_data(self, **kwargs):
        communities = Community.objects.visible_to(self.request.reader)
        chosen = {"community": self.request.GET.get("gemeenschap"), "language": self.request.GET.get("taal")}
        return super().get_context_data(
            communities=communities, languages=forms.LANGUAGES, chosen=chosen, **kwargs
        )


class OneStory:
    """Stories are found by their uuid, which says nothing about how many there are."""

    slug_field = slug_url_kwarg = "uuid"


class StoryPage(Unkept, OneStory, OpenPage, DetailView):
    template_name = "stories/story.html"
    context_object_name = "story"

    def get_queryset(self):
        rows = Story.objects.as_seen_by(self.request.reader).told()
        return rows.select_related("community__municipality", "group", "area", "draft_of")

    def get_context_data(self, **kwargs):
        own = {}
        if self.object.may_edit:
            consent = Consent.objects.visible_to(self.request.reader).standing().filter(story=self.object).first()
            reach = consent.reach_now if consent else 0
            quote = Quote.objects.with_words().filter(story=self.object).first()
            own = {"consent": consent, "reach": reach, "rungs": rungs(self.object), "quote": quote}
        return super().get_context_data(**own, **kwargs)


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


@method_decorator([never_cache, login_not_required], name="dispatch")
class Write(OneStory, View):
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
            return JsonResponse({"saved": False, "why": why}, status=400) if quiet else self.page(form, status=400)
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


class OwnStory(OneStory, FormPage):
    """A form about a story of mine, or one I wrote down for somebody."""

    state = StoryState.TOLD

    def targets(self):
        rows = Story.objects.editable_by(self.request.reader).filter(state=self.state)
        return rows.select_related("community", "group")


class Share(OwnStory):
    """How far it travels, in words. Also used to let a told story go further or less far."""

    form_class = forms.ShareForm
    template_name = "stories/share.html"
    state = StoryState.DRAFT
    done = _("Your story now travels as far as you chose.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "rungs": rungs(self.target)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(story=self.target, rungs=rungs(self.target), **kwargs)

    def back(self):
        return reverse("write_story", args=[self.target.uuid])

    def deed(self, form):
        self.told = actions.tell(by=self.request.user, story=self.target, permission=form.cleaned_data)

    def get_success_url(self):
        return self.told.get_absolute_url()


class ChangeReach(Share):
    state = StoryState.TOLD

    def back(self):
        return self.target.get_absolute_url()

    def deed(self, form):
        self.told = actions.change_reach(by=self.request.user, story=self.target, permission=form.cleaned_data)


class ReadBack(OwnStory):
    form_class = forms.ReadBackForm
    state = StoryState.DRAFT
    heading = _("Read back")
    lead = _("Nobody sees the story before its teller heard it and agreed.")

    def targets(self):
        return super().targets().filter(teller=None)

    def deed(self, form):
        values = {name: form.cleaned_data[name] for name in ("on", "how")}
        actions.read_back(by=self.request.user, story=self.target, **values)

    def get_success_url(self):
        return reverse("share_story", args=[self.target.uuid])

    def back(self):
        return reverse("write_story", args=[self.target.uuid])


class ChooseQuote(OwnStory):
    form_class = forms.QuoteForm
    heading = _("The sentence that may be quoted")
    lead = _("It is shown only where your story may be read, and it goes when your story goes.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "text": self.target.text}

    def deed(self, form):
        start, end = form.place()
        actions.choose_quote(by=self.request.user, story=self.target, start=start, end=end)


class OwnStoryButton(OneStory, DeedButton):
    def targets(self):
        return Story.objects.editable_by(self.request.reader)


class Withdraw(OwnStoryButton):
    """One click, no reason, no question in between (P6)."""

    done = _("Your story is gone everywhere. You still have it here.")

    def deed(self):
        actions.withdraw(by=self.request.user, story=self.target)


class StartChanging(OwnStoryButton):
    def targets(self):
        return super().targets().told()

    def deed(self):
        self.copy = actions.start_changing(by=self.request.user, story=self.target)

    def next(self):
        return reverse("write_story", args=[self.copy.uuid])


class Erase(OneStory, FormPage):
    form_class = forms.SiteForm
    heading = _("Erase this story")
    lead = _("Title, text, name, quotes and what you allowed are deleted. It cannot be undone. To only hide it, take it back instead.")
    button = _("Erase it")
    done = _("The story has been erased.")

    def targets(self):
        return Story.objects.editable_by(self.request.reader)

    def back(self):
        if self.target.state == StoryState.DRAFT:
            return reverse("write_story", args=[self.target.uuid])
        return self.target.get_absolute_url()

    def deed(self, form):
        actions.erase(by=self.request.user, story=self.target)

    def get_success_url(self):
        return reverse("my_page")


class AddVoice(FormPage):
    """Beside a figure: what somebody who lives there reads in it."""

    form_class = forms.VoiceForm
    heading = _("What do you read in these figures?")
    lead = _("A figure is half the picture. You know the other half.")
    button = _("Say it")
    done = _("Thank you. Your words stand beside the figure.")
    slug_field = slug_url_kwarg = "code"

    def targets(self):
        mine = Community.objects.lived_in_by(self.request.reader).filter(areas__code=self.kwargs["code"])
        return Area.objects.newest().filter(code__in=mine.values("areas__code"))

    def get_form_kwargs(self):
        mine = Community.objects.lived_in_by(self.request.reader).filter(areas__code=self.target.code)
        return {**super().get_form_kwargs(), "communities": mine.distinct()}

    def deed(self, form):
        actions.add_voice(
            by=self.request.user,
            area_code=self.target.code,
            subject=self.kwargs["subject"],
            **form.cleaned_data,
        )


class RemoveVoice(DeedButton):
    done = _("Your words are gone.")

    def targets(self):
        return Voice.objects.editable_by(self.request.reader)

    def deed(self):
        actions.remove_voice(by=self.request.user, voice=self.target)

    def next(self):
        return reverse("my_page")
