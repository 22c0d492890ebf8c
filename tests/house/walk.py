"""One pass over the whole site: every address for every reader, and all that the suite asks of a page at once.

The world is the cast with the scene of the access table and a canary in every personal field. Every reader asks
the union of every address that any reader was shown and every row of the access table: an address that nobody
links to is asked too. What each answer says is kept as plain facts; the tests only judge them. Requests that may
change rows are undone before the next one.
"""

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urljoin

from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from communities.accounts.second_factor import EXAMPLE_MARK

LINK = re.compile(r'href="([/?][^"#]*)')
TOKEN = re.compile(r"kanarie\d{3}[a-z0-9]*")
WRITE = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
# Who is logged in, and since when, is kept by the session itself.
OF_THE_SESSION = {"django_session", "usersessions_usersession"}
# These would end the walk, leave the site's own pages, or sort one list of the back office in every way.
NOT_WALKED = re.compile(r"/account/logout|/static/|/beheer/jsi18n|/beheer/.*\?")
# The log-in page says where to go on: one page, however many ask for it.
WHERE_TO = re.compile(r"(?<=^/account/login/)\?next=.*|(?<=^/account/signup/)\?next=.*")
ADDRESSES_AT_MOST = 2500
# Where people deal with each other by name: who goes along, who lets somebody back in, who sits in a circle.
BY_NAME = {"circle", "introduction", "introduction_sheet", "confirm_way_in", "own_way_in"}


class QuickClient(Client):
    """Django's client without the copy of every context of every template, which nobody here reads."""

    def request(self, **request):
        response = self.handler(self._base_environ(**request))
        if response.cookies:
            self.cookies.update(response.cookies)
        return response


@dataclass(frozen=True, slots=True)
class Answer:
    """What one reader got at one address; `written` are the tables a GET wrote in."""

    status: int
    location: str
    tokens: frozenset
    links: tuple
    written: frozenset


@dataclass
class Walked:
    """Every answer of a pass, and how many requests each question was asked of."""

    readers: tuple
    answers: dict = field(default_factory=dict)  # (reader, address) -> Answer
    posted: dict = field(default_factory=dict)  # (reader, number of the row) -> Answer
    starts: tuple = ()
    named: dict = field(default_factory=dict)  # how the host is shown -> reader -> routes with the name

    def shown_to(self, name):
        """The addresses this reader comes to by following links from where everybody begins."""
        waiting, seen = list(self.starts), set(self.starts)
        while waiting:
            answer = self.answers.get((name, waiting.pop()))
            for link in answer.links if answer else ():
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
        return seen

    @property
    def counts(self):
        """(requests, addresses, readers) of this pass."""
        requests = len(self.answers) + len(self.posted)
        return requests, len({address for _name, address in self.answers}), len(self.readers)


def body_of(response):
    """The text of an answer, also of a file that is sent in pieces."""
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content).decode(errors="ignore")
    return response.content.decode(errors="ignore")


@contextmanager
def listening(written):
    """Note every table that is written in."""

    def hear(execute, sql, params, many, context):
        if match := WRITE.match(sql):
            written.add(match[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hear):
        yield


def client_of(user):
    """A browser in which this person is logged in, past the second factor; a visitor's for None."""
    client = QuickClient()
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session[EXAMPLE_MARK] = True
        session.save()
    return client


def ask(client, address, method="get", data=None):
    """One request, and the facts of its answer."""
    written = set()
    with listening(written):
        response = getattr(client, method)(address, data or {})
        body = body_of(response)
    location = response.headers.get("Location", "")
    links = LINK.findall(unescape(body)) + ([location] if location.startswith("/") else [])
    links = [WHERE_TO.sub("", urljoin(address, link)) for link in links]
    links = [link for link in links if not NOT_WALKED.match(link)]
    tokens = frozenset(TOKEN.findall(body))
    return Answer(
        response.status_code,
        location,
        tokens,
        tuple(dict.fromkeys(links)),
        frozenset(written - OF_THE_SESSION),
    )


def tokens_from(client, starts):
    """Every token on a page that somebody comes to by following links."""
    waiting, seen, found = list(starts), set(starts), set()
    while waiting:
        answer = ask(client, waiting.pop())
        assert answer.status < 500
        found |= answer.tokens
        new = [link for link in answer.links if link not in seen]
        seen.update(new)
        waiting += new
        assert len(seen) < ADDRESSES_AT_MOST, "the walk does not end"
    return found


def address_of(row, stage):
    """The address of a row of the access table, with what it asks behind the question mark."""
    address = reverse(row.route, args=row.args(stage))
    data = row.data(stage)
    return f"{address}?{urlencode(data)}" if data and row.method == "get" else address


def each_asks_what_they_are_shown(walked, people, addresses):
    """Every reader asks these addresses and what they come to by links: the quick pass of a developer."""
    for name, user in people.items():
        cache.clear()
        client, waiting, seen = client_of(user), list(addresses), set(addresses)
        while waiting:
            address = waiting.pop()
            answer = walked.answers[name, address] = ask(client, address)
            new = [link for link in answer.links if link not in seen]
            seen.update(new)
            waiting += new
            assert len(seen) < ADDRESSES_AT_MOST, "the walk does not end"


def everybody_asks(walked, people, addresses):
    """Every reader asks every address, until nobody is shown a new one; readers take turns by address."""
    known, done = dict.fromkeys(addresses), set()
    clients = {name: client_of(user) for name, user in people.items()}
    while waiting := [address for address in known if address not in done]:
        for name, client in clients.items():
            cache.clear()
            for address in waiting:
                answer = ask(client, address)
                walked.answers[name, address] = answer
                known.update(dict.fromkeys(answer.links))
        done.update(waiting)
        assert len(known) < ADDRESSES_AT_MOST, "the walk does not end"


def _who_finds(people, addresses, token):
    """The routes of these pages on which each reader finds a token; only of readers who do."""
    found = {}
    for name, user in people.items():
        client = client_of(user)
        on = {route_of(address) for address in addresses if token in ask(client, address).tokens}
        found.update({name: on} if on else {})
    return found


def names_come_and_go(walked, people, host, show_as):
    """The host's name, shown to everyone during the pass, is shown less and less.

    Asked again is every page on which anybody found it while everybody might.
    """
    token = host.display_name
    with_name = {address for (_name, address), answer in walked.answers.items() if token in answer.tokens}
    shown = sorted(address for address in with_name if route_of(address) not in BY_NAME)
    for choice in ("everyone", "community", "role"):
        for row in (*host.memberships.all(), *host.group_roles.all()):
            show_as(by=host, row=row, shown_as=choice)
        walked.named[choice] = _who_finds(people, shown, token)


def route_of(address):
    """The name of the route behind an address; of an address that is none, the address."""
    try:
        return resolve(address.partition("?")[0]).url_name
    except Resolver404:
        return f"no page: {address}"


def everybody_posts(walked, people, rows, stage):
    """Every reader sends every row that may change something; each request is undone before the next one."""
    for name, user in people.items():
        client = client_of(user)
        cookies = {key: morsel.value for key, morsel in client.cookies.items()}
        for number, row in enumerate(rows):
            if row.method == "get":
                continue
            cache.clear()
            undo = transaction.savepoint()
            walked.posted[name, number] = ask(client, address_of(row, stage), row.method, row.data(stage))
            transaction.savepoint_rollback(undo)
            client.cookies.load(cookies)


def whole_pass(world, rows, show_as):
    """Everything that is asked of the site at once; only facts come back."""
    walked = Walked(tuple(world.people), starts=world.starts)
    addresses = [*world.starts, *(address_of(row, world.stage) for row in rows if row.method == "get")]
    walk = each_asks_what_they_are_shown if os.environ.get("QUICK_PASS") else everybody_asks
    walk(walked, world.people, dict.fromkeys(addresses))
    everybody_posts(walked, world.people, rows, world.stage)
    names_come_and_go(walked, world.people, world.cast.host, show_as)
    return walked


def part_of_the_pass(world, names, addresses):
    """A few readers and a few addresses, without following links: enough to see one planted fault."""
    people = {name: world.people[name] for name in names}
    walked = Walked(tuple(people), starts=tuple(addresses))
    for name, user in people.items():
        client = client_of(user)
        walked.answers.update({(name, address): ask(client, address) for address in addresses})
    return walked
