"""Setting up and using the second factor: an app with six digits, or a passkey; and codes on paper."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import clear_authentication_records, record_authentication
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from communities import accounts, actions, second_factor, shared_computer


class Begin(TemplateView):
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
        values["js_data"] = {"creation_options": auth.begin_registration(self.request.user, True)}
        return values


class NameKey(webauthn.EditWebAuthnView):
    success_url = reverse_lazy("mfa_index")

    def get_queryset(self):
        return accounts.keys_of(self.request.user)


class RemoveKey(GivenUp, webauthn.RemoveWebAuthnView):
    def get_queryset(self):
        return accounts.keys_of(self.request.user)


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
        held = get_object_or_404(accounts.codes_of(self.request.user))
        onward = self.request.session.pop(second_factor.ONWARD, "") or reverse("mfa_index")
        return super().get_context_data(unused_codes=held.wrap().get_unused_codes(), onward=onward, **kwargs)


class NewCodes(GenerateRecoveryCodesView):
    """New codes; the old ones are worth nothing from then on."""
