"""Coming in, looking after one's ways in, and leaving a device behind without a trace."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, TemplateView, View

from communities.accounts import actions, known_browser, reads, second_factor, shared_computer
from communities.accounts.allauth_seam import (
    begin_registration,
    clear_authentication_records,
    record_authentication,
)
from communities.site.example_mailbox import CLEAR_SITE_DATA
from communities.site.pages import DeedButton, OpenPage


class Login(account.LoginView):
    """A mail address, and whether other people use this computer too."""

    def form_valid(self, form):
        shared_computer.choose(self.request, form.cleaned_data["shared"])
        return super().form_valid(form)


class Signup(account.SignupView):
    """The same question for a newcomer: at an event many sign up on one tablet."""

    def form_valid(self, form):
        shared_computer.choose(self.request, form.cleaned_data["shared"])
        return super().form_valid(form)


class ToLogin(OpenPage, RedirectView):
    """Where allauth sends whoever used up a code: the one log-in page."""

    pattern_name = "account_login"


class CountedTries:
    """A code is tried a few times per mail address, counted where every process counts (rule 6)."""

    def post(self, request, *args, **kwargs):
        key = known_browser.allowance(request, self._process.state.get("email", ""))
        if ratelimit.consume(request, action="code_tried", key=key):
            return super().post(request, *args, **kwargs)
        self._process.abort()
        messages.error(request, _("That was too often. Ask for a new code in ten minutes."))
        return HttpResponseRedirect(reverse("account_login"))


class ConfirmLoginCode(CountedTries, account.ConfirmLoginCodeView):
    pass


class ConfirmEmail(CountedTries, OpenPage, account.ConfirmEmailVerificationCodeView):
    pass


class ChangeEmail(account.EmailView):
    """allauth writes the old address down when this page is opened; here opening it writes nothing.

    Nothing needs that row: a mailed code that comes back proves an address and writes it down (`confirm_address`).
    """

    @method_decorator(rate_limit(action="manage_email"))
    def dispatch(self, request, *args, **kwargs):
        self._did_send_verification_email = False
        return super(account.EmailView, self).dispatch(request, *args, **kwargs)


class Logout(OpenPage, account.LogoutView):
    """Logging out, or starting again half-way, also tells the browser to forget the pages: many people share a computer."""

    def post(self, *args, **kwargs):
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = CLEAR_SITE_DATA
        return response


class Security(TemplateView):
    """Log in and safety: my mail address, passkeys, second factor, codes on paper, and where I am logged in."""

    template_name = "account/security.html"

    def get_context_data(self, **kwargs):
        here = self.request.session.session_key
        found = [
            (row, reads.in_words(row.user_agent), row.session_key == here)
            for row in reads.sessions_of(self.request.user)
        ]
        return super().get_context_data(
            sessions=found,
            others=[row for row, _words, is_here in found if not is_here],
            required=second_factor.is_required(self.request.user),
            **reads.log_in_methods(self.request.user),
            **kwargs,
        )


class EndSession(DeedButton):
    """Log out another device of mine; somebody else's session is not there."""

    success_message = _("That device is logged out.")

    def targets(self):
        return reads.sessions_of(self.request.user).exclude(session_key=self.request.session.session_key)

    def perform(self):
        actions.end_session(by=self.request.user, session=self.target)

    def next(self):
        return reverse("mfa_index")


class EndOtherSessions(View):
    """Log out everywhere except here."""

    http_method_names = ["post"]

    def post(self, request):
        actions.end_sessions(by=request.user, person=request.user, but=request.session.session_key)
        messages.success(request, _("You are logged out everywhere else."))
        return HttpResponseRedirect(reverse("mfa_index"))


class SetUpSecondFactor(TemplateView):
    """The first time: why, and which of the two ways."""

    template_name = "account/second_factor.html"


class JustSetUp:
    """Whoever has just proved an app or a passkey need not prove it again a page later."""

    def form_valid(self, form):
        response = super().form_valid(form)
        record_authentication(
            self.request, self.request.user, method="mfa", type=self.kind, reauthenticated=True
        )
        return response


class GivenUp:
    """A way in that is taken away closes the other devices; without any left, this session is weak again."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form):
        response = super().form_valid(form)
        person = self.request.user
        actions.end_sessions(by=person, person=person, but=self.request.session.session_key)
        if not second_factor.has_one(person):
            clear_authentication_records(self.request)
        return response


class AddApp(JustSetUp, ActivateTOTPView):
    kind = "totp"


class RemoveApp(GivenUp, DeactivateTOTPView):
    pass


class AddKey(JustSetUp, webauthn.AddWebAuthnView):
    """A passkey here always works by itself: the device checks a finger, face or PIN."""

    kind = "webauthn"

    def get_context_data(self, **kwargs):
        values = super().get_context_data(**kwargs)
        values["js_data"] = {"creation_options": begin_registration(self.request.user, True)}
        return values


class NameKey(webauthn.EditWebAuthnView):
    success_url = reverse_lazy("mfa_index")

    def get_queryset(self):
        return reads.keys_of(self.request.user)


class RemoveKey(GivenUp, webauthn.RemoveWebAuthnView):
    def get_queryset(self):
        return reads.keys_of(self.request.user)


class KeyLogin(webauthn.LoginWebAuthnView):
    """Logging in with a passkey alone; it counts as a second factor by itself."""

    def form_valid(self, form):
        shared_computer.choose(self.request, self.request.POST.get("shared"))
        return super().form_valid(form)


class Authenticate(AuthenticateView):
    """The second step of logging in."""


class Again(ReauthenticateView):
    """Is it still you? Asked before a way in changes, and of who has not shown theirs in this session."""

    def get_context_data(self, **kwargs):
        only_keys = not second_factor.is_asked_at_log_in(self.request.user)
        return super().get_context_data(only_keys=only_keys, **kwargs)


class AgainWithKey(webauthn.ReauthenticateWebAuthnView):
    """The same with a passkey."""


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class Codes(TemplateView):
    """Codes to print and keep, for when the phone is lost; and on to where somebody was going.

    Not allauth's page: that one writes down that it was looked at, over a code that is used at that moment.
    """

    template_name = "mfa/recovery_codes/index.html"

    def get_context_data(self, **kwargs):
        held = get_object_or_404(reads.codes_of(self.request.user))
        onward = self.request.session.pop(second_factor.ONWARD, "") or reverse("mfa_index")
        return super().get_context_data(unused_codes=held.wrap().get_unused_codes(), onward=onward, **kwargs)


class NewCodes(GenerateRecoveryCodesView):
    """New codes; the old ones are worth nothing from then on."""
