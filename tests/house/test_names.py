"""A name stands nowhere before its owner said yes, is found by the right readers after, and is gone when revoked."""

import re
from collections import deque
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from communities.news.actions import notify
from communities.personal.actions import show_as
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from tests.house.canary import plant

LINK = re.compile(r'href="(/[^"#]*)')
NOT_WALKED = ("/account/logout", "/static/", "/beheer/", "/klopt-niet/")
WATCHERS = ["visitor", "participant", "official", "neighbour", "builder"]


def _finds(client, token, start):
    """Whether a name stands on any page, picture or file that can be reached from here."""
    waiting, seen = deque(start), set(start)
    while waiting:
        response = client.get(waiting.popleft())
        streaming = getattr(response, "streaming", False)
        raw = b"".join(response.streaming_content) if streaming else response.content
        body = raw.decode(errors="ignore")
        if token in body:
            return True
        for link in LINK.findall(unescape(body)):
            if link not in seen and not link.startswith(NOT_WALKED):
                seen.add(link)
                waiting.append(link)
    return False


@pytest.fixture
def name(cast):
    """The host's name, a word that stands nowhere else; she organises, planned, wrote and carries."""
    plant(cast)
    cast.host.display_name = "Zonnebloemnaam"
    cast.host.save()
    for rows in (cast.host.memberships, cast.host.group_roles):
        rows.update(shown_as="role", shown_since=None)
    return cast.host.display_name


def _watchers(cast, browse, name, watchers=WATCHERS):
    start = ["/", cast.community.get_absolute_url(), reverse("stories"), "/mijn/", "/mijn/gegevens.zip"]
    return {watcher for watcher in watchers if _finds(browse(watcher), name, start)}


def _say(cast, choice):
    for rows in (cast.host.memberships.all(), cast.host.group_roles.all()):
        for row in rows:
            show_as(by=cast.host, row=row, shown_as=choice)


def _mails(cast, mailoutbox):
    people = [cast.user(watcher) for watcher in WATCHERS if watcher != "visitor"]
    place = cast.community
    notify(by=cast.host, people=people, kind="let_in", about=place.slug, community=place)
    make_digests(timezone.localtime().replace(hour=12))
    post_waiting()
    return [mail for mail in mailoutbox if "Zonnebloemnaam" in mail.body + mail.subject]


def test_a_name_is_found_only_by_whom_its_owner_said_yes_to_and_is_gone_when_revoked(
    cast, name, browse, mailoutbox
):
    assert _watchers(cast, browse, name) == set()
    _say(cast, "community")
    assert _watchers(cast, browse, name) == {"participant", "builder"}
    _say(cast, "everyone")
    assert _watchers(cast, browse, name) == set(WATCHERS)
    _say(cast, "role")
    # Who found it a moment ago: by being in the group, and by being anybody at all.
    assert _watchers(cast, browse, name, ["participant", "visitor"]) == set()
    assert _mails(cast, mailoutbox) == []
