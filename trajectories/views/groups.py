"""The page of a trajectory, and what its people change in it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.dates import today
from communities.generic import DeedButton, DetailPage, FormPage
from communities.models import Community, Group, GroupMember
from trajectories import actions, forms, panels
from trajectories.continuity import continuity
from trajectories.models import FundingPeriod, Gathering, Handover, Signal, Trajectory
from trajectories.money import money_story
from trajectories.road import road_of
from trajectories.timeline import draw_road
from trajectories.togetherness import heard_of


def came_and_went(road, reader):
    """What `trajectories/continuity.html` shows under a trajectory and under an initiative (T7)."""
    group = road.group
    return {
        "continuity": continuity(road),
        "written_money": FundingPeriod.objects.as_seen_by(reader).filter(group=group),
        "letters": Handover.objects.visible_to(reader).filter(part__group=group).select_related("part"),
        "may_hand_over": Group.objects.handed_over_by(reader).contains(group),
    }


class TrajectoryPage(DetailPage):
    model = Trajectory
    template_name = "trajectories/trajectory.html"

    def get_queryset(self):
        return super().get_queryset().with_status().select_related("group__community__municipality")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        group, road = item.group, road_of(item.group)
        return super().get_context_data(
            picture=draw_road(road),
            changes=road.changes,
            money=money_story(group.started_on, road.periods, road.stops, today()),
            together=panels.together(item, reader),
            may_ask=panels.may_ask_to_join(group, reader),
            coming=panels.coming_gatherings(group, reader),
            past=panels.past_gatherings(group, reader),
            harvests=panels.harvests_of(group, reader),
            people=panels.people_of(group, reader),
            heard=heard_of(group, reader),
            signals=Signal.objects.visible_to(reader).filter(group=group),
            art=panels.art_of(item, road.changes, reader),
            **came_and_went(road, reader),
            may_lead=Group.objects.led_by(reader).contains(group),
            **kwargs,
        )


class StartTrajectory(FormPage):
    """Only residents begin: own words are theirs (P1). A builder invites a resident to do it together."""

    form_class = forms.StartForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Begin a trajectory")
    lead = _("A trajectory has a beginning and no end date. You can do it together with a community builder.")
    button = _("Begin")
    done = _("It has begun. Now plan a first gathering.")

    def targets(self):
        return Community.objects.lived_in_by(self.request.reader)

    def deed(self, form):
        self.made = actions.start_trajectory(by=self.request.user, community=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class OfGroup(FormPage):
    """A form about a group; afterwards back to the page of its trajectory or initiative."""

    def targets(self):
        return Group.objects.organised_by(self.request.reader).select_related("community")

    def back(self):
        return reverse("group", args=[self.target.pk])

    get_success_url = back


class GroupWords(OfGroup):
    form_class = forms.WordsForm
    heading = _("In our own words")
    lead = _("Only residents of this group can change these words.")

    def targets(self):
        return Group.objects.led_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def deed(self, form):
        actions.rewrite_group(by=self.request.user, group=self.target, **form.cleaned_data)


class AddMember(OfGroup):
    form_class = forms.MemberForm
    heading = _("Write somebody down")
    lead = _("With a name only. Somebody with an account joins with an invitation.")

    def deed(self, form):
        values = {name: form.cleaned_data[name] for name in ("name", "role", "expertise")}
        self.made = actions.add_member(by=self.request.user, group=self.target, **values)

    def get_success_url(self):
        return reverse("assisted", args=[self.made.pk])


class EndPart(DeedButton):
    done = _("The part has ended. What was made together stays.")

    def targets(self):
        return (
            GroupMember.objects.current()
            .filter(group__in=Group.objects.led_by(self.request.reader))
            .select_related("group")
        )

    def deed(self):
        actions.end_part(by=self.request.user, member=self.target)

    def next(self):
        return reverse("group", args=[self.target.group_id])


class ChangeStatus(FormPage):
    form_class = forms.StatusForm
    heading = _("How it goes on")
    lead = _("Only people change this. No date and no money does it by itself.")

    def targets(self):
        return Trajectory.objects.editable_by(self.request.reader).with_status().select_related("group")

    def get_form_kwargs(self):
        gatherings = Gathering.objects.visible_to(self.request.reader).filter(group=self.target.group)
        return {**super().get_form_kwargs(), "now": self.target.status, "gatherings": gatherings}

    def deed(self, form):
        actions.change_status(by=self.request.user, trajectory=self.target, **form.cleaned_data)


class AddFunding(OfGroup):
    form_class = forms.FundingForm
    heading = _("Write down money")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": FundingPeriod(group=self.target)}

    def deed(self, form):
        actions.add_funding(by=self.request.user, group=self.target, values=form.cleaned_data)
