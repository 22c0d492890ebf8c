"""Every address of the site stands in the access table, and answers as the table says."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access import HIDDEN, LOGIN, OPEN, Row
from tests.house import walk
from tests.house.world import APPS, ROWS

# Django's admin and allauth bring addresses of their own; who enters them is tested by name elsewhere.
FOREIGN = ("admin", "account", "mfa")
# Links that stand on a page for somebody who may not follow them. A list that only becomes shorter.
LOCKED_DOORS = {
    "community_agenda",
    "invite",
    "pair",
    "read_back",
    "read_figures",
    "start_call",
    "start_initiative",
    "try_call",
    "voice",
}


def _routes(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name in FOREIGN:
                continue
            yield from _routes(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or f"nameless: {pattern.pattern}"


def _is_foreign(name):
    return name.startswith(("account_", "mfa_"))


def test_every_address_stands_in_the_access_table():
    known = {row.route for row in ROWS}
    routes = {name for name in _routes(get_resolver()) if not _is_foreign(name)}
    assert routes - known == set()
    assert known - routes == set()


def _said(answer):
    if answer.status == 404:
        return HIDDEN
    if answer.status == 302 and "/account/login/" in answer.location:
        return LOGIN
    return OPEN if answer.status in {200, 204, 301, 302, 303, 400, 409} else answer.status


def wrong_answers(walked, rows, addresses):
    """What the table says otherwise: (method, route, reader, answer, what the table says)."""
    wrong = []
    for number, (row, address) in enumerate(zip(rows, addresses, strict=True)):
        for name in walked.readers:
            key = (name, address) if row.method == "get" else (name, number)
            answer = (walked.answers if row.method == "get" else walked.posted).get(key)
            if answer and _said(answer) != row.expected(name):
                wrong.append((row.method, row.route, name, _said(answer), row.expected(name)))
    return wrong


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.__name__.rpartition(".")[2])
def test_each_reader_gets_what_the_table_says(app, passed):
    """Every member of the cast asks; what one of them changes is undone before the next one asks."""
    own = {id(row) for row in app.ROWS}
    wrong = wrong_answers(passed.walked, ROWS, passed.addresses)
    routes = {row.route for row in ROWS if id(row) in own}
    assert [line for line in wrong if line[1] in routes] == []


def test_the_pass_asked_every_row_of_every_reader(passed):
    asked = [
        (name, address if row.method == "get" else number)
        for number, (row, address) in enumerate(zip(ROWS, passed.addresses, strict=True))
        for name in passed.walked.readers
    ]
    known = passed.walked.answers.keys() | passed.walked.posted.keys()
    assert [key for key in asked if key not in known] == []
    requests, addresses, readers = passed.walked.counts
    print(f"the pass: {requests} requests, {addresses} addresses, {readers} readers, {len(ROWS)} rows")


def test_nothing_breaks_for_anybody(passed):
    broken = {(name, address) for (name, address), got in passed.walked.answers.items() if got.status >= 500}
    assert broken == set()


def dead_links(walked):
    """The routes of links that a reader was shown and that answer 400 or more to that reader."""
    found = set()
    for name in walked.readers:
        for address in walked.shown_to(name):
            answer = walked.answers.get((name, address))
            if answer and answer.status >= 400:
                found.add(walk.route_of(address))
    return found


def test_a_link_leads_to_a_page_for_whoever_is_shown_it(passed):
    assert dead_links(passed.walked) == LOCKED_DOORS


def test_the_proof_fails_when_a_page_opens_for_somebody_else(here, monkeypatch):
    row = next(row for row in ROWS if row.route == "write_story")
    address = walk.address_of(row, here.stage)
    part = walk.part_of_the_pass(here, ["resident"], [address])
    assert wrong_answers(part, [row], [address]) == []
    assert wrong_answers(part, [Row("write_story", row.args, opens=[])], [address]) != []


def test_the_proof_fails_when_a_link_leads_nowhere(here):
    part = walk.part_of_the_pass(here, ["visitor"], ["/", "/verhaal/nowhere/"])
    home = part.answers["visitor", "/"]
    part.answers["visitor", "/"] = walk.Answer(200, "", home.tokens, ("/verhaal/nowhere/",), home.written)
    assert dead_links(part) == {"no page: /verhaal/nowhere/"}
