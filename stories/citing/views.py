"""Citing what somebody told, beside a signal, a theme or figures; and the pages where it stands."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Area, Community, Group
from communities.site.form_look import SiteForm
from communities.site.pages import FormPage
from stories.citing import actions, forms
from stories.citing.models import StoryCitation
from stories.citing.reads import quotes_to_choose
from stories.keys.pages import TellersPage, acting_account, holds_story_key
from trajectories.models import Signal, Theme


class Cite(FormPage):
    """An organiser of the group chooses a sentence they may read; its teller hears where it stands."""

    form_class = forms.CiteForm
    heading = _("Let people speak here")
    lead = _(
        "These sentences may be quoted. Each is shown only to who may read its story."
        " If its teller takes it back, it is gone here too."
    )
    button = _("Put it here")
    success_message = _("The sentence stands here. Its teller hears of it.")
    model = place = None

    def targets(self):
        groups = Group.objects.organised_by(self.request.reader)
        return self.model.objects.visible_to(self.request.reader).filter(group__in=groups)

    def communities(self):
        """Where the sentences come from."""
        return [self.target.group.community_id]

    def get_form_kwargs(self):
        quotes = quotes_to_choose(self.request.reader, self.communities())
        return {**super().get_form_kwargs(), "quotes": quotes}

    def perform(self, form):
        where = {self.place: self.target}
        actions.cite(by=self.request.user, quote=form.cleaned_data["quote"], **where)


class CiteInSignal(Cite):
    model, place = Signal, "signal"


class CiteInTheme(Cite):
    model, place = Theme, "theme"


class CiteBesideFigures(Cite):
    """A resident who carries something here puts a sentence beside figures of where people live."""

    form_class = forms.CiteFiguresForm
    slug_field = slug_url_kwarg = "code"

    def communities(self):
        return Community.objects.hosted_by(self.request.reader).filter(areas__code=self.kwargs["code"])

    def targets(self):
        return Area.objects.newest().filter(code__in=self.communities().values("areas__code"))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "communities": self.communities().distinct()}

    def perform(self, form):
        where = {"area_code": self.target.code, "subject": self.kwargs["subject"]}
        actions.cite(by=self.request.user, **form.cleaned_data, **where)


class Uncite(TellersPage, FormPage):
    form_class = SiteForm
    heading = _("Take this sentence away here")
    lead = _("It stays in the story. Nothing shows that it stood here.")
    button = _("Take it away")
    success_message = _("The sentence is gone here.")

    def targets(self):
        return StoryCitation.objects.editable_by(self.request.reader).select_related(
            "quote__story", "signal", "theme"
        )

    def back(self):
        """Where it stood; for the teller its own story."""
        story = self.target.quote.story
        if story.teller_id == self.request.reader.pk or holds_story_key(self.request, story):
            return story.get_absolute_url()
        place = self.target.signal or self.target.theme
        return place.get_absolute_url() if place else reverse("area", args=[self.target.area_code])

    def get_success_url(self):
        return self.where

    def perform(self, form):
        self.where = self.back()
        actions.uncite(by=acting_account(self.request, self.target.quote.story), citation=self.target)
