"""Every address of the site stands in the access table, and answers as the table says."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from tests.access import (
    HIDDEN,
    LOGIN,
    OPEN,
    calls,
    codes,
    communities,
    config,
    continuity,
    interpretation,
    networks,
    news,
    planning,
    reading,
    reports,
    scene,
    stories,
    table,
    telling,
    together,
    trajectories,
    volunteers,
)

APPS = [
    communities,
    trajectories,
    volunteers,
    stories,
    config,
    news,
    together,
    planning,
    reports,
    codes,
    table,
    networks,
    continuity,
    telling,
    reading,
    interpretation,
    calls,
]
ROWS = [row for app in APPS for row in app.ROWS]
# Django's admin and allauth bring addresses of their own; who enters them is tested by name elsewhere.
FOREIGN = ("admin", "account", "mfa")


def _routes(resolver, inside=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name in FOREIGN:
                continue
            yield from _routes(pattern, inside)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or f"nameless: {pattern.pattern}"


def _is_foreign(name):
    return name.startswith(("account_", "mfa_"))


def test_every_address_stands_in_the_access_table():
    known = {row.route for row in ROWS}
    routes = {name for name in _routes(get_resolver()) if not _is_foreign(name)}
    assert routes - known == set()
    assert known - routes == set()


def _answer(response):
    if response.status_code == 404:
        return HIDDEN
    if response.status_code == 302 and "/account/login/" in response["Location"]:
        return LOGIN
    return OPEN if response.status_code in {200, 204, 301, 302, 303, 400, 409} else response.status_code


def _address(row, stage):
    try:
        return reverse(row.route, args=row.args(stage))
    except NoReverseMatch:
        pytest.fail(f"{row.route}: the table's arguments do not fit the address")


@pytest.fixture
def stage(cast):
    """The cast, and one of everything that has an address."""
    return scene.build(cast, [app.scene for app in APPS])


@pytest.fixture
def ask(browse):
    """Ask one address as somebody: everybody logs in once, and is themselves again for each row."""
    cookies = {}

    def as_person(name, row, stage):
        client = Client()
        client.cookies = deepcopy(cookies[name])
        return getattr(client, row.method)(_address(row, stage), row.data(stage))

    def log_in(name):
        cookies[name] = deepcopy(browse(name).cookies)
        return as_person

    return log_in


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.__name__.rpartition(".")[2])
def test_each_reader_gets_what_the_table_says(app, stage, ask):
    """Every member of the cast asks; what one of them changes is undone before the next one asks."""
    wrong = []
    for name in stage.cast.everyone:
        as_person = ask(name)
        for row in app.ROWS:
            undo = transaction.savepoint()
            answer = _answer(as_person(name, row, stage))
            transaction.savepoint_rollback(undo)
            if answer != row.expected(name):
                wrong.append((row.method, row.route, name, answer, row.expected(name)))
    assert wrong == []
