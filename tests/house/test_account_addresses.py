"""Every address of allauth that we use: who may open it, with a mailed code alone."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.communities.accounts.logging_in import log_in
from tests.communities.accounts.passkey import passkey_of

LOGIN, HOME, MINE, AGAIN, OTHER = "login", "home", "my page", "is it you?", "other"
PLACES = {"/account/login/": LOGIN, "/": HOME, "/mijn/": MINE, "/account/ben-jij-het/": AGAIN}
# Visitor; resident with a passkey and a fresh code; official without a second factor.
TABLE = {
    "account_login": (200, MINE, MINE),
    "account_request_login_code": (LOGIN, LOGIN, LOGIN),
    "account_confirm_login_code": (OTHER, MINE, MINE),
    "account_signup": (200, MINE, MINE),
    "account_logout": (HOME, 200, 200),
    "account_inactive": (200, 200, 200),
    "account_email_verification_sent": (LOGIN, OTHER, OTHER),
    "account_email": (LOGIN, 200, 200),
    "account_end_session": (LOGIN, 405, 405),
    "account_end_other_sessions": (LOGIN, 405, 405),
    "account_second_factor": (LOGIN, 200, 200),
    "mfa_index": (LOGIN, 200, 200),
    "mfa_authenticate": (LOGIN, MINE, MINE),
    "mfa_login_webauthn": (LOGIN, MINE, MINE),
    "mfa_reauthenticate": (LOGIN, 200, 403),
    "mfa_reauthenticate_webauthn": (LOGIN, 200, 403),
    "mfa_activate_totp": (LOGIN, 200, 200),
    "mfa_deactivate_totp": (LOGIN, 404, 404),
    "mfa_add_webauthn": (LOGIN, 200, 200),
    "mfa_edit_webauthn": (LOGIN, 200, 404),
    "mfa_remove_webauthn": (LOGIN, 200, 404),
    "mfa_view_recovery_codes": (LOGIN, 200, 404),
    "mfa_generate_recovery_codes": (LOGIN, 200, 200),
}


def _routes():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    return {name for name in names if name.startswith(("account_", "mfa_", "usersessions_"))}


def _answer(answer):
    if answer.status_code != 302:
        return answer.status_code
    return PLACES.get(answer["Location"].split("?")[0], OTHER)


def address_of(name, key):
    """Where this page is; the pages of one passkey are those of `key`."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=[key.pk])


def test_every_address_of_allauth_stands_in_the_table():
    assert _routes() == set(TABLE)


@pytest.mark.parametrize("column", [0, 1, 2], ids=["visitor", "resident", "official"])
def test_each_gets_what_the_table_says(cast, client, column):
    key = passkey_of(cast.resident)
    if column:
        log_in(client, f"{['', 'resident', 'official'][column]}@mail.example")
    found = {name: _answer(client.get(address_of(name, key))) for name in TABLE}
    assert found == {name: row[column] for name, row in TABLE.items()}
