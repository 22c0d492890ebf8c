"""Every page of the site in a real browser: axe, two widths, no sideways scrolling, and without JavaScript.

The pages are those of the access table: each address once, for the first reader who gets a page there. A new address
cannot be forgotten here, because it cannot be left out of the table. Pages with much on them, and states that the
table's scene does not have, are looked at in the example town.
"""

import pytest
from django.conf import settings

from tests.access import scene
from tests.conftest import make_cast
from tests.house import walk
from tests.house.world import APPS, ROWS
from tests.journeys.conftest import AXE
from tests.journeys.example_pages import of_the_example

PHONE, DESK = 360, 1280
# Who is asked first: whoever gets the fullest page.
READERS = ["host", "builder", "resident", "participant", "official", "administrator"]
# Answers that are no page: calendars, lists and files to take along, pictures.
FILES = {
    "community_agenda",
    "group_agenda",
    "health",
    "media",
    "my_agenda_file",
    "my_data_file",
    "robots",
    "security_txt",
    "signups_file",
}
# The pages of one's account are allauth's own and stand in no row of the table.
OF_AN_ACCOUNT = ["email", "veiligheid", "tweede-stap", "app", "passkey", "codes/nieuw", "logout"]


def pages_of_the_table(stage):
    """Each page of the access table once, by the reader who looks at it."""
    found, seen = {name: [] for name in READERS}, set()
    for row in ROWS:
        address = None if row.method != "get" or row.route in FILES else walk.address_of(row, stage)
        readers = [*READERS, *stage.cast.people] if address and address not in seen else []
        reader = next((name for name in readers if row.expects(name) == 200), None)
        if reader:
            seen.add(address)
            found.setdefault(reader, []).append(address)
    found["resident"] += [f"/account/{page}/" for page in OF_AN_ACCOUNT]
    return found


@pytest.fixture
def table(town):
    """The scene of the access table, beside the example town."""
    return scene.build(make_cast(), [app.scene for app in APPS])


@pytest.fixture
def sit_down(visit, table, live_server):
    """Open the site as somebody of the cast, logged in; only who is logged in matters, not how."""

    def as_reader(name, **how):
        page = visit(None, **how)
        session = walk.client_of(table.cast.user(name)).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return page

    return as_reader


def _expected(address):
    return 404 if "bestaatniet/" in address else 200


def look(page, address):
    """What is wrong with one page at the width it has: axe, and sideways scrolling."""
    answer = page.goto(address)
    if answer.status != _expected(address):
        return [f"{address}: {answer.status}"]
    if address.startswith("/beheer/"):
        return _sideways(page, address)
    page.evaluate(AXE.read_text())
    return _seen(page, address)


def look_twice(page, address):
    """The same page on a phone and on a desk."""
    page.set_viewport_size({"width": PHONE, "height": 900})
    wrong = look(page, address)
    page.set_viewport_size({"width": DESK, "height": 900})
    return wrong + (_sideways(page, address) if address.startswith("/beheer/") else _seen(page, address))


def _sideways(page, address):
    width = page.viewport_size["width"]
    scrolls = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{address}: scrolls sideways at {width}"] * scrolls


def _seen(page, address):
    found, width = _sideways(page, address), page.viewport_size["width"]
    result = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
    for violation in result["violations"]:
        places = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        found.append(f"{address}: {violation['id']} at {width}: {places}")
    return found


def look_at_all(page, addresses):
    """What is wrong with these pages, and what their console says."""
    errors, wrong = [], []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    for address in addresses:
        wrong += look_twice(page, address)
    return wrong + [error for error in errors if "404" not in error]


def test_every_page_of_the_table_is_accessible_on_phone_and_desk(sit_down, table):
    wrong = []
    for reader, addresses in pages_of_the_table(table).items():
        wrong += look_at_all(sit_down(reader), addresses)
    assert not wrong, "\n".join(wrong)


def test_the_example_town_is_accessible_on_phone_and_desk(visit):
    wrong = []
    for person, addresses in of_the_example().items():
        wrong += look_at_all(visit(person), addresses)
    assert not wrong, "\n".join(wrong)


def without_scripts(page, addresses):
    """The pages that say nothing when no script runs."""
    for address in addresses:
        answer = page.goto(address)
        if answer.status != _expected(address) or page.locator("h1").count() != 1:
            yield f"{address}: {answer.status}"


def test_the_example_town_works_without_javascript(visit):
    wrong, pages = [], of_the_example()
    for person in (None, "naima"):
        wrong += without_scripts(visit(person, width=PHONE, scripts=False), pages[person])
    assert not wrong, "\n".join(wrong)


def test_every_page_of_the_table_works_without_javascript(sit_down, table):
    wrong = []
    for reader, addresses in pages_of_the_table(table).items():
        wrong += without_scripts(sit_down(reader, width=PHONE, scripts=False), addresses)
    assert not wrong, "\n".join(wrong)


def test_every_page_of_the_table_is_looked_at(table):
    """The proof fails when the table gets a page that no reader here opens, or a file is no file any more."""
    looked = {address for addresses in pages_of_the_table(table).values() for address in addresses}
    rows = [row for row in ROWS if row.method == "get" and row.route not in FILES]
    open_to = [
        row for row in rows if any(row.expects(name) == 200 for name in [*table.cast.people, "visitor"])
    ]
    assert {walk.address_of(row, table) for row in open_to} - looked == set()
    assert FILES <= {row.route for row in ROWS}


def test_no_page_asks_another_host(visit, live_server):
    page, hosts = visit("naima"), set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for address in ["/", "/gemeenschap/kanaalbuurt/", "/gemeente/GM9901/", "/mijn/"]:
        page.goto(address)
    assert hosts == {live_server.url.split("/")[2]}
