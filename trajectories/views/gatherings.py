"""The page of a gathering: its agenda before, its harvest after."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.generic import DeedButton, DetailPage, FormPage
from communities.models import Group
from trajectories import actions, forms
from trajectories.models import AgendaItem, Gathering, Harvest
from trajectories.views.groups import OfGroup
from trajectories.views.signups import coming_to


class GatheringPage(DetailPage):
    model = Gathering
    template_name = "trajectories/gathering.html"

    def get_queryset(self):
        return super().get_queryset().select_related("group__community", "place", "series")

    def get_context_data(self, **kwargs):
        reader, item = self.request.reader, self.object
        agenda = list(AgendaItem.objects.visible_to(reader).filter(gathering=item))
        harvest = Harvest.objects.as_seen_by(reader).filter(gathering=item).first()
        waits = harvest is not None and harvest.approved_on is None
        return super().get_context_data(
            agenda=agenda,
            no_residents=bool(agenda) and all(row.origin != "residents" for row in agenda),
            harvest=harvest,
            coming=coming_to(reader, item),
            may_approve=waits and Group.objects.joined_by(reader).contains(item.group),
            **kwargs,
        )


class PlanGathering(OfGroup):
    form_class = forms.PlanForm
    heading = _("Plan a gathering")
    lead = _("Begin with a question you really want to hear an answer to. Nobody gets news of it yet.")
    button = _("Plan")
    done = _("It is planned. Look whether it is ready, then invite people.")

    def get_form_kwargs(self):
        fresh = Gathering(group=self.target, community=self.target.community)
        extra = {"instance": fresh, "community": self.target.community, "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra}

    def deed(self, form):
        self.made = actions.plan_gathering(by=self.request.user, group=self.target, values=form.cleaned_data)

    def get_success_url(self):
        return reverse("ready_to_invite", args=[self.made.pk])


class OfGathering(FormPage):
    def targets(self):
        return Gathering.objects.editable_by(self.request.reader).select_related("group__community")

    def back(self):
        return reverse("gathering", args=[self.target.pk])

    get_success_url = back


class AddAgendaItem(OfGathering):
    form_class = forms.AgendaForm
    heading = _("Put something on the agenda")

    def deed(self, form):
        actions.add_agenda_item(by=self.request.user, gathering=self.target, **form.cleaned_data)


class WriteHarvest(OfGathering):
    form_class = forms.HarvestForm
    heading = _("What did this gathering bring?")
    lead = _("Your group sees it at once. Others only when two people said yes, one of them a resident.")

    def get_form_kwargs(self):
        found = Harvest.objects.editable_by(self.request.reader).filter(gathering=self.target).first()
        return {**super().get_form_kwargs(), "instance": found or Harvest(gathering=self.target)}

    def deed(self, form):
        actions.write_harvest(by=self.request.user, gathering=self.target, values=form.cleaned_data)


class ApproveHarvest(DeedButton):
    done = _("You said yes.")

    def targets(self):
        reader = self.request.reader
        return Harvest.objects.visible_to(reader).filter(group__in=Group.objects.joined_by(reader))

    def deed(self):
        actions.approve_harvest(by=self.request.user, harvest=self.target)

    def next(self):
        return reverse("gathering", args=[self.target.gathering_id])
