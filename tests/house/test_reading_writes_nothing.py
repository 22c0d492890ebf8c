"""Opening a page changes nothing: a link in a mail is fetched by scanners, a page is opened ahead by a browser."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.access import scene
from tests.coming_in import log_in
from tests.communities.test_second_factor import passkey_of
from tests.house.test_access import APPS, ROWS, ask  # noqa: F401
from tests.house.test_account_addresses import TABLE, _address

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


def test_no_account_page_writes_when_it_is_opened(cast):
    client, wrong = Client(), []
    key = passkey_of(cast.resident)
    client.force_login(cast.resident, backend="django.contrib.auth.backends.ModelBackend")
    for name in TABLE:
        with CaptureQueriesContext(connection) as asked:
            client.get(_address(name, key))
        wrong += [(name, table) for table in written(asked)]
    assert wrong == []


def test_somebody_whose_address_was_never_written_down_still_changes_it(cast, mailoutbox):
    client = Client()
    log_in(client, cast.resident.email)
    answer = client.post(reverse("account_email"), {"email": "nieuw@mail.example", "action_add": ""})
    assert answer.status_code == 302
    assert any("nieuw@mail.example" in letter.to for letter in mailoutbox)
