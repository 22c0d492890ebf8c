"""What we use of allauth that it calls its own: one place to look at when a new version comes.

Each name has a contract in `tests/communities/accounts/test_allauth_seam.py` that says what we count on.
"""

from allauth.account.internal.flows.login import (
    clear_authentication_records,
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.webauthn.internal.auth import begin_registration

__all__ = [
    "begin_registration",
    "clear_authentication_records",
    "get_authentication_records",
    "record_authentication",
]
