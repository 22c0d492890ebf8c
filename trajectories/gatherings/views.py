"""The agenda of a gathering."""

from django.utils.translation import gettext_lazy as _

from trajectories.gatherings import actions, forms
from trajectories.gatherings.pages import GatheringFormPage


class AddAgendaItem(GatheringFormPage):
    form_class = forms.AgendaForm
    heading = _("Put something on the agenda")

    def perform(self, form):
        actions.add_agenda_item(by=self.request.user, gathering=self.target, **form.cleaned_data)
