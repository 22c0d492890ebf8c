"""The one pass over the whole site, made once per run; many tests judge what it noted."""

from dataclasses import dataclass

import pytest
from django.db import transaction

from communities.personal.actions import show_as
from tests.conftest import make_cast
from tests.house import rendering, walk, world


@dataclass(frozen=True)
class Pass:
    """The facts of the pass, with what the world would have told each reader and where each row stands."""

    walked: walk.Walked
    expected: dict
    owed: dict
    addresses: tuple
    looked: rendering.Looked


@pytest.fixture(scope="session")
def passed(django_db_setup, django_db_blocker):
    """Build the world, let everybody ask everything, and leave nothing behind but facts."""
    with django_db_blocker.unblock(), transaction.atomic():
        here = world.build(make_cast())
        with rendering.watched() as looked:
            walked = walk.whole_pass(here, world.ROWS, show_as)
        expected = {name: here.expected(name) for name in here.people}
        owed = {name: here.owed(name) for name in here.people}
        addresses = tuple(walk.address_of(row, here.stage) for row in world.ROWS)
        transaction.set_rollback(True)
    return Pass(walked, expected, owed, addresses, looked)


@pytest.fixture
def here(cast):
    """The world in a test of its own, to break one rule in it."""
    return world.build(cast)


def pytest_collection_modifyitems(items):
    """Whatever waits for the pass is marked, so that a run can leave it to another."""
    for item in items:
        if "passed" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.walk)
