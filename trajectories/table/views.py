"""At the table with a phone, and what comes of a harvest: insights, themes, promises (M1, M2, T9)."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Group, organised
from communities.rights import standing
from communities.site.autosave import WritingPage, WrittenMeanwhile, clock
from communities.site.dates import today
from communities.site.pages import DeedButton, DetailPage, FormPage
from trajectories.decisions.models import Decision, YearlyChange
from trajectories.gatherings.models import Gathering
from trajectories.gatherings.pages import GatheringFormPage
from trajectories.table import actions, forms, outcomes
from trajectories.table.models import Harvest, Insight, TablePromise, Theme


class AtTable(WritingPage):
    """The phone of the host at the table: one page that keeps everything while people talk."""

    typed = (*forms.WORDS, *forms.LINES)
    typed_label = _("What you wrote")

    def find(self):
        reader = self.request.reader
        gatherings = Gathering.objects.editable_by(reader).select_related("group__community", "place")
        self.gathering = get_object_or_404(gatherings, pk=self.kwargs["pk"])
        found = Harvest.objects.editable_by(reader).filter(gathering=self.gathering).first()
        self.harvest = found or Harvest(gathering=self.gathering, group=self.gathering.group)

    def get(self, request, pk):
        return self.page(forms.AtTableForm(instance=self.harvest))

    def post(self, request, pk):
        form = forms.AtTableForm(request.POST, instance=self.harvest)
        if not form.is_valid() or not (self.is_quiet or form.is_complete()):
            return self.not_valid(form) if self.is_quiet else self.page(form, status=400)
        try:
            kept = self.keep(form)
        except WrittenMeanwhile as other:
            return self.conflict(form, other.stored)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.page(form, status=400)
        if self.is_quiet:
            return self.saved(kept.changed_at)
        done = "done" in request.POST
        return HttpResponseRedirect(reverse("gathering" if done else "at_table", args=[pk]))

    def keep(self, form):
        """Saving by itself keeps the words; a button also makes rows of the lines, or asks for the yeses."""
        by, seen = self.request.user, form.cleaned_data["seen"]
        kept = actions.keep_harvest(by=by, gathering=self.gathering, values=form.values(), seen=seen)
        if self.is_quiet:
            return kept
        if kept.pk:
            kept = actions.write_down(by=by, harvest=kept)
        return actions.ask_for_yes(by=by, harvest=kept) if "done" in self.request.POST else kept

    def conflict(self, form, stored):
        """Two hosts wrote: both texts are shown, somebody puts them together, nothing vanishes."""
        if self.is_quiet:
            why = _("Another host saved meanwhile. Press save to see both texts.")
            return self.not_saved(why, 409)
        form.data = {**form.data.dict(), "seen": stored.changed_at.isoformat()}
        return self.page(form, stored=stored, status=409)

    def page(self, form, stored=None, status=200):
        reader, harvest = self.request.reader, self.harvest
        values = {
            "form": form,
            "item": self.gathering,
            "harvest": harvest,
            "stored": stored,
            "saved": clock(harvest.changed_at) if harvest.pk else "",
            "returned": TablePromise.objects.visible_to(reader).open().made_before(self.gathering),
            "noted": outcomes.noted(harvest, reader),
        }
        return render(self.request, "trajectories/table/at_table.html", values, status=status)


class ApproveHarvest(DeedButton):
    success_message = _("You said yes.")

    def targets(self):
        reader = self.request.reader
        return Harvest.objects.visible_to(reader).filter(group__in=standing.grouped(reader))

    def perform(self):
        seen = self.request.POST.get("seen", "")
        actions.approve_harvest(by=self.request.user, harvest=self.target, seen=seen)

    def next(self):
        return reverse("gathering", args=[self.target.gathering_id])


class HowFar(FormPage):
    """How far a harvest goes, chosen by who organises the group, in a sentence per rung."""

    form_class = forms.HowFarForm
    heading = _("How far does it go?")
    lead = _(
        "Until two people say yes, one of them a resident, only your group reads it. Nearer holds at once. Further asks for both yeses again."
    )

    def targets(self):
        return Harvest.objects.editable_by(self.request.reader).select_related("group__community")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.choose_reach(by=self.request.user, harvest=self.target, reach=form.cleaned_data["reach"])

    def back(self):
        return reverse("gathering", args=[self.target.gathering_id])

    get_success_url = back


class WriteInsight(GatheringFormPage):
    form_class = forms.InsightForm
    heading = _("What did we understand?")
    lead = _("It goes as far as the harvest it comes from. From here it can become a theme.")

    def targets(self):
        return super().targets().filter(harvest__isnull=False).select_related("group__community", "harvest")

    def get_initial(self):
        return {"words": self.target.harvest.insights}

    def perform(self, form):
        actions.write_insight(by=self.request.user, gathering=self.target, **form.cleaned_data)


class MakeTheme(DeedButton):
    """One tap: an insight becomes a theme."""

    success_message = _("It is a theme now. What stands in the way?")

    def targets(self):
        return Insight.objects.editable_by(self.request.reader)

    def perform(self):
        self.made = actions.make_theme(by=self.request.user, insight=self.target)

    def next(self):
        return self.made.get_absolute_url()


class NameTheme(GroupFormPage):
    form_class = forms.ThemeForm
    heading = _("What must change?")
    lead = _("In your own words. Your community reads it.")

    def get_form_kwargs(self):
        fresh = Theme(group=self.target, community=self.target.community)
        return {**super().get_form_kwargs(), "instance": fresh, "may_reword": True}

    def perform(self, form):
        self.made = actions.name_theme(by=self.request.user, group=self.target, values=form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class ExploreTheme(FormPage):
    form_class = forms.ThemeForm
    heading = _("What stands in the way?")
    lead = _("Ask on: why is that so, and why is that so? Then: who can change it?")

    def targets(self):
        return Theme.objects.editable_by(self.request.reader)

    def get_form_kwargs(self):
        may = Theme.objects.reworded_by(self.request.reader).contains(self.target)
        return {**super().get_form_kwargs(), "instance": self.target, "may_reword": may}

    def perform(self, form):
        actions.explore_theme(by=self.request.user, theme=self.target, values=form.cleaned_data)


class SettlePromise(FormPage):
    form_class = forms.PromiseForm
    heading = _("How did it go?")
    success_message = _("Noted. It does not come back on the agenda.")

    def targets(self):
        return TablePromise.objects.editable_by(self.request.reader).open().select_related("harvest")

    def get_context_data(self, **kwargs):
        lead = f"{self.target.what} ({self.target.who})"
        return super().get_context_data(lead=lead, **kwargs)

    def perform(self, form):
        actions.settle_promise(by=self.request.user, promise=self.target, **form.cleaned_data)

    def back(self):
        return reverse("found", args=[self.target.group_id])

    get_success_url = back


LATELY = 20


class Found(DetailPage):
    """What a group found out: themes, insights, decisions, promises, and the years with changes."""

    model = Group
    template_name = "trajectories/table/found.html"

    def get_queryset(self):
        return super().get_queryset().select_related("community")

    def get_context_data(self, **kwargs):
        reader, group = self.request.reader, self.object
        changes = YearlyChange.objects.visible_to(reader).filter(group=group)
        years = changes.order_by("-year").values_list("year", flat=True).distinct()
        decisions = Decision.objects.visible_to(reader).filter(gathering__group=group)
        return super().get_context_data(
            themes=Theme.objects.visible_to(reader).filter(group=group)[:LATELY],
            insights=Insight.objects.visible_to(reader).filter(group=group)[:LATELY],
            promises=TablePromise.objects.visible_to(reader).filter(group=group).order_by("-pk")[:LATELY],
            decisions=decisions.select_related("gathering")[:LATELY],
            years=years,
            this_year=today().year,
            may_organise=group.pk in organised(reader),
            **kwargs,
        )
