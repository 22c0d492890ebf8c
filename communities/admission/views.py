"""Inviting people and coming in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from communities.admission import actions, forms
from communities.admission.first_steps import make_office
from communities.membership.models import Community, Invitation, Membership
from communities.membership.pages import CommunityFormPage
from communities.moderation.models import with_words
from communities.organisations.models import Office, Organisation
from communities.recovery import forms as recovery_forms
from communities.recovery.models import Card
from communities.rights import standing
from communities.site import form_look
from communities.site.limits import too_many_tries
from communities.site.pages import DeedButton, FormPage, OpenPage
from communities.site.qr import qr_code


class Leave(CommunityFormPage):
    form_class = form_look.SiteForm
    heading = _("Leave this community")
    lead = _(
        "Your part ends today. What you made together stays, without your name. Your own stories stay yours."
    )
    button = _("Leave")
    success_message = _("You left. You are always welcome back.")

    def targets(self):
        return Community.objects.to_leave(self.request.reader)

    def perform(self, form):
        here = self.request.session.session_key
        actions.leave(by=self.request.user, community=self.target, here=here)

    def get_success_url(self):
        return reverse("my_page")


class Invite(FormPage):
    """Hosts and builders of a community make codes, and see the ones that are open."""

    form_class = forms.InviteForm
    template_name = "communities/admission/invite.html"
    heading = _("Invite people")
    button = _("Make a code")
    success_message = ""
    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        reader = self.request.reader
        hosted = Q(pk__in=standing.hosted(reader))
        built = Q(pk__in=standing.built(reader) & set(standing.joined(reader)))
        starting = Q(pk__in=standing.lived_in(reader), opened_on=None)
        return Community.objects.visible_to(reader).filter(hosted | built | starting)

    def organisations(self):
        """The organisation a builder works for: only it can send another builder."""
        mine = Membership.objects.held_by(self.request.reader)
        mine = mine.filter(community=self.target, organisation__isnull=False)
        return Organisation.objects.visible_to(self.request.reader).filter(pk__in=mine.values("organisation"))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "organisations": self.organisations()}

    def get_context_data(self, **kwargs):
        rows = Invitation.objects.visible_to(self.request.reader).usable().filter(community=self.target)
        return super().get_context_data(invitations=rows, community=self.target, **kwargs)

    def perform(self, form):
        self.made = actions.invite(by=self.request.user, community=self.target, **form.cleaned_data)

    def get_success_url(self):
        return reverse("invitation_sheet", args=[self.made.code])


class InviteOfficial(FormPage):
    form_class = forms.InviteOfficialForm
    heading = _("Invite an official")
    lead = _("The code is for one person who takes up this post today.")
    button = _("Make a code")
    success_message = ""
    slug_url_kwarg = slug_field = "code"

    def targets(self):
        return Organisation.objects.administered_by(self.request.reader)

    def offices(self):
        """The departments of the municipality; without one there is no post to invite anybody for."""
        return Office.objects.visible_to(self.request.reader).filter(organisation=self.target)

    def get_template_names(self):
        return super().get_template_names() if self.offices() else ["communities/admission/office_first.html"]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "offices": self.offices()}

    def get_context_data(self, **kwargs):
        return super().get_context_data(target=self.target, make_office=make_office(self.target), **kwargs)

    def perform(self, form):
        self.made = actions.invite_official(by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return reverse("invitation_sheet", args=[self.made.code])

    def back(self):
        return reverse("municipality", args=[self.target.code])


class OwnInvitation:
    """An invitation that the reader may hand out."""

    slug_field = slug_url_kwarg = "code"

    def targets(self):
        rows = with_words(Invitation.objects.visible_to(self.request.reader).usable(), "community")
        return rows.select_related("community", "office__organisation")


class InvitationSheet(OwnInvitation, DeedButton, TemplateView):
    """The paper to print: what it is, a QR code, and the code in groups of four."""

    http_method_names = ["get", "head"]
    template_name = "communities/admission/sheet.html"

    def get_context_data(self, **kwargs):
        address = self.request.build_absolute_uri(self.target.get_absolute_url())
        code = self.target.code
        return super().get_context_data(
            invitation=self.target,
            address=address,
            qr=qr_code(address, scale=6),
            groups=[code[i : i + 4] for i in range(0, len(code), 4)],
            **kwargs,
        )


class VoidInvitation(OwnInvitation, DeedButton):
    success_message = _("This code opens nothing any more.")

    def targets(self):
        return Invitation.objects.editable_by(self.request.reader).usable()

    def perform(self):
        actions.void_invitation(by=self.request.user, invitation=self.target)

    def next(self):
        return reverse("my_page")


class EnterCode(OpenPage, FormView):
    form_class = recovery_forms.CodeForm
    template_name = "communities/admission/enter_code.html"

    def form_valid(self, form):
        return HttpResponseRedirect(reverse("invitation", args=[form.cleaned_data["code"]]))


class AnswerInvitation(OpenPage, TemplateView):
    """What a code invites you to. Nothing happens before you tap; a wrong code says no more than "wrong"."""

    template_name = "communities/admission/invitation.html"

    def dispatch(self, request, *args, code, **kwargs):
        rows = Invitation.objects.usable().select_related("community", "organisation", "office__organisation")
        self.invitation = with_words(rows, "community").filter(code=code).first()
        if self.invitation is None and Card.objects.opened_by(code).exists():
            return HttpResponseRedirect(reverse("claim_card", args=[code]))
        if self.invitation is None:
            status = 429 if too_many_tries(request) else 404
            return render(request, "communities/recovery/wrong_code.html", status=status)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        login = f"?next={self.request.path}"
        return super().get_context_data(invitation=self.invitation, after=login, **kwargs)

    def post(self, request):
        if not request.user.is_authenticated:
            return HttpResponseRedirect(f"{reverse('account_login')}?next={request.path}")
        try:
            actions.accept(by=request.user, invitation=self.invitation)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Welcome."))
        return HttpResponseRedirect(reverse("my_page"))


class Knocking(FormPage):
    template_name = "communities/admission/pending.html"
    form_class = form_look.SiteForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Who wants to join")

    def targets(self):
        return Community.objects.hosted_by(self.request.reader)

    def get_context_data(self, **kwargs):
        rows = Membership.objects.waiting_for(self.request.reader).filter(community=self.target)
        return super().get_context_data(
            community=self.target, knocking=rows.select_related("user", "organisation"), **kwargs
        )

    http_method_names = ["get", "head"]


class OneWhoKnocks(DeedButton):
    def targets(self):
        return Membership.objects.waiting_for(self.request.reader).select_related("community")

    def next(self):
        return reverse("pending", args=[self.target.community.slug])


class AdmitMember(OneWhoKnocks):
    success_message = _("Welcome to the newcomer.")

    def perform(self):
        actions.admit_member(by=self.request.user, membership=self.target)


class TurnAway(OneWhoKnocks):
    success_message = _("The question was deleted.")

    def perform(self):
        actions.turn_away(by=self.request.user, membership=self.target)
