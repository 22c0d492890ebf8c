"""Who works here and when that is decided, the letter to print, and the timeline of a community."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from communities.forms import SiteForm
from communities.generic import DetailPage, FormPage
from communities.models import Community, Group
from trajectories import actions, forms
from trajectories.community_timeline import community_timeline
from trajectories.letter import letter_of
from trajectories.models import FundingPeriod, Stewardship, Tender, Trajectory, noted_by
from trajectories.views.groups import OfGroup


class CommunityTimeline(DetailPage):
    """All trajectories of a community on one road, with what came and went under them; no reader (P2)."""

    model = Community
    slug_field = "slug"
    template_name = "trajectories/community_timeline.html"
    extra_context = {"here": _("Timeline")}

    def get_queryset(self):
        return Community.objects.visible_to(self.request.reader).select_related("municipality")

    def get_context_data(self, **kwargs):
        noted = self.request.reader.is_known and noted_by(self.request.reader).contains(self.object)
        return super().get_context_data(timeline=community_timeline(self.object), may_note=noted, **kwargs)


class ContinuityLetter(DetailPage):
    """For a funder or an alderman: one or two sheets from what stands on the site now, without targets (P4)."""

    model = Trajectory
    template_name = "trajectories/letter.html"

    def get_queryset(self):
        rows = Trajectory.objects.visible_to(self.request.reader).with_status()
        return rows.select_related("group__community__municipality")

    def get_context_data(self, **kwargs):
        return super().get_context_data(letter=letter_of(self.object), **kwargs)


class _OfCommunity(FormPage):
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return noted_by(self.request.reader) if self.request.reader.is_known else Community.objects.none()

    def back(self):
        return reverse("community_timeline", args=[self.target.slug])

    get_success_url = back

    def groups(self, community):
        """The groups one of which this may be about."""
        return Group.objects.visible_to(self.request.reader).filter(community=community)


class AddStewardship(_OfCommunity):
    form_class = forms.StewardshipForm
    heading = _("Write down who works here")
    lead = _("An organisation comes and goes under a group. Everyone can read since when.")

    def get_form_kwargs(self):
        fresh = Stewardship(community=self.target)
        extra = {"instance": fresh, "groups": self.groups(self.target), "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra}

    def deed(self, form):
        actions.save_stewardship(by=self.request.user, stewardship=form.instance)


class _Kept(_OfCommunity):
    """A row of a community that is mended, by whoever may write it down."""

    slug_field = slug_url_kwarg = "pk"

    def back(self):
        return reverse("community_timeline", args=[self.target.community.slug])

    get_success_url = back


class ChangeStewardship(_Kept):
    """Mend a day, or write down that it ends."""

    form_class = forms.StewardshipForm
    heading = _("Write down who works here")
    away = "remove_stewardship"

    def targets(self):
        return Stewardship.objects.editable_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        groups = self.groups(self.target.community)
        extra = {"instance": self.target, "groups": groups, "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra}

    def deed(self, form):
        actions.save_stewardship(by=self.request.user, stewardship=form.instance)


class AddTender(_OfCommunity):
    form_class = forms.TenderForm
    heading = _("Write down when it is decided who works here")
    lead = _("Everybody in it is told 12, 6 and 3 months before this day.")

    def get_form_kwargs(self):
        extra = {"instance": Tender(community=self.target), "groups": self.groups(self.target)}
        return {**super().get_form_kwargs(), **extra}

    def deed(self, form):
        actions.save_tender(by=self.request.user, tender=form.instance)


class ChangeTender(_Kept):
    """Mend the day of a decision; who was warned stays warned."""

    form_class = forms.TenderForm
    heading = _("Change this decision")
    away = "remove_tender"

    def targets(self):
        return Tender.objects.editable_by(self.request.reader).select_related("community")

    def get_form_kwargs(self):
        groups = self.groups(self.target.community)
        return {**super().get_form_kwargs(), "instance": self.target, "groups": groups}

    def deed(self, form):
        actions.save_tender(by=self.request.user, tender=form.instance)


class ChangeFunding(OfGroup):
    """Mend a day of money that was written down; a longer period is better written down as a new one."""

    form_class = forms.FundingForm
    heading = _("Change this money")
    away = "remove_funding"

    def targets(self):
        return FundingPeriod.objects.editable_by(self.request.reader).select_related("group")

    def back(self):
        return reverse("group", args=[self.target.group_id])

    get_success_url = back

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def deed(self, form):
        actions.change_funding(by=self.request.user, period=form.instance)


class _TakeAway:
    """Written down by mistake. What truly came and went gets a last day instead, so that it is remembered."""

    form_class = SiteForm
    button = _("Take it away")
    done = _("It is gone.")
    away = ""

    def get_form_kwargs(self):
        return FormView.get_form_kwargs(self)

    def get_context_data(self, **kwargs):
        heading = _("Take away: %(what)s") % {"what": self.target}
        return super().get_context_data(**{"heading": heading, **kwargs})

    def deed(self, form):
        actions.take_away(by=self.request.user, row=self.target)


class RemoveStewardship(_TakeAway, ChangeStewardship):
    lead = _(
        "Only when it was never so. Does an organisation stop? Then write down its last day, so that it stays on the timeline. This row goes from the timeline and from “what breaks”."
    )


class RemoveTender(_TakeAway, ChangeTender):
    lead = _(
        "Only when this decision will never be taken. It goes from the timeline, and nobody is warned of it any more. News that was sent stays sent."
    )


class RemoveFunding(_TakeAway, ChangeFunding):
    lead = _(
        "Only when this money never came. Does it stop? Then change its last day. Without this row the picture shows these months as without money, unless other money covers them."
    )
