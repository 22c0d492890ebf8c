"""Everybody walks through the whole site; what they find equals what an independent oracle says."""

import re
from collections import deque
from html import unescape

import pytest
from django.urls import reverse

from tests.house.canary import plant

LINK = re.compile(r'href="([/?][^"#]*)')
TOKEN = re.compile(r"kanarie\d{3}[a-z0-9]*")
PAGES_AT_MOST = 800
# Walking through these would end the walk or leave the site's own pages.
NOT_WALKED = ("/account/logout", "/static/", "/beheer/jsi18n")


def _walk(client, start):
    """Every page that can be reached by following links, and the tokens on them."""
    waiting, seen, found = deque(start), set(start), set()
    while waiting and len(seen) < PAGES_AT_MOST:
        address = waiting.popleft()
        response = client.get(address)
        if response.status_code >= 500:
            pytest.fail(f"{address} broke with {response.status_code}")
        body = _body(response)
        found |= set(TOKEN.findall(body))
        location = response.headers.get("Location", "")
        links = LINK.findall(unescape(body)) + ([location] if location.startswith("/") else [])
        for found_link in links:
            # An older page of a list is a link to the same address with another question.
            link = address.split("?")[0] + found_link if found_link.startswith("?") else found_link
            if link not in seen and not link.startswith(NOT_WALKED):
                seen.add(link)
                waiting.append(link)
    return found, seen


def _body(response):
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content).decode(errors="ignore")
    return response.content.decode(errors="ignore")


@pytest.fixture
def canaries(cast):
    return plant(cast)


READERS = [
    "resident",
    "host",
    "participant",
    "builder",
    "pending",
    "former",
    "official",
    "official_who_lives_here",
    "former_official",
    "official_elsewhere",
    "administrator",
    "neighbour",
    "stranger",
    "visitor",
]


@pytest.mark.parametrize("name", READERS)
def test_a_reader_finds_exactly_what_the_oracle_says(name, cast, canaries, browse):
    start = ["/", cast.community.get_absolute_url(), reverse("stories"), "/mijn/", "/beheer/"]
    found, _seen = _walk(browse(name), start)
    expected = {token for token, canary in canaries.items() if canary.hears(name)}
    if name == "administrator":
        # An administrator keeps the accounts: names and mail addresses stand in the back office, no words do.
        kept = {token for token in found if re.match(r"kanarie\d{3}(naam|mail)", token)}
        found -= kept - expected
    assert found - expected == set(), "read what was not theirs"
    assert expected - found == set(), "could not find what was theirs"


def test_looking_with_the_municipality_s_eyes_shows_nothing_an_official_could_not_read(
    cast, canaries, browse
):
    page = _body(browse("host").get(cast.community.get_absolute_url() + "?ogen=gemeente"))
    assert [token for token in TOKEN.findall(page) if not canaries[token].hears("official")] == []
