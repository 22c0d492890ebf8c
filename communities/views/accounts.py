"""Coming in, looking after one's ways in, and leaving a device behind without a trace."""

from allauth.account import views as account
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, TemplateView, View

from communities import accounts, actions, second_factor, shared_computer
from communities.adapters import CLEAR_SITE_DATA
from communities.generic import DeedButton, OpenPage


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
        if ratelimit.consume(request, action="code_tried", key=self._process.state.get("email", "")):
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
            (row, accounts.in_words(row.user_agent), row.session_key == here)
            for row in accounts.sessions_of(self.request.user)
        ]
        return super().get_context_data(
            sessions=found,
            others=[row for row, _words, is_here in found if not is_here],
            required=second_factor.is_required(self.request.user),
            **accounts.ways_in(self.request.user),
            **kwargs,
        )


class EndSession(DeedButton):
    """Log out another device of mine; somebody else's session is not there."""

    done = _("That device is logged out.")

    def targets(self):
        return accounts.sessions_of(self.request.user).exclude(session_key=self.request.session.session_key)

    def deed(self):
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
