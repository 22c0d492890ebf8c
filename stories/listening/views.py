"""Members without an account: their page, their card, telling for them, and letting them go."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from communities.models import Card, GroupMember
from communities.recovery import actions as recovery_actions
from communities.rights.reader import Reach
from communities.site.form_look import SiteForm
from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage
from communities.site.qr import qr_code
from stories.consent.models import Consent, reaching
from stories.listening import actions, forms
from stories.telling.audience import audiences
from stories.telling.models.story import Story
from stories.telling.pages import OneStory


class OfAssisted:
    """A member without an account, in a group that the reader organises."""

    def targets(self):
        return GroupMember.objects.assisted_by(self.request.reader).select_related("group__community")

    def next(self):
        return reverse("assisted", args=[self.target.pk])

    get_success_url = back = next


@method_decorator(never_cache, name="dispatch")
class Assisted(OfAssisted, FormPage):
    """What a host can do for somebody without mail or phone."""

    http_method_names = ["get", "head"]
    form_class = SiteForm
    template_name = "stories/listening/assisted.html"

    def get_context_data(self, **kwargs):
        reader = self.request.reader
        return super().get_context_data(
            member=self.target,
            told=Story.objects.editable_by(reader).written_for(self.target),
            card=Card.objects.visible_to(reader).usable().filter(member=self.target).first(),
            **kwargs,
        )

    def back(self):
        return reverse("group", args=[self.target.group_id])


class TellFor(OfAssisted, DeedButton):
    def perform(self):
        self.story = actions.tell_for(by=self.request.user, member=self.target)

    def next(self):
        return reverse("write_story", args=[self.story.uuid])


@method_decorator(never_cache, name="dispatch")
class MakeCard(OfAssisted, DeedButton):
    """The card to print. Its code is shown this once; a new card makes the old one worthless."""

    def post(self, request, *args, **kwargs):
        code = recovery_actions.make_card(by=request.user, member=self.target)
        address = request.build_absolute_uri(reverse("claim_card", args=[code]))
        values = {
            "member": self.target,
            "address": request.build_absolute_uri(reverse("invitation_code")),
            "qr": qr_code(address),
            "groups": [code[i : i + 4] for i in range(0, len(code), 4)],
        }
        return render(request, "stories/listening/card.html", values)


class VoidCard(OfAssisted, DeedButton):
    success_message = _("This card opens nothing any more.")

    def perform(self):
        recovery_actions.void_card(by=self.request.user, member=self.target)


class EraseMember(OfAssisted, FormPage):
    form_class = SiteForm
    template_name = "stories/listening/erase_member.html"
    heading = _("Erase this person")
    button = _("Erase it")
    success_message = _("The name and the stories told for this person have been erased.")

    def get_context_data(self, **kwargs):
        told = Story.objects.written_for(self.target)
        return super().get_context_data(member=self.target, told=told.exists(), **kwargs)

    def perform(self, form):
        actions.erase_member(by=self.request.user, member=self.target)

    def get_success_url(self):
        return reverse("group", args=[self.target.group_id])


@method_decorator(never_cache, name="dispatch")
class ClaimCard(OpenPage, TemplateView):
    """Somebody holds a card: what becomes theirs. Nothing happens before they tap."""

    template_name = "stories/listening/claim.html"

    def dispatch(self, request, *args, code, **kwargs):
        self.card = Card.objects.opened_by(code.lower()).select_related("member__group__community").first()
        if self.card is None:
            status = 429 if too_many_tries(request) else 404
            return render(request, "communities/recovery/wrong_code.html", status=status)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        after = f"?next={self.request.path}"
        return super().get_context_data(group=self.card.member.group, after=after, **kwargs)

    def post(self, request):
        if not request.user.is_authenticated:
            return HttpResponseRedirect(f"{reverse('account_login')}?next={request.path}")
        actions.claim(by=request.user, card=self.card)
        return HttpResponseRedirect(reverse("my_page"))


class AskWitness(OneStory, FormPage):
    """A listener notes that the teller wants more; a second person has to say so too."""

    form_class = forms.WitnessForm
    heading = _("The teller wants it to travel further")
    lead = _(
        "You cannot decide that alone. Somebody else who heard the teller say so confirms it on the page of the story; or the teller does it with the code."
    )
    button = _("Ask for a witness")
    success_message = _("Whoever heard it as well can confirm it on this page.")

    def targets(self):
        rows = Story.objects.editable_by(self.request.reader).told().filter(teller=None)
        return rows.filter(reaching(Reach.COMMUNITY, Reach.COMMUNITY)).exclude(young=True)

    def perform(self, form):
        actions.ask_witness(by=self.request.user, story=self.target, reach=form.cleaned_data["reach"])


class Witness(OneStory, FormPage):
    """Somebody else than the listener confirms what the teller said."""

    form_class = forms.WitnessHeardForm
    template_name = "stories/listening/witness.html"
    button = _("I confirm it")
    success_message = _("Thank you. It travels as far as its teller said.")

    def targets(self):
        asked = Consent.objects.to_witness(self.request.reader).values("story")
        rows = Story.objects.visible_to(self.request.reader).told().filter(pk__in=asked)
        return rows.exclude(written_by=self.request.reader.pk).select_related("community", "group")

    def consent(self):
        """The consent that waits for a witness."""
        return Consent.objects.to_witness(self.request.reader).get(story=self.target)

    def get_context_data(self, **kwargs):
        asked = self.consent().asked
        rung = next(rung for rung in audiences(self.target, listens=False) if rung.reach == asked)
        return super().get_context_data(story=self.target, rung=rung, **kwargs)

    def perform(self, form):
        actions.confirm_as_witness(by=self.request.user, consent=self.consent())
