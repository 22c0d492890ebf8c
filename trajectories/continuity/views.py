"""Who works here and when that is decided, the letter to print, and the timeline of a community."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Community
from communities.site.form_look import SiteForm
from communities.site.pages import DetailPage, FormPage
from trajectories.continuity import actions, forms
from trajectories.continuity.community_timeline import community_timeline
from trajectories.continuity.letter import letter_of
from trajectories.continuity.models import FundingPeriod, Stewardship, Tender, noted_by
from trajectories.trajectory.models import Trajectory


class AddFunding(GroupFormPage):
    form_class = forms.FundingPeriodForm
    heading = _("Write down money")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": FundingPeriod(group=self.target)}

    def perform(self, form):
        actions.add_funding(by=self.request.user, group=self.target, values=form.cleaned_data)


class CommunityTimelinePage(DetailPage):
    """All trajectories of a community on one road, with what came and went under them; no reader (P2)."""

    model = Community
    slug_field = "slug"
    template_name = "trajectories/continuity/community_timeline.html"
    extra_context = {"here": _("Timeline")}

    def get_queryset(self):
        return Community.objects.visible_to(self.request.reader).select_related("municipality")

    def get_context_data(self, **kwargs):
        noted = self.request.reader.is_known and noted_by(self.request.reader).contains(self.object)
        return super().get_context_data(timeline=community_timeline(self.object), may_note=noted, **kwargs)


class ContinuityLetter(DetailPage):
    """For a funder or an alderman: one or two sheets from what stands on the site now, without targets (P4)."""

    model = Trajectory
    template_name = "trajectories/continuity/letter.html"

    def get_queryset(self):
        rows = Trajectory.objects.visible_to(self.request.reader).with_status()
        return rows.select_related("group__community__municipality")

    def get_context_data(self, **kwargs):
        return super().get_context_data(letter=letter_of(self.object), **kwargs)


class _OfCommunity(FormPage):
    """Something is written down around a community, by its members and its officials."""

    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return noted_by(self.request.reader) if self.request.reader.is_known else Community.objects.none()

    def back(self):
        return reverse("community_timeline", args=[self.target.slug])

    get_success_url = back

    def row(self):
        """What is written down here."""
        return self.model(community=self.target)


class _Kept(FormPage):
    """A row around a community, for whoever may write it down."""

    def targets(self):
        return self.model.objects.editable_by(self.request.reader).select_related("community")

    def back(self):
        return reverse("community_timeline", args=[self.target.community.slug])

    get_success_url = back

    def row(self):
        """What was written down here."""
        return self.target


class _Stewardship:
    model = Stewardship
    form_class = forms.StewardshipForm
    heading = _("Write down who works here")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.row(), "reader": self.request.reader}

    def perform(self, form):
        actions.save_stewardship(by=self.request.user, stewardship=form.instance)


class AddStewardship(_Stewardship, _OfCommunity):
    lead = _("An organisation comes and goes under a group. Everyone can read since when.")


class ChangeStewardship(_Stewardship, _Kept):
    """Mend a day, or write down that it ends."""

    delete_url = "remove_stewardship"


class _Tender:
    model = Tender
    form_class = forms.TenderForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.row(), "reader": self.request.reader}

    def perform(self, form):
        actions.save_tender(by=self.request.user, tender=form.instance)


class AddTender(_Tender, _OfCommunity):
    heading = _("Write down when it is decided who works here")
    lead = _("Everybody in it is told 12, 6 and 3 months before this day.")


class ChangeTender(_Tender, _Kept):
    """Mend the day of a decision; who was warned stays warned."""

    heading = _("Change this decision")
    delete_url = "remove_tender"


class _Money(GroupFormPage):
    """Money that was written down, for whoever organises its group."""

    def targets(self):
        return FundingPeriod.objects.editable_by(self.request.reader).select_related("group")

    def back(self):
        return reverse("group", args=[self.target.group_id])

    get_success_url = back


class ChangeFunding(_Money):
    """Mend a day of money that was written down; a longer period is better written down as a new one."""

    form_class = forms.FundingPeriodForm
    heading = _("Change this money")
    delete_url = "remove_funding"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.change_funding(by=self.request.user, period=form.instance)


class _TakeAway:
    """Written down by mistake. What truly came and went gets a last day instead, so that it is remembered."""

    form_class = SiteForm
    button = _("Take it away")
    success_message = _("It is gone.")

    def get_context_data(self, **kwargs):
        heading = _("Take away: %(what)s") % {"what": self.target}
        return super().get_context_data(**{"heading": heading, **kwargs})

    def perform(self, form):
        actions.take_away(by=self.request.user, row=self.target)


class RemoveStewardship(_TakeAway, _Kept):
    model = Stewardship
    lead = _(
        "Only when it was never so. Does an organisation stop? Then write down its last day, so that it stays on the timeline. This row goes from the timeline and from “what breaks”."
    )


class RemoveTender(_TakeAway, _Kept):
    model = Tender
    lead = _(
        "Only when this decision will never be taken. It goes from the timeline, and nobody is warned of it any more. News that was sent stays sent."
    )


class RemoveFunding(_TakeAway, _Money):
    lead = _(
        "Only when this money never came. Does it stop? Then change its last day. Without this row the picture shows these months as without money, unless other money covers them."
    )
