"""Opening an account page changes nothing: whoever looks at how they come in is not written about."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from communities.accounts import views
from communities.models import User
from tests.communities.accounts.logging_in import log_in, mailed_code, set_up_app
from tests.communities.accounts.passkey import passkey_of
from tests.house.test_account_addresses import TABLE, address_of

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE)\b(?!.*\bdjango_session\b)", re.I | re.S)


def everything():
    """Every row of every table, the sessions aside: a session keeps the step somebody is at."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table != "django_session":
                cursor.execute(f'SELECT * FROM "{table}"')
                found[table] = sorted(str(row) for row in cursor.fetchall())
    return found


def _visitor(cast, client):
    return client


def _halfway(cast, client):
    """Asked for a code and did not type it yet."""
    client.post("/account/login/", {"login": "resident@mail.example"})
    return client


def _by_mail(cast, client):
    log_in(client, "resident@mail.example")
    return client


def _changing(cast, client):
    """Gave a new mail address and did not prove it yet."""
    log_in(client, "host@mail.example")
    client.post("/account/email/", {"email": "new@mail.example", "action_add": ""})
    return client


def _with_app(cast, client):
    log_in(client, "builder@mail.example")
    set_up_app(client)
    return client


def _without_factor(cast, client):
    log_in(client, "official@mail.example")
    return client


def _never_by_mail(cast, client):
    """Came in with a code on paper, or by hand: no address of theirs was ever proved."""
    client.force_login(cast.stranger, backend="django.contrib.auth.backends.ModelBackend")
    return client


PEOPLE = [_visitor, _halfway, _by_mail, _changing, _with_app, _without_factor, _never_by_mail]


@pytest.mark.parametrize("comes_in", PEOPLE, ids=lambda comes_in: comes_in.__name__.strip("_"))
def test_opening_every_account_page_writes_nothing(cast, client, comes_in):
    key = passkey_of(cast.resident)
    client, before = comes_in(cast, client), everything()
    with CaptureQueriesContext(connection) as asked:
        for name in TABLE:
            client.get(address_of(name, key))
    assert [row["sql"] for row in asked if WRITES.match(row["sql"])] == []
    assert everything() == before


def test_allauth_s_own_page_would_have_written(cast, client, monkeypatch):
    """The rule broken by hand: the same pages, with the view as allauth ships it."""
    monkeypatch.setattr(views.ChangeEmail, "dispatch", views.account.EmailView.dispatch)
    client = _never_by_mail(cast, client)
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("account_email"))
    assert [row["sql"] for row in asked if WRITES.match(row["sql"])] != []


def test_who_never_proved_an_address_keeps_the_old_one_until_the_new_one_is_proved(cast, client):
    client = _never_by_mail(cast, client)
    client.get("/account/email/")
    client.post("/account/email/", {"email": "new@mail.example", "action_add": ""})
    assert User.objects.get(pk=cast.stranger.pk).email == "stranger@mail.example"
    client.post("/account/confirm-email/", {"code": mailed_code()})
    assert User.objects.get(pk=cast.stranger.pk).email == "new@mail.example"
    assert list(EmailAddress.objects.values_list("user", "email", "verified", "primary")) == [
        (cast.stranger.pk, "new@mail.example", True, True)
    ]
    assert log_in(Client(), "new@mail.example")["Location"] == "/mijn/"
