"""Telling without an account, and coming back with the code of a story."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from communities.models import Community
from communities.rights import standing
from communities.site.form_look import SiteForm
from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage
from communities.site.qr import qr_code
from stories.calls.models import StoryCall
from stories.keyless import actions
from stories.keyless.forms import StoryKeyForm, plain_code
from stories.keys.models import StoryKey
from stories.keys.pages import TellersPage, hold_story_key
from stories.telling.actions import consenting
from stories.telling.models.kinds import StoryState
from stories.telling.models.story import Story
from stories.telling.pages import OneStory

NEW, NEW_OF_ALL = 10, 1000


def strip(request, code):
    """What stands on paper: where to go, the code in groups of four, and both as a QR code."""
    address = request.build_absolute_uri(reverse("receipt_code", args=[code]))
    return {
        "address": request.build_absolute_uri(reverse("receipt")),
        "qr": qr_code(address),
        "groups": [code[i : i + 4] for i in range(0, len(code), 4)],
    }


@method_decorator(never_cache, name="dispatch")
class TellAlone(OpenPage, FormPage):
    """No account needed: an empty page, and a code that is shown once."""

    form_class = SiteForm
    template_name = "stories/keyless/tell_alone.html"
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.visible_to(self.request.reader).filter(opened_on__isnull=False)

    def call(self):
        """The call it is told for, when its link was followed."""
        key = self.request.GET.get("oproep", "")
        rows = StoryCall.objects.visible_to(self.request.reader).taking_stories()
        rows = rows.filter(community=self.target)
        return rows.filter(pk=key).first() if key.isdecimal() and len(key) < 10 else None

    def get_context_data(self, **kwargs):
        call = self.call()
        # Whoever has an account after all comes back to where they began.
        account = call.get_absolute_url() if call else f"{reverse('tell')}?gemeenschap={self.target.slug}"
        return super().get_context_data(community=self.target, call=call, account=account, **kwargs)

    def form_valid(self, form):
        if too_many_tries(self.request, "new-stories", NEW, NEW_OF_ALL):
            return render(self.request, "stories/keyless/too_many.html", status=429)
        story, receipt, code = actions.tell_alone(by=None, community=self.target, call=self.call())
        hold_story_key(self.request, receipt)
        values = {"story": story, "after": reverse("write_story", args=[story.uuid])}
        return render(
            self.request, "stories/keyless/receipt_made.html", {**values, **strip(self.request, code)}
        )


class GiveStoryKey(OneStory, FormPage):
    """A listener prints the code for who told it; from then on the teller can do everything alone."""

    form_class = SiteForm
    heading = _("A code for the teller")
    lead = _(
        "With it the teller changes, narrows or takes back the story alone. It is shown only once: print it."
    )
    button = _("Make the code")

    def targets(self):
        return Story.objects.editable_by(self.request.reader).filter(teller=None, draft_of=None, receipt=None)

    def back(self):
        return own_page(self.target)

    def form_valid(self, form):
        code = actions.give_story_key(by=self.request.user, story=self.target)
        values = {"story": self.target, "after": self.back(), **strip(self.request, code)}
        return render(self.request, "stories/keyless/receipt_made.html", values)


class PutWithAccount(OneStory, FormPage):
    """Whoever has an account after all: their story goes with it, and the code is worth nothing any more."""

    form_class = SiteForm
    heading = _("Put this story with my account")
    lead = _(
        "From then on you find it on your own page, and you decide about it there. Who may read it stays as you"
        " chose. The code no longer opens anything, also not for you: nobody needs to keep it."
        " Nobody sees that this story is yours. Do you leave this site, then it is erased with your account."
    )
    button = _("Put it with my account")
    success_message = _("The story is with your account now. The code no longer opens anything.")

    def targets(self):
        return Story.objects.adoptable_by(self.request.reader)

    def back(self):
        return own_page(self.target)

    get_success_url = back

    def perform(self, form):
        actions.put_with_account(by=self.request.user, story=self.target)


def own_page(story):
    """Where its teller goes on with a story."""
    return reverse("write_story" if story.state == StoryState.DRAFT else "story", args=[story.uuid])


def open_story(request, code):
    """The story this code opens, or the same answer for every wrong code (docs/principles.md rule 6)."""
    receipt = StoryKey.objects.opened_by(plain_code(code)).select_related("story").first()
    if receipt is None:
        status = 429 if too_many_tries(request, "receipt-tries") else 404
        return render(request, "stories/keyless/wrong_receipt.html", status=status)
    hold_story_key(request, receipt)
    return HttpResponseRedirect(own_page(receipt.story))


@method_decorator(never_cache, name="dispatch")
class EnterStoryKey(OpenPage, FormView):
    """The code goes in a form and not in an address."""

    form_class = StoryKeyForm
    template_name = "stories/keyless/receipt.html"

    def get_context_data(self, **kwargs):
        held = StoryKey.objects.visible_to(self.request.reader).select_related("story")
        opened = [(own_page(receipt.story), receipt.story) for receipt in held]
        return super().get_context_data(opened=opened, **kwargs)

    def form_valid(self, form):
        return open_story(self.request, form.cleaned_data["code"])


@method_decorator(never_cache, name="dispatch")
class StoryKeyCode(OpenPage, TemplateView):
    """Where the QR code leads. Nothing is opened, and nothing told about the code, before a tap."""

    template_name = "stories/keyless/receipt_code.html"

    def post(self, request, code):
        return open_story(request, code)


class CloseStoryKeys(OpenPage, View):
    """On a borrowed phone: this device forgets the code."""

    http_method_names = ["post"]

    def post(self, request):
        request.session.pop("receipts", None)
        messages.success(request, _("Closed. With your code you open it again."))
        return HttpResponseRedirect(reverse("home"))


class WaitingStories(FormPage):
    """Stories told without an account, for who decides whether they come in: read, and tap."""

    http_method_names = ["get", "head"]
    form_class = SiteForm
    template_name = "stories/keyless/waiting.html"
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        reader = self.request.reader
        owned = StoryCall.objects.owned_by(reader).values("community")
        here = Community.objects.visible_to(reader)
        return here.filter(pk__in=owned) | here.filter(pk__in=standing.handled(reader))

    def get_context_data(self, **kwargs):
        rows = Story.objects.waiting_for(self.request.reader).filter(community=self.target)
        rows = rows.select_related("call").prefetch_related(Prefetch("media", to_attr="attached"))[:20]
        return super().get_context_data(community=self.target, stories=rows, **kwargs)


class OneThatWaits(OneStory, DeedButton):
    def targets(self):
        return Story.objects.waiting_for(self.request.reader).select_related("community", "call")

    def next(self):
        return reverse("waiting_stories", args=[self.target.community.slug])


class ReleaseStory(OneThatWaits):
    success_message = _("It is in. Whom the teller chose can read it now.")

    def perform(self):
        seen = self.request.POST.get("seen", "")
        actions.release_story(by=self.request.user, story=self.target, seen=seen)


class TurnStoryAway(OneThatWaits):
    success_message = _("It stays with its teller.")

    def perform(self):
        actions.turn_away(by=self.request.user, story=self.target)


class TellersButton(TellersPage, OneStory, DeedButton):
    """A deed of the teller alone: by account or with the code, never of a listener."""

    def targets(self):
        return Story.objects.controlled_by_teller(self.request.reader)


class StillRead(TellersPage, OneStory, FormPage):
    """May your story still be read? Three answers, and nothing happens by looking."""

    http_method_names = ["get", "head"]
    form_class = SiteForm
    template_name = "stories/keyless/still_read.html"

    def targets(self):
        rows = Story.objects.controlled_by_teller(self.request.reader).told()
        return rows.select_related("community", "group")

    def get_context_data(self, **kwargs):
        return super().get_context_data(story=self.target, **kwargs)


class Renew(TellersButton):
    success_message = _("Thank you. It may be read for another two years.")

    def perform(self):
        consenting.renew(by=self.acting_account, story=self.target)
