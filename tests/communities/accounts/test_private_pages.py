"""What is shown to somebody stays with them, and a forgotten desk is closed the next morning."""

import pytest
import time_machine
from django.core import mail
from django.test import Client

from communities.accounts.private_pages import PRIVATE
from tests.communities.accounts.logging_in import log_in, set_up_app


@pytest.fixture
def noon():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.mark.parametrize("address", ["/", "/mijn/", "/verhalen/", "/mijn/gegevens.zip", "/nergens/"])
def test_no_page_of_who_is_logged_in_is_kept_anywhere(cast, browse, address):
    assert browse("resident").get(address)["Cache-Control"] == PRIVATE


def test_a_page_for_everybody_may_be_kept(cast, browse):
    assert "Cache-Control" not in browse("visitor").get("/waarom/")


@pytest.mark.parametrize("who", ["visitor", "resident"])
def test_a_page_asks_nothing_of_a_device_but_a_voice_and_a_passkey(cast, browse, who):
    allowed = browse(who).get("/")["Permissions-Policy"]
    assert "camera=()" in allowed
    assert "geolocation=()" in allowed
    assert "microphone=(self)" in allowed


def test_no_cookie_says_to_whom_a_code_was_mailed(cast):
    client = Client()
    client.post("/account/login/", {"login": "resident@mail.example"})
    assert mail.outbox
    assert "messages" not in client.cookies
    assert "resident" not in str(client.cookies)
    assert "resident@mail.example" in client.get("/account/login/code/confirm/").content.decode()


def test_twelve_hours_of_rest_log_out_who_keeps_what_others_gave_in_trust(cast, noon):
    client = Client()
    log_in(client, "builder@mail.example")
    set_up_app(client)
    for _morning in range(3):
        noon.shift(11 * 3600)
        assert client.get("/mijn/").status_code == 200
    noon.shift(12 * 3600 + 60)
    answer = client.get("/mijn/")
    assert answer["Location"].startswith("/account/login/")
    assert "storage" in answer["Clear-Site-Data"]


def test_a_resident_stays_logged_in(cast, noon):
    client = Client()
    log_in(client, "resident@mail.example")
    noon.shift(20 * 24 * 3600)
    assert client.get("/mijn/").status_code == 200


def test_the_proof_fails_when_only_opening_pages_of_others_counts_as_use(cast, noon):
    """A resident who becomes a builder is under the rule from that day."""
    client = Client()
    log_in(client, "resident@mail.example")
    cast.resident.memberships.update(role="builder", organisation=cast.organisation)
    noon.shift(13 * 3600)
    assert client.get("/mijn/")["Location"].startswith("/account/login/")
