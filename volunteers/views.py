"""Pages of initiatives and support."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from communities.generic import DeedButton, DetailPage, FormPage, OpenPage
from communities.models import Community, Group, Organisation, organised
from trajectories import panels as road
from trajectories.models import Signal, Theme, Trajectory
from trajectories.road import road_of
from trajectories.views.groups import OfGroup, came_and_went
from trajectories.views.table import ThemePage as RoadThemePage
from volunteers import actions, forms
from volunteers.models import Initiative, InitiativeKind, SupportReply, SupportRequest


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
    template_name = "volunteers/initiative.html"

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
            may_ask=road.may_ask_to_join(group, reader),
            coming=road.coming_gatherings(group, reader),
            people=road.people_of(group, reader),
            signals=Signal.objects.visible_to(reader).filter(group=group),
            **self._came_and_went(group, reader),
            may_lead=Group.objects.led_by(reader).contains(group),
            may_organise=group.pk in organised(reader),
            **kwargs,
        )

    def _came_and_went(self, group, reader):
        """As under a trajectory; silent while nothing came or went."""
        shown = came_and_went(road_of(group), reader)
        found = shown["continuity"]
        rows = (shown["written_money"], shown["letters"], found.changes, found.desks, found.warned)
        return {**shown, "something_came": any(rows)}


class ThemePage(RoadThemePage):
    """The page of a theme, with the initiatives that were born of it: both ways the trail can be walked."""

    def get_context_data(self, **kwargs):
        born = Initiative.objects.visible_to(self.request.reader).filter(born_of_theme=self.object)
        return super().get_context_data(born=born.select_related("group"), **kwargs)


class StartInitiative(FormPage):
    form_class = forms.StartForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Begin something")
    lead = _("Small is fine. You decide what people can ask you, and what not.")
    button = _("Begin")
    done = _("It stands on the page of your community.")

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

    def deed(self, form):
        self.made = actions.start_initiative(
            by=self.request.user, community=self.target, theme=self.theme, **form.cleaned_data
        )

    def get_success_url(self):
        return self.made.get_absolute_url()


class ChangeInitiative(FormPage):
    form_class = forms.ChangeForm
    heading = _("How it is going, and what one can ask")

    def targets(self):
        return Initiative.objects.editable_by(self.request.reader).select_related("group")

    def get_initial(self):
        return {name: getattr(self.target, name) for name in self.form_class.base_fields}

    def deed(self, form):
        actions.change_initiative(by=self.request.user, initiative=self.target, **form.cleaned_data)


class AskSupport(OfGroup):
    form_class = forms.SupportForm
    heading = _("Ask for support")
    button = _("Ask")
    done = _("It has been asked.")

    def targets(self):
        return Group.objects.led_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "organisations": Organisation.objects.visible_to(self.request.reader),
        }

    def deed(self, form):
        actions.ask_support(by=self.request.user, group=self.target, **form.cleaned_data)


class OfSupport:
    """Where a deed about a support request leads back to."""

    def get_success_url(self):
        return reverse("group", args=[self.target.group_id])

    back = next = get_success_url


class ReplySupport(OfSupport, FormPage):
    form_class = forms.ReplyForm
    heading = _("Answer a request for support")
    lead = _("What you do and your organisation stand under it, not your name.")
    button = _("Give this answer")

    def targets(self):
        return SupportRequest.objects.answerable_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "now": self.target.state}

    def deed(self, form):
        actions.reply_support(by=self.request.user, request=self.target, **form.cleaned_data)


class ReopenSupport(OfSupport, DeedButton):
    done = _("Asked again.")

    def targets(self):
        return SupportRequest.objects.editable_by(self.request.reader)

    def deed(self):
        actions.reopen_support(by=self.request.user, request=self.target)
