"""A real browser on the example town, served by the real code."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect, sync_playwright

from tools.shot import FLAGS

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
expect.set_options(timeout=15_000)  # the machine may be busy with the rest of the suite
ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """Debian's own Chromium; without it the journeys cannot be made."""
    path = shutil.which("chromium")
    if not path or not AXE.exists():
        pytest.skip("needs Debian's chromium and axe-core from npm")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def eventually(page, ask, wanted, tries=50):
    """What the server keeps becomes this: a page says "saved" of one field while the next is still under way."""
    while ask() != wanted and tries:
        page.wait_for_timeout(100)
        tries -= 1
    assert ask() == wanted


@pytest.fixture
def town(transactional_db):
    """The example town, planted anew."""
    call_command("plant_example", verbosity=0)


@pytest.fixture
def visit(chromium, live_server, town):
    """Open the site as somebody: `visit("naima", width=360)` gives a page that is logged in."""
    opened = []

    def open_as(person=None, width=1280, scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            locale="nl-NL",
            base_url=live_server.url,
            java_script_enabled=scripts,
        )
        opened.append(context)
        page = context.new_page()
        if person:
            page.goto("/voorbeeld/")
            page.click(f'button[value="{person}@voorbeeld.samenspel.example"]')
        return page

    yield open_as
    for context in opened:
        context.close()
