"""Deciding together, how a trajectory goes on, what changed, and art on the road (M6, S3, T6)."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from communities.groups.pages import GroupFormPage
from communities.models import Group
from communities.site.autosave import WrittenMeanwhile
from communities.site.dates import today
from communities.site.pages import DeedButton, DetailPage, FormPage
from trajectories.decisions import actions, forms
from trajectories.decisions.models import ArtProject, YearlyChange
from trajectories.gatherings.models import Gathering
from trajectories.gatherings.pages import GatheringFormPage
from trajectories.trajectory.models import Trajectory


class ChangeStatus(FormPage):
    form_class = forms.StatusForm
    heading = gettext_lazy("How it goes on")
    lead = gettext_lazy("Only people change this. No date and no money does it by itself.")

    def targets(self):
        return Trajectory.objects.editable_by(self.request.reader).with_status().select_related("group")

    def get_form_kwargs(self):
        gatherings = Gathering.objects.visible_to(self.request.reader).filter(group=self.target.group)
        return {**super().get_form_kwargs(), "now": self.target.status, "gatherings": gatherings}

    def perform(self, form):
        actions.change_status(by=self.request.user, trajectory=self.target, **form.cleaned_data)


class Decide(GatheringFormPage):
    """Decisions of course are recorded by resident hosts; practical ones are just agenda."""

    form_class = forms.DecisionForm
    heading = gettext_lazy("What was decided?")
    lead = gettext_lazy(
        "About where the group is going. It is carried when more than half of the residents say yes, and more "
        "than half of all people. Practical things just go on the agenda."
    )

    def targets(self):
        leading = Group.objects.led_by(self.request.reader)
        return super().targets().filter(group__in=leading)

    def perform(self, form):
        actions.decide(by=self.request.user, gathering=self.target, values=form.values(), hands=form.hands)


class Changed(DetailPage):
    """What changed in one year, in own words, made to be printed."""

    model = Group
    template_name = "trajectories/decisions/changed.html"

    def get_queryset(self):
        return super().get_queryset().select_related("community")

    def get_context_data(self, **kwargs):
        reader, group, year = self.request.reader, self.object, self.kwargs["year"]
        if not group.started_on.year <= year <= today().year:
            raise Http404
        asked = YearlyChange.objects.to_agree_by(reader).filter(pk=OuterRef("pk"))
        rows = YearlyChange.objects.as_seen_by(reader).filter(group=group, year=year)
        return super().get_context_data(year=year, changes=rows.annotate(asks_me=Exists(asked)), **kwargs)


class WriteChange(GroupFormPage):
    form_class = forms.YearlyChangeForm
    heading = gettext_lazy("What changed?")
    lead = gettext_lazy(
        "Your group reads it at once. When two people said yes, one of them a resident, everyone can read it."
    )

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": YearlyChange(group=self.target)}

    def perform(self, form):
        self.made = actions.write_change(by=self.request.user, group=self.target, values=form.values())

    def get_success_url(self):
        return reverse("changed", args=[self.made.group_id, self.made.year])


class ChangeDoor(DetailPage):
    """News of one change leads to the page of its year, where the button is."""

    model = YearlyChange

    def get(self, request, *args, **kwargs):
        change = self.get_object()
        return redirect("changed", change.group_id, change.year)


class OfChange:
    """Where a deed about a change leads back to."""

    def get_success_url(self):
        return reverse("changed", args=[self.target.group_id, self.target.year])

    back = next = get_success_url


class RewriteChange(OfChange, FormPage):
    form_class = forms.YearlyChangeForm
    heading = WriteChange.heading
    lead = gettext_lazy("Other words ask for both yeses again.")

    def targets(self):
        return YearlyChange.objects.editable_by(self.request.reader).select_related("group")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        seen = form.cleaned_data["seen"]
        try:
            actions.rewrite_change(by=self.request.user, change=self.target, values=form.values(), seen=seen)
        except WrittenMeanwhile as other:
            form.data = {**form.data.dict(), "seen": other.stored.changed_at.isoformat()}
            said = " / ".join(str(getattr(other.stored, name)) for name in form.values())
            why = _(
                "Somebody else saved meanwhile: %(said)s. What you typed stands below. Put it together and save."
            )
            raise ValidationError(why % {"said": said}) from None


class ApproveChange(OfChange, DeedButton):
    success_message = gettext_lazy("You said yes.")

    def targets(self):
        return YearlyChange.objects.visible_to(self.request.reader).to_agree_by(self.request.reader)

    def perform(self):
        seen = self.request.POST.get("seen", "")
        actions.approve_change(by=self.request.user, change=self.target, seen=seen)


class OfArt(FormPage):
    form_class = forms.ArtForm
    lead = gettext_lazy(
        "Art hangs under a trajectory. So it leads somewhere, and it is not over when the paint is dry."
    )

    def art(self):
        """The project the form is about."""
        raise NotImplementedError

    def get_form_kwargs(self):
        art = self.art()
        extra = {"community": art.trajectory.group.community, "reader": self.request.reader}
        return {**super().get_form_kwargs(), "instance": art, **extra}

    def back(self):
        return self.art().trajectory.get_absolute_url()

    get_success_url = back


class AddArt(OfArt):
    heading = gettext_lazy("An art project")

    def targets(self):
        leading = Group.objects.led_by(self.request.reader)
        rows = Trajectory.objects.editable_by(self.request.reader).filter(group__in=leading)
        return rows.select_related("group__community")

    def art(self):
        return ArtProject(trajectory=self.target, since=today())

    def perform(self, form):
        actions.add_art(by=self.request.user, trajectory=self.target, values=form.cleaned_data)


class ChangeArt(OfArt):
    heading = gettext_lazy("How the art project goes on")

    def targets(self):
        return ArtProject.objects.editable_by(self.request.reader).select_related(
            "trajectory__group__community"
        )

    def art(self):
        return self.target

    def perform(self, form):
        actions.change_art(by=self.request.user, art=self.target, values=form.cleaned_data)
