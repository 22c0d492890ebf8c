"""What the site knows about somebody stands in one register, and nothing of it is left after erasure."""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config.website.my_data.own_data import KINDS, forget, my_data, register
from tests.communities.accounts.logging_in import log_in
from tests.house.canary import plant

APPS = ("communities", "trajectories", "volunteers", "stories", "account", "mfa", "usersessions")


def test_every_field_of_every_model_stands_in_the_register_once():
    fields = {
        (model._meta.label, field.name)
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.concrete_fields
    }
    rows = [
        (label, name) for label, row in register().items() for kind in KINDS for name in row.get(kind, [])
    ]
    assert set(rows) == fields
    assert len(rows) == len(set(rows))


def test_every_row_with_a_person_says_whose_it_is_and_what_erasure_does():
    silent = [
        label
        for label, row in register().items()
        if "personal" in row and not {"mine", "erasure", "retention"} <= set(row)
    ]
    assert silent == []


def whole_database():
    """Everything that stands in any table, as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


@pytest.mark.parametrize("name", ["resident", "host", "participant", "builder", "official"])
def test_nothing_personal_is_left_of_somebody_who_was_erased(cast, browse, name):
    """What stays is said per token, with its reason (`stays_because`), and does stay.

    The proof fails when erasing leaves anything: `expertise` taken out of `forget` is seen for the host.
    """
    canaries = plant(cast)
    browse(name).get("/mijn/")
    mine = {token for token, canary in canaries.items() if canary.goes_with(name)}
    stays = {token for token, canary in canaries.items() if canary.outlives(name)}
    before = whole_database()
    assert [token for token in mine | stays if token not in before] == []
    forget(cast.user(name))
    left = whole_database()
    assert sorted(token for token in mine if token in left) == []
    assert sorted(token for token in stays if token not in left) == []


def test_what_was_made_together_stays_and_is_signed_by_role(cast, browse):
    plant(cast)
    forget(cast.host)
    page = browse("visitor").get(cast.community.get_absolute_url())
    assert page.status_code == 200
    assert "zoekt een kartrekker" in page.content.decode()


def test_somebody_reads_and_takes_along_everything_about_themselves(cast, browse):
    canaries = plant(cast)
    page = browse("resident").get("/mijn/gegevens/").content.decode()
    answer = browse("resident").get("/mijn/gegevens.zip")
    data = json.loads(zipfile.ZipFile(io.BytesIO(answer.content)).read("samenspel.json"))
    assert data == json.loads(json.dumps(my_data(cast.resident)))
    own = [
        t
        for t, c in canaries.items()
        if "resident" in c.owners
        and c.is_of("resident")
        and not any(word in t for word in ("overmij", "dicht"))
    ]
    assert [token for token in own if token not in page] == []


def test_a_part_of_a_field_stands_in_the_register_beside_its_field():
    rows = [(row, path.split(".")[0]) for row in register().values() for path in row.get("parts", [])]
    assert [field for row, field in rows if field not in row["internal"]] == []


def test_one_button_erases_me_and_logs_me_out(cast, browse):
    client = browse("resident")
    assert client.get("/mijn/weg/").status_code == 200
    answer = client.post("/mijn/weg/")
    assert "storage" in answer["Clear-Site-Data"]
    assert client.get("/mijn/").status_code == 302
    assert not type(cast.host).objects.filter(email="resident@mail.example").exists()


def test_erasing_ends_my_sessions_and_looks_into_nobody_else_s(cast):
    browsers = {name: Client() for name in ("resident", "neighbour")}
    for name, browser in browsers.items():
        log_in(browser, cast.user(name).email)
    with CaptureQueriesContext(connection) as asked:
        forget(cast.resident)
    left = list(Session.objects.values_list("pk", flat=True))
    assert left == [browsers["neighbour"].session.session_key]
    assert not [
        query for query in asked if query["sql"].startswith("SELECT") and "session_data" in query["sql"]
    ]
