"""Opening a page changes nothing: a link in a mail is fetched by scanners, a page is opened ahead by a browser.

The pages of one's account are walked in `test_account_reading.py`.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access import scene
from tests.house.test_access import APPS, ROWS, ask  # noqa: F401

WRITE = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
# Who is logged in, and since when, is kept by the session itself.
OF_THE_SESSION = {"django_session", "usersessions_usersession"}


def written(asked):
    """The tables in which something was written."""
    found = {match[1] for query in asked if (match := WRITE.match(query["sql"]))}
    return found - OF_THE_SESSION


@pytest.mark.parametrize("name", ["visitor", "host", "official"])
def test_no_page_of_the_access_table_writes_when_it_is_opened(cast, ask, name):  # noqa: F811
    stage, wrong = scene.build(cast, [app.scene for app in APPS]), []
    as_person = ask(name)
    for row in (row for row in ROWS if row.method == "get"):
        with CaptureQueriesContext(connection) as asked:
            as_person(name, row, stage)
        wrong += [(row.route, table) for table in written(asked)]
    assert wrong == []
