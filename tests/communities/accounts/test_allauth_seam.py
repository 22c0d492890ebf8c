"""What we count on of the names that allauth calls its own; a new version that changes one fails here."""

import ast
from pathlib import Path

import pytest
from allauth.core.context import request_context
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.cache import SessionStore

from communities.accounts import allauth_seam

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def request_of(rf, cast):
    """A request of the resident with a session of its own."""
    request = rf.get("/")
    request.session, request.user = SessionStore(), cast.resident
    return request


def test_a_way_of_logging_in_is_noted_read_and_cleared(request_of, cast):
    allauth_seam.record_authentication(request_of, cast.resident, method="code", email=cast.resident.email)
    (noted,) = allauth_seam.get_authentication_records(request_of, cast.resident)
    assert (noted["method"], noted["email"]) == ("code", cast.resident.email)
    assert noted["at"] > 0
    allauth_seam.clear_authentication_records(request_of)
    assert list(allauth_seam.get_authentication_records(request_of, cast.resident)) == []


def test_a_passkey_begins_with_options_for_the_browser_and_a_challenge(request_of, cast):
    with request_context(request_of):
        options = allauth_seam.begin_registration(cast.resident, True)
    assert options["publicKey"]["challenge"]


def test_nothing_else_of_the_site_reaches_into_allauth():
    inside = [
        str(path.relative_to(ROOT))
        for app in ("communities", "trajectories", "volunteers", "stories", "config")
        for path in (ROOT / app).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        and node.module
        and node.module.startswith("allauth")
        and "internal" in node.module
    ]
    assert set(inside) == {"communities/accounts/allauth_seam.py"}


def test_who_comes_in_without_mail_is_logged_in_at_once_and_led_on(request_of, cast):
    request_of.user, request_of._messages = AnonymousUser(), SessionStorage(request_of)
    with request_context(request_of):
        answer = allauth_seam.come_in(request_of, cast.resident, "/mijn/")
    assert answer["Location"] == "/mijn/"
    assert request_of.user == cast.resident
