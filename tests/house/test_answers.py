"""Each reader gets exactly the code that the access table says; somebody half logged in gets no further than a visitor."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from communities.accounts.second_factor import OPEN as OPEN_WITHOUT_SECOND_FACTOR
from tests.access import LOGIN, Row
from tests.house import walk
from tests.house.test_canary import ADDRESS_IS_A_KEY
from tests.house.world import ROWS

# To set one up, or to show the passkey that somebody has.
OWED = ("/account/tweede-stap/", "/account/ben-jij-het/?")


def other_codes(walked, rows, addresses):
    """Where a reader gets another code than the table says: (method, route, reader, code, what the table says)."""
    wrong = []
    for number, (row, address) in enumerate(zip(rows, addresses, strict=True)):
        for name in walked.readers:
            known, key = (walked.answers, address) if row.method == "get" else (walked.posted, number)
            answer = known.get((name, key))
            if answer and answer.status != row.expects(name):
                wrong.append((row.method, row.route, name, answer.status, row.expects(name)))
    return wrong


def test_each_reader_gets_exactly_the_code_the_table_says(passed):
    assert other_codes(passed.walked, ROWS, passed.addresses) == []


def test_the_proof_fails_when_a_page_answers_with_another_code_that_also_opens(here):
    """A page that sends on opens as well as one that shows itself: each is counted as itself."""
    address = reverse("stories")
    part = walk.part_of_the_pass(here, ["resident"], [address])
    assert other_codes(part, [Row("stories")], [address]) == []
    assert other_codes(part, [Row("stories", answers=302)], [address]) != []


def code_asked(person):
    """A browser in which somebody asked for a code by mail, and did not type it in."""
    client = walk.QuickClient()
    client.post(reverse("account_login"), {"login": person.email})
    return client


def second_factor_owed(person):
    """A browser in which somebody typed in the code, and did not show the second factor that they must show."""
    client = walk.QuickClient()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def asked_every_row(client, here):
    """The answer of each row of the table to this browser."""
    cookies = {key: morsel.value for key, morsel in client.cookies.items()}
    for row in ROWS:
        cache.clear()
        undo = transaction.savepoint()
        yield row, walk.ask(client, walk.address_of(row, here.stage), row.method, row.data(here.stage))
        transaction.savepoint_rollback(undo)
        client.cookies.load(cookies)


def test_who_asked_for_a_code_and_did_not_type_it_in_gets_what_a_visitor_gets(here, cast):
    client, wrong, heard = code_asked(cast.builder), [], set()
    assert walk.ask(client, reverse("account_confirm_login_code")).status == 200
    for row, answer in asked_every_row(client, here):
        heard |= answer.tokens if row.route not in ADDRESS_IS_A_KEY else set()
        if answer.status != row.expects("visitor"):
            wrong.append((row.method, row.route, answer.status))
        if row.expected("visitor") == LOGIN and "/account/login/" not in answer.location:
            wrong.append((row.method, row.route, answer.location))
    assert wrong == []
    assert heard - here.expected("visitor") == set()


@pytest.mark.parametrize("name", ["builder", "official", "administrator", "official_who_hosts"])
def test_who_owes_a_second_factor_is_sent_to_it_from_everywhere(here, name):
    """The proof fails when one page lets them in: only their own data is open, to take along and to go."""
    wrong, heard = [], set()
    for row, answer in asked_every_row(second_factor_owed(here.people[name]), here):
        heard |= answer.tokens
        if row.route in OPEN_WITHOUT_SECOND_FACTOR:
            assert answer.status == row.expects(name)
        elif answer.status != 302 or not answer.location.startswith(OWED):
            wrong.append((row.method, row.route, answer.status, answer.location))
    assert wrong == []
    own = {token for token, canary in here.canaries.items() if canary.is_of(name) or canary.reach == 4}
    assert heard - own == set()
