"""What we use of allauth that it calls its own: one place to look at when a new version comes.

Each name has a contract in `tests/communities/accounts/test_allauth_seam.py` that says what we count on.
"""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.internal.flows.login import (
    clear_authentication_records,
    get_authentication_records,
    perform_login,
    record_authentication,
)
from allauth.account.models import Login
from allauth.mfa.webauthn.internal.auth import begin_registration

__all__ = [
    "begin_registration",
    "clear_authentication_records",
    "come_in",
    "get_authentication_records",
    "record_authentication",
]


def come_in(request, person, onward):
    """Log somebody in through allauth's stages, without a mailed code: who lost the mail cannot read one."""
    login = Login(user=person, redirect_url=onward, email_verification=EmailVerificationMethod.NONE)
    return perform_login(request, login)
