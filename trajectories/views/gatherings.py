"""The page of a gathering: its agenda before, what it brought after."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.generic import DetailPage, FormPage
from communities.models import Group
from trajectories import actions, findings, forms
from trajectories.cards import methods
from trajectories.models import AgendaItem, Gathering, Harvest, MethodUse
from trajectories.rungs import rung_of
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
        waiting = Harvest.objects.to_agree_by(reader).filter(pk=OuterRef("pk"))
        harvests = Harvest.objects.as_seen_by(reader).annotate(waits=Exists(waiting))
        harvest = harvests.filter(gathering=item).first()
        used = MethodUse.objects.visible_to(reader).filter(gathering=item)
        return super().get_context_data(
            agenda=agenda,
            no_residents=bool(agenda) and all(row.origin != "residents" for row in agenda),
            used=[(methods()[row.card], row) for row in used if row.card in methods()],
            harvest=harvest,
            coming=coming_to(reader, item),
            how_far=harvest and rung_of(item.group, harvest.reach),
            may_approve=harvest is not None and harvest.waits and not harvest.has_yes_of(reader),
            came_of_it=findings.came_of_it(item, harvest, reader),
            returned=findings.returned_promises(item, reader),
            may_decide=Group.objects.led_by(reader).contains(item.group),
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
