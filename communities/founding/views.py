"""Beginning a community, opening its page, its own words, and its areas in a new division."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communities.figures.models import Area
from communities.founding import actions, forms
from communities.membership.models import Community
from communities.membership.pages import CommunityFormPage
from communities.moderation.models import with_words
from communities.rights import standing
from communities.site.pages import DeedButton, FormPage


class StartCommunity(FormPage):
    form_class = forms.CommunityForm
    heading = _("Begin a community")
    lead = _("Two residents open the page together. You prepare it, then invite the second.")
    button = _("Begin")
    success_message = _("It stands ready. Now invite a second resident.")
    slug_field = slug_url_kwarg = "code"

    def targets(self):
        return Area.objects.newest()

    def get_form_kwargs(self):
        near = Community.objects.visible_to(self.request.reader).exclude(opened_on=None)
        near = near.filter(municipality__code=actions.municipality_of(self.target))
        return {**super().get_form_kwargs(), "near": near}

    def perform(self, form):
        self.made = actions.start_community(by=self.request.user, area=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class OpenCommunity(DeedButton):
    success_message = _("The page is open for everyone.")
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.editable_by(self.request.reader).filter(opened_on=None)

    def perform(self):
        actions.open_community(by=self.request.user, community=self.target)


class CommunityWords(CommunityFormPage):
    """For residents; while the words are set aside for the hosts among them, who help to make them right."""

    form_class = forms.CommunityWordsForm
    heading = _("In our own words")
    lead = _("Only residents change these words. They stand on top of the page.")

    def targets(self):
        reader = self.request.reader
        readable = Q(words_aside=False) | Q(pk__in=standing.hosted(reader))
        return with_words(Community.objects.editable_by(reader)).filter(readable)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.rewrite_community(by=self.request.user, community=self.target, **form.cleaned_data)


class CommunityAreas(CommunityFormPage):
    """For hosts, while a new division is there and nobody said yet which of its areas are theirs."""

    form_class = forms.CommunityAreasForm
    heading = _("The neighbourhoods were drawn anew")
    lead = _("Nobody says that yours stayed the same. You live there: say which ones are yours now.")

    def targets(self):
        return Community.objects.hosted_by(self.request.reader).with_old_areas()

    def _choices(self):
        return Area.objects.newest_division_of(self._areas().divided_anew())

    def _areas(self):
        return Area.objects.visible_to(self.request.reader).filter(communities=self.target)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "choices": self._choices()}

    def get_initial(self):
        return {"areas": list(self._areas().filter(pk__in=self._choices()))}

    def perform(self, form):
        actions.choose_areas(by=self.request.user, community=self.target, **form.cleaned_data)
