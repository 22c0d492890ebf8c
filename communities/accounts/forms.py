"""allauth's forms in the site's clothes."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from communities.site.form_look import add_widget_classes

DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off"}


class Dressed:
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
    pass


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
