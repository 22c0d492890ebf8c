"""The pages of a trajectory, a gathering and a theme, which show what many rooms know."""

from django.db.models import Exists, OuterRef

from communities.models import Group
from communities.rights.audience import group_audience
from communities.site.dates import today
from communities.site.pages import DetailPage
from trajectories.continuity.history import history_of
from trajectories.continuity.models import FundingPeriod
from trajectories.continuity.money import money_story
from trajectories.continuity.reads import continuity
from trajectories.continuity.timeline import draw_history
from trajectories.decisions import panels as decisions_panels
from trajectories.gatherings import panels as gatherings_panels
from trajectories.gatherings.models import AgendaItem, Gathering
from trajectories.handovers.models import Handover
from trajectories.heard.panels import heard_of
from trajectories.practice.models import MethodUse
from trajectories.roles import panels as roles_panels
from trajectories.signals.models import Signal
from trajectories.signups.views import coming_to
from trajectories.table import outcomes
from trajectories.table import panels as table_panels
from trajectories.table.models import Harvest, Insight, Theme
from trajectories.trajectory import panels as trajectory_panels
from trajectories.trajectory.cards import methods
from trajectories.trajectory.models import Trajectory


def came_and_went(road, reader):
    """What `trajectories/pages/continuity.html` shows under a trajectory and under an initiative (T7)."""
    group = road.group
    return {
        "continuity": continuity(road),
        "money": FundingPeriod.objects.as_seen_by(reader).filter(group=group),
        "letters": Handover.objects.visible_to(reader).filter(part__group=group).select_related("part"),
        "may_hand_over": Group.objects.handed_over_by(reader).contains(group),
    }


class TrajectoryPage(DetailPage):
    model = Trajectory
    template_name = "trajectories/pages/trajectory.html"

    def get_queryset(self):
        return super().get_queryset().with_status().select_related("group__community__municipality")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        group, road = item.group, history_of(item.group)
        return super().get_context_data(
            picture=draw_history(road),
            changes=road.changes,
            money=money_story(group.started_on, road.periods, road.stops, today()),
            together=trajectory_panels.together(item, reader),
            may_ask=roles_panels.may_ask_to_join(group, reader),
            coming=gatherings_panels.coming_gatherings(group, reader),
            past=gatherings_panels.past_gatherings(group, reader),
            harvests=table_panels.harvests_of(group, reader),
            people=roles_panels.people_of(group, reader),
            heard=heard_of(group, reader),
            signals=Signal.objects.visible_to(reader).filter(group=group),
            art=decisions_panels.art_of(item, road.changes, reader),
            lasting=came_and_went(road, reader),
            may_lead=group.is_led_by(reader),
            **kwargs,
        )


class ThemePage(DetailPage):
    """A theme, what stands in the way, and the trail to and from it."""

    model = Theme
    template_name = "trajectories/pages/theme.html"
    slots = {"beside": "theme.beside", "trail": "theme.trail"}

    def get_queryset(self):
        """With whether the gathering it came from is for this reader: that keeps a reach of its own."""
        seen = Gathering.objects.visible_to(self.request.reader).filter(harvest=OuterRef("harvest"))
        rows = super().get_queryset().annotate(gathering_is_seen=Exists(seen))
        return rows.select_related("group__community", "harvest__gathering")

    def get_context_data(self, **kwargs):
        reader, item = self.request.reader, self.object
        return super().get_context_data(
            insight=Insight.objects.visible_to(reader).filter(pk=item.born_of_id).first(),
            signals=Signal.objects.visible_to(reader).filter(theme=item),
            **kwargs,
        )


class GatheringPage(DetailPage):
    model = Gathering
    template_name = "trajectories/pages/gathering.html"

    def get_queryset(self):
        return super().get_queryset().select_related("group__community", "place", "series")

    def get_context_data(self, **kwargs):
        reader, item = self.request.reader, self.object
        agenda = list(AgendaItem.objects.visible_to(reader).filter(gathering=item))
        waiting = Harvest.objects.to_agree_by(reader).filter(pk=OuterRef("pk"))
        harvests = Harvest.objects.as_seen_by(reader).annotate(waits=Exists(waiting))
        harvest = harvests.filter(gathering=item).select_related("gathering").first()
        used = MethodUse.objects.visible_to(reader).filter(gathering=item)
        return super().get_context_data(
            agenda=agenda,
            no_residents=bool(agenda) and all(row.origin != "residents" for row in agenda),
            used=[(methods()[row.card], row) for row in used if row.card in methods()],
            harvest=harvest,
            coming=coming_to(reader, item),
            how_far=harvest and group_audience(item.group, harvest.reach),
            may_approve=harvest is not None and harvest.waits and not harvest.has_yes_of(reader),
            found=outcomes.came_of_it(item, harvest, reader),
            returned=outcomes.returned_promises(item, reader),
            may_decide=item.group.is_led_by(reader),
            **kwargs,
        )
