"""The change that means most: offering, sitting in the panel, choosing with a reason, telling back (S3)."""

from django.utils.translation import gettext_lazy as _

from communities.rights.reader import Reach
from communities.site.pages import DeedButton, FormPage
from stories.consent.models import reaching
from stories.meaning import forms
from stories.meaning.actions import rounds
from stories.meaning.models.rounds import ChangeRound, PanelMember, StoryRef
from stories.telling.models.story import Story


class OfRound(FormPage):
    """A form about a round that is not over."""

    def targets(self):
        rows = ChangeRound.objects.visible_to(self.request.reader)
        return rows.filter(closed_on=None).select_related("community")


class OfferStory(OfRound):
    form_class = forms.OfferForm
    heading = _("Offer a story of yours")
    lead = _("The panel reads it as far as you let it travel, and no further. You can take it back any time.")
    success_message = _("The panel can read your story now.")

    def get_form_kwargs(self):
        mine = Story.objects.told_by(self.request.reader).told().filter(reaching(Reach.COMMUNITY))
        mine = mine.filter(community=self.target.community_id)
        return {**super().get_form_kwargs(), "stories": mine}

    def perform(self, form):
        rounds.offer_story(by=self.request.user, round=self.target, **form.cleaned_data)


class TakeBackOffer(DeedButton):
    success_message = _("Your story is out of this round.")

    def targets(self):
        return StoryRef.objects.offered_by(self.request.reader).select_related("round")

    def perform(self):
        rounds.take_back_offer(by=self.request.user, ref=self.target)

    def next(self):
        return self.target.round.get_absolute_url()


class SitDown(DeedButton):
    success_message = _("You sit in the panel now.")

    def targets(self):
        return ChangeRound.objects.visible_to(self.request.reader).select_related("community")

    def perform(self):
        rounds.sit_down(by=self.request.user, round=self.target)


class StandUp(SitDown):
    success_message = _("You left the panel.")

    def perform(self):
        rounds.stand_up(by=self.request.user, round=self.target)


class Choose(OfRound):
    form_class = forms.ChoiceForm
    heading = _("What did the panel choose, and why?")
    lead = _("One story for each kind of change, with the reason. Nothing is counted and nothing is ranked.")

    def targets(self):
        mine = PanelMember.objects.visible_to(self.request.reader).current().values("round")
        return super().targets().filter(pk__in=mine)

    def get_form_kwargs(self):
        offered = Story.objects.shared_with(self.request.reader).filter(refs__round=self.target)
        return {**super().get_form_kwargs(), "stories": offered, "domains": self.target.asked_about}

    def perform(self, form):
        rounds.choose(by=self.request.user, round=self.target, **form.cleaned_data)


class CloseRound(OfRound):
    form_class = forms.CloseForm
    heading = _("Tell it back")
    lead = _("What do we do differently now? Everybody who offered a story gets word.")
    success_message = _("Everybody who offered a story gets word. Two people say yes before others read it.")

    def targets(self):
        rows = ChangeRound.objects.editable_by(self.request.reader)
        return rows.filter(closed_on=None).select_related("community")

    def perform(self, form):
        rounds.close_round(by=self.request.user, round=self.target, **form.cleaned_data)
