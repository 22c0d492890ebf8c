"""allauth's forms in the site's clothes."""

from allauth.account import forms as account

from communities.forms import dress


class Dressed:
    """Our classes, and no placeholder: the label says what to type (LOOK.md)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Dressed, account.LoginForm):
    pass


class SignupForm(Dressed, account.SignupForm):
    pass


class RequestLoginCodeForm(Dressed, account.RequestLoginCodeForm):
    pass


class ConfirmLoginCodeForm(Dressed, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailForm(Dressed, account.ConfirmEmailVerificationCodeForm):
    pass


class AddEmailForm(Dressed, account.AddEmailForm):
    pass
