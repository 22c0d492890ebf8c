"""The page of an initiative, and of a theme with what was born of it."""

from django.http import Http404
from django.views.generic import RedirectView

from communities.models import organised
from communities.site.pages import DetailPage, OpenPage
from trajectories.continuity.history import history_of
from trajectories.gatherings import panels as gatherings_panels
from trajectories.models import Signal, Theme, Trajectory
from trajectories.pages.views import came_and_went
from trajectories.roles import panels as roles_panels
from volunteers.initiatives.models import Initiative, InitiativeKind
from volunteers.support.models import SupportReply, SupportRequest


class GroupDoor(OpenPage, RedirectView):
    """A group is a trajectory or an initiative: lead to the page it has."""

    def get_redirect_url(self, pk):
        reader = self.request.reader
        for model in (Trajectory, Initiative):
            found = model.objects.visible_to(reader).filter(group=pk).first()
            if found:
                return found.get_absolute_url()
        raise Http404


class InitiativePage(DetailPage):
    model = Initiative
    template_name = "volunteers/pages/initiative.html"

    def get_queryset(self):
        return super().get_queryset().select_related("group__community", "born_from__group")

    def get_context_data(self, **kwargs):
        group, reader = self.object.group, self.request.reader
        requests = SupportRequest.objects.visible_to(reader).filter(group=group).select_related("asked_of")
        replies = SupportReply.objects.visible_to(reader).filter(request__group=group)
        answerable = set(SupportRequest.objects.answerable_by(reader).values_list("pk", flat=True))
        by_request = {}
        for reply in replies.with_presence().select_related("organisation"):
            by_request.setdefault(reply.request_id, []).append(reply)
        return super().get_context_data(
            kinds=[InitiativeKind(kind).label for kind in self.object.kinds],
            support=[(row, by_request.get(row.pk, []), row.pk in answerable) for row in requests],
            theme=Theme.objects.visible_to(reader).filter(pk=self.object.born_of_theme_id).first(),
            may_ask=roles_panels.may_ask_to_join(group, reader),
            coming=gatherings_panels.coming_gatherings(group, reader),
            people=roles_panels.people_of(group, reader),
            signals=Signal.objects.visible_to(reader).filter(group=group),
            **self._came_and_went(group, reader),
            may_lead=group.is_led_by(reader),
            may_organise=group.pk in organised(reader),
            **kwargs,
        )

    def _came_and_went(self, group, reader):
        """As under a trajectory; silent while nothing came or went."""
        shown = came_and_went(history_of(group), reader)
        found = shown["continuity"]
        rows = (shown["money"], shown["letters"], found.changes, found.desks, found.warned)
        return {"lasting": shown, "something_came": any(rows)}
