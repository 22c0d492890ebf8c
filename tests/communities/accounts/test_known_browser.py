"""Nobody is kept out because somebody else keeps asking for codes to their address."""

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from communities.models import KnownBrowser
from tests.communities.accounts.logging_in import log_in

ADDRESS = "resident@mail.example"
COOKIE = settings.KNOWN_COOKIE_NAME


@pytest.fixture
def noon():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False) as clock:
        yield clock


def ask(client, address=ADDRESS):
    """Ask for a code, and say whether one was mailed."""
    before = len(mail.outbox)
    client.post("/account/login/", {"login": address})
    return len(mail.outbox) > before


def somebody_keeps_asking():
    return [ask(Client()) for _time in range(30)]


def test_who_logged_in_here_before_gets_a_code_whatever_somebody_else_does(cast, noon):
    own, other = Client(), Client()
    log_in(own, ADDRESS)
    own.post("/account/logout/")
    assert not all(somebody_keeps_asking())
    assert ask(own)
    assert not ask(other)
    for _time in range(12):
        thief = Client()
        thief.cookies[COOKIE] = "guessed"
        thief.post("/account/login/", {"login": ADDRESS})
        thief.post("/account/login/code/confirm/", {"code": "000000"})
    assert log_in(own, ADDRESS)["Location"] == "/mijn/"


def test_the_allowance_of_a_browser_has_its_own_end(cast, noon):
    mark = log_in(Client(), ADDRESS).cookies[COOKIE].value

    def again():
        own = Client()
        own.cookies[COOKIE] = mark
        return ask(own)

    assert [again() for _time in range(7)] == [True] * 5 + [False] * 2


def test_the_mark_helps_nobody_to_another_account(cast, noon):
    own = Client()
    log_in(own, ADDRESS)
    own.post("/account/logout/")
    for _time in range(30):
        ask(Client(), "host@mail.example")
    assert not ask(own, "host@mail.example")


def test_the_mark_is_random_is_not_in_the_database_and_lasts_ninety_days(cast, noon):
    answer = log_in(Client(), ADDRESS)
    cookie = answer.cookies[COOKIE]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (90 * 24 * 3600, True, "Lax")
    assert "resident" not in cookie.value
    assert cookie.value not in str(list(KnownBrowser.objects.values()))
    own = Client()
    own.cookies[COOKIE] = cookie.value
    noon.shift(91 * 24 * 3600)
    somebody_keeps_asking()
    assert not ask(own)


def test_the_same_browser_keeps_its_mark(cast, noon):
    own = Client()
    first = log_in(own, ADDRESS).cookies[COOKIE].value
    own.post("/account/logout/")
    noon.shift(24 * 3600)
    assert log_in(own, ADDRESS).cookies[COOKIE].value == first
    assert KnownBrowser.objects.get().until > timezone.localdate()


def test_a_shared_computer_is_never_known(cast, noon):
    answer = log_in(Client(), ADDRESS, shared="on")
    assert answer.cookies[COOKIE].value == ""
    assert not KnownBrowser.objects.exists()


def test_an_unknown_address_gets_one_mail_a_day(cast, noon):
    assert [ask(Client(), "nobody@mail.example") for _time in range(3)] == [True, False, False]
    assert ask(Client(), "somebody@mail.example")
    noon.shift(25 * 3600)
    assert ask(Client(), "nobody@mail.example")


def test_a_page_says_the_same_whether_that_mail_went_or_not(cast, noon):
    pages = [Client().post("/account/login/", {"login": "nobody@mail.example"}) for _time in range(2)]
    assert pages[0].status_code == pages[1].status_code
    assert pages[0]["Location"] == pages[1]["Location"]
