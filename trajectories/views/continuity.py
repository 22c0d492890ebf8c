"""Who works here and when that is decided, the letter to print, and the timeline of a community."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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


class ChangeStewardship(_OfCommunity):
    """Mend a day, or write down that it ends."""

    form_class = forms.StewardshipForm
    slug_field = slug_url_kwarg = "pk"
    heading = _("Write down who works here")

    def targets(self):
        return Stewardship.objects.editable_by(self.request.reader).select_related("community")

    def back(self):
        return reverse("community_timeline", args=[self.target.community.slug])

    get_success_url = back

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


class ChangeFunding(OfGroup):
    """Mend a day of money that was written down; a longer period is better written down as a new one."""

    form_class = forms.FundingForm
    heading = _("Change this money")

    def targets(self):
        return FundingPeriod.objects.editable_by(self.request.reader).select_related("group")

    def back(self):
        return reverse("group", args=[self.target.group_id])

    get_success_url = back

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def deed(self, form):
        actions.change_funding(by=self.request.user, period=form.instance)
