"""How a group works: who does what, who takes part, who carries."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.forms import SiteForm
from communities.generic import DeedButton, FormPage
from communities.models import Community, Group, GroupMember, GroupRole
from trajectories import actions, forms
from trajectories.models import RoleAgreement, Trajectory
from trajectories.views.groups import OfGroup


class SetUp(FormPage):
    form_class = forms.SetUpForm
    heading = _("How we usually work")
    lead = _("This is how it often goes. Change it until it fits you.")

    def targets(self):
        return Trajectory.objects.editable_by(self.request.reader).select_related("group")

    def get_initial(self):
        return {name: getattr(self.target, name) for name in self.form_class.base_fields}

    def deed(self, form):
        actions.set_up(by=self.request.user, trajectory=self.target, **form.cleaned_data)


class Agreements(OfGroup):
    """Who does what, with a form for one more line."""

    form_class = forms.AgreementForm
    template_name = "trajectories/agreements.html"
    heading = _("Who does what")
    lead = _("On the day you choose it comes back by itself: is it still right?")

    def get_context_data(self, **kwargs):
        rows = RoleAgreement.objects.visible_to(self.request.reader).standing().filter(group=self.target)
        return super().get_context_data(agreements=rows, **kwargs)

    def deed(self, form):
        actions.agree_role(by=self.request.user, group=self.target, **form.cleaned_data)

    def get_success_url(self):
        return reverse("agreements", args=[self.target.pk])


class OneAgreement:
    def targets(self):
        return RoleAgreement.objects.editable_by(self.request.reader).standing().select_related("group")

    def get_success_url(self):
        return reverse("agreements", args=[self.target.group_id])

    back = next = get_success_url


class ReviewRole(OneAgreement, FormPage):
    form_class = forms.AgreementForm
    heading = _("Is it still right?")

    def get_initial(self):
        return {"words": self.target.words}

    def deed(self, form):
        actions.review_role(by=self.request.user, agreement=self.target, **form.cleaned_data)


class LetRoleGo(OneAgreement, DeedButton):
    done = _("Nobody does this any more.")

    def deed(self):
        actions.let_role_go(by=self.request.user, agreement=self.target)


class AskToTakePart(DeedButton):
    """A member of the community asks; a host says yes or no."""

    done = _("You asked. Somebody who carries this group says yes or no.")

    def targets(self):
        mine = Community.objects.joined_by(self.request.reader)
        return Group.objects.visible_to(self.request.reader).filter(community__in=mine)

    def deed(self):
        actions.ask_to_take_part(by=self.request.user, group=self.target)

    def next(self):
        return reverse("group", args=[self.target.pk])


class GroupPeople(OfGroup):
    """For who carries the group: who asks to take part, and whom to ask to carry it too."""

    http_method_names = ["get", "head"]
    form_class = forms.AgreementForm
    template_name = "trajectories/group_people.html"
    heading = _("People of the group")

    def targets(self):
        return Group.objects.led_by(self.request.reader)

    def get_context_data(self, **kwargs):
        rows = GroupMember.objects.visible_to(self.request.reader).as_shown_to(self.request.reader)
        rows = rows.current().filter(group=self.target)
        return super().get_context_data(
            group=self.target,
            asking=GroupMember.objects.asking().filter(group=self.target).select_related("user"),
            taking_part=rows.filter(role=GroupRole.PARTICIPANT, user__isnull=False),
            **kwargs,
        )


class OfMember(DeedButton):
    """One row of who asks or takes part, for who carries the group."""

    def rows(self):
        raise NotImplementedError

    def targets(self):
        led = Group.objects.led_by(self.request.reader)
        return (
            self.rows().filter(group__in=led, user__isnull=False).select_related("group__community", "user")
        )

    def next(self):
        return reverse("group_people", args=[self.target.group_id])


class Welcome(OfMember):
    done = _("Welcome to the newcomer.")

    def rows(self):
        return GroupMember.objects.asking()

    def deed(self):
        actions.welcome(by=self.request.user, member=self.target)


class NotNow(Welcome):
    done = _("The question was deleted.")

    def deed(self):
        actions.not_now(by=self.request.user, member=self.target)


class OfferHost(OfMember):
    done = _("Asked. It begins with a yes.")

    def rows(self):
        return GroupMember.objects.current().filter(role=GroupRole.PARTICIPANT)

    def deed(self):
        actions.offer_host(by=self.request.user, member=self.target)


class RoleOffer(FormPage):
    """Somebody was asked to carry the group: yes or no, no reason."""

    form_class = SiteForm
    template_name = "trajectories/role_offer.html"
    done = _("Thank you. From today you carry it too.")

    def targets(self):
        return GroupMember.objects.offered_to(self.request.reader).select_related("group__community")

    def back(self):
        return reverse("group", args=[self.target.group_id])

    get_success_url = back

    def deed(self, form):
        actions.carry(by=self.request.user, offer=self.target)


class DeclineOffer(DeedButton):
    done = _("That is fine. Nothing is kept of it.")

    def targets(self):
        return GroupMember.objects.offered_to(self.request.reader)

    def deed(self):
        actions.not_now(by=self.request.user, member=self.target)

    def next(self):
        return reverse("group", args=[self.target.group_id])
