"""How a group works: who does what, who takes part, who carries."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Community, Group, GroupMember, GroupRole
from communities.site.form_look import SiteForm
from communities.site.pages import DeedButton, FormPage
from trajectories.roles import actions, forms
from trajectories.roles.models import RoleAgreement


class Agreements(GroupFormPage):
    """Who does what, with a form for one more line."""

    form_class = forms.RoleAgreementForm
    template_name = "trajectories/roles/agreements.html"
    heading = _("Who does what")
    lead = _("On the day you choose it comes back by itself: is it still right?")

    def get_context_data(self, **kwargs):
        rows = RoleAgreement.objects.visible_to(self.request.reader).active().filter(group=self.target)
        return super().get_context_data(agreements=rows, **kwargs)

    def perform(self, form):
        actions.agree_role(by=self.request.user, group=self.target, **form.cleaned_data)

    def get_success_url(self):
        return reverse("agreements", args=[self.target.pk])


class OneAgreement:
    def targets(self):
        return RoleAgreement.objects.editable_by(self.request.reader).active().select_related("group")

    def get_success_url(self):
        return reverse("agreements", args=[self.target.group_id])

    back = next = get_success_url


class ReviewRole(OneAgreement, FormPage):
    form_class = forms.RoleAgreementForm
    heading = _("Is it still right?")

    def get_initial(self):
        return {"words": self.target.words}

    def perform(self, form):
        actions.review_role(by=self.request.user, agreement=self.target, **form.cleaned_data)


class LetRoleGo(OneAgreement, DeedButton):
    success_message = _("Nobody does this any more.")

    def perform(self):
        actions.let_role_go(by=self.request.user, agreement=self.target)


class AskToTakePart(DeedButton):
    """A member of the community asks; a host says yes or no."""

    success_message = _("You asked. Somebody who carries this group says yes or no.")

    def targets(self):
        mine = Community.objects.joined_by(self.request.reader)
        return Group.objects.visible_to(self.request.reader).filter(community__in=mine)

    def perform(self):
        actions.ask_to_take_part(by=self.request.user, group=self.target)

    def next(self):
        return reverse("group", args=[self.target.pk])


class GroupPeople(GroupFormPage):
    """For who carries the group: who asks to take part, and whom to ask to carry it too."""

    http_method_names = ["get", "head"]
    form_class = forms.RoleAgreementForm
    template_name = "trajectories/roles/group_people.html"
    heading = _("People of the group")

    def targets(self):
        return Group.objects.led_by(self.request.reader)

    def get_context_data(self, **kwargs):
        rows = GroupMember.objects.visible_to(self.request.reader).as_shown_to(self.request.reader)
        rows, led = rows.current().filter(group=self.target), GroupMember.objects.led_by(self.request.reader)
        return super().get_context_data(
            group=self.target,
            asking=led.asking().filter(group=self.target).select_related("user"),
            taking_part=rows.filter(role=GroupRole.PARTICIPANT, user__isnull=False),
            **kwargs,
        )


class OfMember(DeedButton):
    """One row of who asks or takes part, for who carries the group."""

    def among(self, rows):
        """Of those in the groups that the reader leads, whom this is about."""
        raise NotImplementedError

    def targets(self):
        led = GroupMember.objects.led_by(self.request.reader).filter(user__isnull=False)
        return self.among(led).select_related("group__community", "user")

    def next(self):
        return reverse("group_people", args=[self.target.group_id])


class Welcome(OfMember):
    success_message = _("Welcome to the newcomer.")

    def among(self, rows):
        return rows.asking()

    def perform(self):
        actions.welcome(by=self.request.user, member=self.target)


class NotNow(Welcome):
    success_message = _("The question was deleted.")

    def perform(self):
        actions.not_now(by=self.request.user, member=self.target)


class OfferHost(OfMember):
    success_message = _("Asked. It begins with a yes.")

    def among(self, rows):
        return rows.current().filter(role=GroupRole.PARTICIPANT)

    def perform(self):
        actions.offer_host(by=self.request.user, member=self.target)


class RoleOffer(FormPage):
    """Somebody was asked to carry the group: yes or no, no reason."""

    form_class = SiteForm
    template_name = "trajectories/roles/role_offer.html"
    success_message = _("Thank you. From today you carry it too.")

    def targets(self):
        return GroupMember.objects.offered_to(self.request.reader).select_related("group__community")

    def back(self):
        return reverse("group", args=[self.target.group_id])

    get_success_url = back

    def perform(self, form):
        actions.carry(by=self.request.user, offer=self.target)


class DeclineOffer(DeedButton):
    success_message = _("That is fine. Nothing is kept of it.")

    def targets(self):
        return GroupMember.objects.offered_to(self.request.reader)

    def perform(self):
        actions.not_now(by=self.request.user, member=self.target)

    def next(self):
        return reverse("group", args=[self.target.group_id])


class AddMember(GroupFormPage):
    form_class = forms.MemberForm
    heading = _("Write somebody down")
    lead = _("With a name only. Somebody with an account joins with an invitation.")

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in ("name", "role", "expertise")}
        self.made = actions.add_member(by=self.request.user, group=self.target, **values)

    def get_success_url(self):
        return reverse("assisted", args=[self.made.pk])


class EndPart(DeedButton):
    success_message = _("The part has ended. What was made together stays.")

    def targets(self):
        return GroupMember.objects.led_by(self.request.reader).current().select_related("group")

    def perform(self):
        actions.end_part(by=self.request.user, member=self.target)

    def next(self):
        return reverse("group", args=[self.target.group_id])
