"""allauth's forms in the site's clothes."""

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from communities.accounts import known_browser
from communities.site.form_look import add_widget_classes
from communities.site.form_rules import FormRules

DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off"}


class Dressed(FormRules):
    """Our classes, and no placeholder: the label says what to type (LOOK.md)."""

    labels = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            self.fields[name].label = label
        add_widget_classes(self)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SharedComputerMixin(forms.Form):
    """One tick for a computer that other people use too."""

    shared = forms.BooleanField(
        label=_("This is a shared computer"),
        help_text=_("For instance in the library. You are logged out after half an hour of rest."),
        required=False,
    )


class LoginForm(Dressed, account.LoginForm, SharedComputerMixin):
    """Who logged in here before asks from an allowance of this browser (docs/decisions/0031)."""

    def _clean_without_password(self, email, phone):
        person = known_browser.owner(context.request, email or "")
        if person is None:
            return super()._clean_without_password(email, phone)
        key = known_browser.allowance(context.request, email)
        if ratelimit.consume(context.request, action="request_login_code", key=key):
            self.user = person
        else:
            self.add_error("login", get_adapter().validation_error("too_many_login_attempts"))
        return self.cleaned_data


class MailSignupForm(Dressed, account.SignupForm, SharedComputerMixin):
    pass


class ConfirmLoginCodeForm(Dressed, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailForm(Dressed, account.ConfirmEmailVerificationCodeForm):
    pass


class AddEmailForm(Dressed, account.AddEmailForm):
    pass


class SecondCode(Dressed):
    """Six digits of the app, or one of the codes on paper."""

    labels = {"code": _("The six digits, or a code from your paper")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(DIGITS)


class AuthenticateForm(SecondCode, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(SecondCode, mfa.ReauthenticateForm):
    pass


class AddAppForm(SecondCode, totp.ActivateTOTPForm):
    labels = {"code": _("The six digits that the app shows now")}


class AddKeyForm(Dressed, webauthn.AddWebAuthnForm):
    """Always a passkey that works by itself, so there is nothing to tick."""

    labels = {"name": _("What do you call this device?")}
    passwordless = None


class NameKeyForm(Dressed, webauthn.EditWebAuthnForm):
    labels = {"name": _("What do you call this device?")}
