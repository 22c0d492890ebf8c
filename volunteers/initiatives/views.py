"""Beginning an initiative, and changing it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from communities.models import Community
from communities.site.pages import FormPage
from trajectories.models import Theme
from volunteers.initiatives import actions, forms
from volunteers.initiatives.models import Initiative


class StartInitiative(FormPage):
    form_class = forms.StartInitiativeForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Begin something")
    lead = _("Small is fine. You decide what people can ask you, and what not.")
    button = _("Begin")
    success_message = _("It stands on the page of your community.")

    def targets(self):
        return Community.objects.lived_in_by(self.request.reader)

    @cached_property
    def theme(self):
        """The theme it is born of, when the page was opened from one of this community."""
        asked = self.request.GET.get("thema", "")
        themes = Theme.objects.visible_to(self.request.reader).filter(community=self.target)
        return themes.filter(pk=asked).first() if asked.isdecimal() else None

    def get_initial(self):
        return {"own_words": self.theme.words} if self.theme else {}

    def perform(self, form):
        self.made = actions.start_initiative(
            by=self.request.user, community=self.target, theme=self.theme, **form.cleaned_data
        )

    def get_success_url(self):
        return self.made.get_absolute_url()


class ChangeInitiative(FormPage):
    form_class = forms.InitiativeForm
    heading = _("How it is going, and what one can ask")

    def targets(self):
        return Initiative.objects.editable_by(self.request.reader).select_related("group")

    def get_initial(self):
        return {name: getattr(self.target, name) for name in self.form_class.base_fields}

    def perform(self, form):
        actions.change_initiative(by=self.request.user, initiative=self.target, **form.cleaned_data)
