"""Ready to invite? The page that says what is missing, the paper to print, moving and cancelling."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from communities.groups.pages import GroupFormPage
from communities.models import User
from communities.site.form_look import SiteForm
from communities.site.pages import DeedButton, FormPage, Target
from communities.site.qr import qr_code
from trajectories.gatherings.models import AgendaItem, Gathering
from trajectories.planning import actions, forms
from trajectories.planning.invitation_checklist import missing_of, outside_hours
from trajectories.signups.actions import taken_places
from trajectories.signups.models import SignUp


def say_who_cannot_be_mailed(request, gathering):
    """After a change: some on the list left no address, and somebody has to tell them."""
    rows = SignUp.objects.visible_to(request.reader).filter(gathering=gathering).without_mail()
    number = rows.count()
    if number:
        words = ngettext(
            "%(n)s name on the list has no mail address. Tell this person yourself.",
            "%(n)s names on the list have no mail address. Tell these people yourself.",
            number,
        )
        messages.warning(request, words % {"n": number})


class OfComing(FormPage):
    """A form about one gathering, for those who organise its group."""

    def targets(self):
        rows = Gathering.objects.editable_by(self.request.reader)
        return rows.select_related("group__community", "community", "place", "series")

    def back(self):
        return reverse("gathering", args=[self.target.pk])

    get_success_url = back


class ReadyToInvite(OfComing):
    """What is there, what is missing, who hears of it; one button sends it. Nothing is refused."""

    form_class = SiteForm
    template_name = "trajectories/planning/ready.html"
    heading = _("Ready to invite?")
    success_message = _("The group gets news of it. Now you can print the invitation and the poster.")

    def get_context_data(self, **kwargs):
        item, reader = self.target, self.request.reader
        agenda = list(AgendaItem.objects.visible_to(reader).filter(gathering=item))
        return super().get_context_data(
            item=item,
            agenda=agenda,
            missing=missing_of(item, agenda),
            nobody=not User.objects.taking_part_in(item.group).exclude(pk=reader.pk).exists(),
            **kwargs,
        )

    def perform(self, form):
        actions.invite_to_gathering(by=self.request.user, gathering=self.target)

    def get_success_url(self):
        return reverse("ready_to_invite", args=[self.target.pk])


class ChangeGathering(OfComing):
    form_class = forms.ChangeGatheringForm
    heading = _("Change this gathering")
    lead = _(
        "Only this one date changes. Whoever was invited or signed up gets news of it. You move it to another"
        " moment on a page of its own."
    )

    def get_form_kwargs(self):
        community = self.target.group.community
        extra = {"instance": self.target, "community": community, "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra, "taken": taken_places(self.target)}

    def perform(self, form):
        actions.change_gathering(by=self.request.user, gathering=self.target, values=form.cleaned_data)
        say_who_cannot_be_mailed(self.request, self.target)


class MoveGathering(OfComing):
    form_class = forms.MoveForm
    heading = _("Move this gathering")
    lead = _("Whoever takes part or signed up gets news of it. Other dates stay where they are.")
    button = _("Move")
    success_message = _("It was moved.")

    def get_initial(self):
        return {"starts_at": self.target.starts_at, "ends_at": self.target.ends_at}

    def perform(self, form):
        actions.move_gathering(by=self.request.user, gathering=self.target, **form.cleaned_data)
        hint = outside_hours(self.target.place, form.cleaned_data["starts_at"], form.cleaned_data["ends_at"])
        if hint:
            messages.warning(self.request, hint)
        say_who_cannot_be_mailed(self.request, self.target)


class CancelGathering(OfComing):
    form_class = forms.CancelForm
    heading = _("This gathering does not take place")
    lead = _("It stays on the page, with the reason. Whoever takes part or signed up gets news of it.")
    button = _("It does not take place")
    success_message = _(
        "Everybody who takes part, or signed up with an account or a mail address, gets news of it."
    )

    def perform(self, form):
        actions.cancel_gathering(by=self.request.user, gathering=self.target, **form.cleaned_data)
        say_who_cannot_be_mailed(self.request, self.target)


class InvitationPaper(Target, TemplateView):
    """One A4: the start question large, when, where, what there is, and a QR code."""

    template_name = "trajectories/planning/paper.html"

    def targets(self):
        rows = Gathering.objects.editable_by(self.request.reader).filter(code__isnull=False)
        return rows.select_related("group__community", "place", "series")

    def get_context_data(self, **kwargs):
        address = self.request.build_absolute_uri(reverse("scanned", args=[self.target.code]))
        qr = qr_code(address, scale=6)
        return super().get_context_data(item=self.target, address=address, qr=qr, **kwargs)


class Poster(InvitationPaper):
    """For on the door: hardly any words and a QR code that can be scanned from a distance."""

    template_name = "trajectories/planning/poster.html"


class RenewPoster(DeedButton):
    """The old posters stop working, and a new one can be printed."""

    success_message = _("The old code opens nothing any more. Print the poster and the invitation again.")

    def targets(self):
        return Gathering.objects.editable_by(self.request.reader).filter(code__isnull=False)

    def perform(self):
        actions.renew_poster(by=self.request.user, gathering=self.target)

    def next(self):
        return reverse("ready_to_invite", args=[self.target.pk])


class PlanGathering(GroupFormPage):
    form_class = forms.PlanForm
    heading = _("Plan a gathering")
    lead = _("Begin with a question you really want to hear an answer to. Nobody gets news of it yet.")
    button = _("Plan")
    success_message = _("It is planned. Look whether it is ready, then invite people.")

    def get_form_kwargs(self):
        fresh = Gathering(group=self.target, community=self.target.community)
        extra = {"instance": fresh, "community": self.target.community, "reader": self.request.reader}
        return {**super().get_form_kwargs(), **extra}

    def perform(self, form):
        self.made = actions.plan_gathering(by=self.request.user, group=self.target, values=form.cleaned_data)

    def get_success_url(self):
        return reverse("ready_to_invite", args=[self.made.pk])
