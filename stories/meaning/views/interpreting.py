"""What an observation means to whom, and what a name over observations becomes."""

from django.utils.translation import gettext_lazy as _

from communities.models import Group
from communities.site.pages import DeedButton, FormPage
from stories.meaning import forms
from stories.meaning.actions import together
from stories.meaning.models.observations import Interpretation, Observation
from stories.meaning.models.sessions import NamedTheme


class Interpret(FormPage):
    form_class = forms.InterpretationForm
    heading = _("What does it mean, according to you?")
    lead = _(
        "It is signed by what you are here, not by your name. Others may see it differently: that stays."
    )

    def targets(self):
        return Observation.objects.visible_to(self.request.reader).select_related("community")

    def perform(self, form):
        together.interpret(by=self.request.user, observation=self.target, words=form.cleaned_data["words"])


class TakeBackInterpretation(DeedButton):
    success_message = _("Your words are gone.")

    def targets(self):
        return Interpretation.objects.editable_by(self.request.reader)

    def perform(self):
        self.row = together.take_back_interpretation(by=self.request.user, interpretation=self.target)

    def next(self):
        return self.row.get_absolute_url()


class BecomeTheme(FormPage):
    form_class = forms.GroupForm
    heading = _("Make it a theme of a group")
    lead = _("The group looks at what stands in the way. The trail stays.")

    def targets(self):
        return NamedTheme.objects.passable_by(self.request.reader).filter(theme=None)

    def get_form_kwargs(self):
        groups = Group.objects.organised_by(self.request.reader).filter(community=self.target.community_id)
        return {**super().get_form_kwargs(), "groups": groups}

    def perform(self, form):
        self.made = together.become_theme(by=self.request.user, bundle=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class BecomeSignal(BecomeTheme):
    form_class = forms.BundleSignalForm
    heading = _("Make it a signal of a group")
    lead = _("In words of the group, about circumstances and never about a person.")

    def targets(self):
        return NamedTheme.objects.passable_by(self.request.reader).filter(signal=None)

    def perform(self, form):
        self.made = together.become_signal(by=self.request.user, bundle=self.target, **form.cleaned_data)
