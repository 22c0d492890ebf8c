"""Builders, officials and administrators show a second time that it is them (docs/principles.md rule 6)."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from communities.models import Membership
from config.website.my_data.own_data import my_data
from stories.models import Story
from tests.communities.accounts.logging_in import digits, log_in, set_up_app
from tests.communities.accounts.passkey import Phone, add_passkey, logged_in, options_on, passkey_of
from tests.factories import communities
from tests.house.test_forgetting import whole_database

STRONG = ["builder", "official", "administrator"]
FIRST_TIME = "/account/tweede-stap/"


def log_in_with(phone, client, **ticks):
    """One tap on the log-in page, and no mail."""
    options = client.get("/account/login/passkey/", headers={"accept": "application/json"}).json()
    return client.post("/account/login/passkey/", {"credential": phone.use(options), **ticks})


def test_a_resident_logs_in_with_a_passkey_alone(cast, client):
    log_in(client, "resident@mail.example")
    phone = add_passkey(client)
    other, mails = Client(), len(mail.outbox)
    answer = log_in_with(phone, other, next="/mijn/naam/", shared="on")
    assert (answer["Location"], answer.cookies["sessionid"]["max-age"]) == ("/mijn/naam/", "")
    assert other.get("/mijn/naam/").status_code == 200
    assert len(mail.outbox) == mails


def test_a_passkey_counts_as_a_second_factor_by_itself(cast, client):
    log_in(client, "official@mail.example")
    phone = add_passkey(client)
    assert client.get("/mijn/").status_code == 200
    other = Client()
    log_in_with(phone, other)
    assert other.get("/mijn/").status_code == 200


def test_a_passkey_is_the_second_step_after_a_mailed_code(cast, client):
    log_in(client, "builder@mail.example")
    phone = add_passkey(client)
    other = Client()
    log_in(other, "builder@mail.example")
    options = options_on(other.get("/account/login/tweede-stap/").content.decode())
    answer = other.post("/account/login/tweede-stap/", {"credential": phone.use(options)})
    assert answer["Location"] == "/mijn/"
    assert other.get("/mijn/").status_code == 200


def test_an_answer_of_a_phone_is_worth_something_once_and_here_only(cast, client):
    log_in(client, "resident@mail.example")
    phone = add_passkey(client)
    other = Client()
    options = other.get("/account/login/passkey/", headers={"accept": "application/json"}).json()
    used = phone.use(options)
    elsewhere = Client()
    elsewhere.post("/account/login/passkey/", {"credential": used})
    assert elsewhere.get("/mijn/").status_code == 302
    fake = Phone()
    fake.id, fake.person = phone.id, phone.person
    other.post("/account/login/passkey/", {"credential": fake.use(options)})
    assert other.get("/mijn/").status_code == 302


def test_a_passkey_of_a_closed_account_opens_nothing(cast, client):
    log_in(client, "resident@mail.example")
    phone = add_passkey(client)
    type(cast.resident).objects.filter(pk=cast.resident.pk).update(is_active=False)
    other = Client()
    log_in_with(phone, other)
    assert other.get("/mijn/").status_code == 302


def test_a_passkey_gets_a_name_and_goes(cast, client):
    log_in(client, "resident@mail.example")
    add_passkey(client, "Phone")
    key = Authenticator.objects.get(type="webauthn")
    client.post(f"/account/passkey/{key.pk}/naam/", {"name": "Tablet"})
    assert "Geef Tablet een andere naam" in client.get("/account/veiligheid/").content.decode()
    assert client.post(f"/account/passkey/{key.pk}/weg/")["Location"] == "/account/veiligheid/"
    assert not Authenticator.objects.exists()
    subjects = [message.subject for message in mail.outbox]
    assert subjects[1:] == [
        "Samenspel: Je account heeft een nieuwe passkey",
        "Samenspel: Een passkey is weg van je account",
    ]


@pytest.mark.parametrize("name", STRONG)
def test_a_mailed_code_alone_shows_them_nothing_of_others(cast, client, name):
    log_in(client, f"{name}@mail.example")
    addresses = ["/", "/mijn/", "/mijn/naam/", cast.community.get_absolute_url(), "/verhalen/", "/beheer/"]
    answers = {address: client.get(address) for address in [*addresses, "/zoeken/?q=hof"]}
    assert {answer.get("Location") for answer in answers.values()} == {FIRST_TIME}
    assert "vertrouwen" in client.get(FIRST_TIME).content.decode()


@pytest.mark.parametrize("name", STRONG)
def test_nor_does_it_let_them_write(cast, client, name):
    log_in(client, f"{name}@mail.example")
    answer = client.post("/vertellen/", {"community": cast.community.pk})
    assert answer["Location"] == FIRST_TIME
    data = {"name": "De Sluis", "hours": ""}
    client.post(f"/gemeenschap/{cast.community.slug}/plek/", data)
    assert (Story.objects.count(), cast.community.places.count()) == (0, 0)


@pytest.mark.parametrize("name", STRONG)
def test_they_can_always_take_their_data_along_and_go(cast, client, name):
    log_in(client, f"{name}@mail.example")
    assert client.get("/mijn/gegevens/").status_code == 200
    assert client.get("/mijn/gegevens.zip").status_code == 200
    assert client.get("/mijn/weg/").status_code == 200
    assert client.get("/account/logout/").status_code == 200


@pytest.mark.parametrize("name", ["resident", "host", "pending", "former_official", "stranger"])
def test_a_resident_needs_no_second_factor(cast, client, name):
    assert log_in(client, f"{name}@mail.example")["Location"] == "/mijn/"
    assert client.get("/mijn/").status_code == 200


def test_the_first_time_leads_past_codes_on_paper_to_where_somebody_was_going(cast, client):
    log_in(client, "builder@mail.example")
    client.get(cast.community.get_absolute_url())
    _secret, answer = set_up_app(client)
    assert answer["Location"] == "/account/codes/"
    page = client.get("/account/codes/").content.decode()
    assert len(re.findall(r'samenspel-geheim">\d{8}<', page)) == 10
    assert f'href="{cast.community.get_absolute_url()}"' in page
    assert client.get(cast.community.get_absolute_url()).status_code == 200


def test_the_next_time_the_app_is_asked_after_the_mailed_code(cast, client):
    log_in(client, "official@mail.example")
    secret, _answer = set_up_app(client)
    other = Client()
    assert log_in(other, "official@mail.example")["Location"] == "/account/login/tweede-stap/"
    assert other.get("/mijn/")["Location"].startswith("/account/login/")
    answer = other.post("/account/login/tweede-stap/", {"code": digits(secret, later=1)})
    assert answer["Location"] == "/mijn/"
    assert other.get("/mijn/").status_code == 200


def test_a_code_from_paper_opens_once(cast, client):
    log_in(client, "builder@mail.example")
    set_up_app(client)
    paper = re.findall(r"\d{8}", client.get("/account/codes/").content.decode())[0]
    locations = []
    for _time in range(2):
        other = Client()
        log_in(other, "builder@mail.example")
        locations.append(other.post("/account/login/tweede-stap/", {"code": paper}).get("Location"))
    assert locations == ["/mijn/", None]


def test_after_five_wrong_digits_the_right_ones_open_nothing_for_a_while(cast, client):
    log_in(client, "builder@mail.example")
    secret, _answer = set_up_app(client)
    other = Client()
    log_in(other, "builder@mail.example")
    for number in range(5):
        other.post("/account/login/tweede-stap/", {"code": f"00000{number}"})
    assert other.post("/account/login/tweede-stap/", {"code": digits(secret, later=1)}).status_code == 200
    assert other.get("/mijn/").status_code == 302


def test_who_becomes_a_builder_is_asked_at_once(cast, client):
    log_in(client, "resident@mail.example")
    secret, _answer = set_up_app(client)
    other = Client()
    log_in(other, "resident@mail.example")
    other.post("/account/login/tweede-stap/", {"code": digits(secret, later=1)})
    late = logged_in(cast.resident)
    assert late.get("/mijn/").status_code == 200
    communities.BuilderFactory(user=cast.resident, community=cast.community, organisation=cast.organisation)
    assert late.get("/mijn/")["Location"] == "/account/ben-jij-het/?next=%2Fmijn%2F"
    codes = re.findall(r"\d{8}", client.get("/account/codes/").content.decode())
    answer = late.post("/account/ben-jij-het/?next=/mijn/", {"code": codes[3]})
    assert answer["Location"] == "/mijn/"
    assert late.get("/mijn/").status_code == 200


def test_a_resident_s_passkey_is_a_way_in_and_no_lock(cast, client):
    passkey_of(cast.resident)
    assert log_in(client, "resident@mail.example")["Location"] == "/mijn/"
    key = Authenticator.objects.get(type="webauthn")
    assert client.get(f"/account/passkey/{key.pk}/weg/").status_code == 200
    client.post(f"/account/passkey/{key.pk}/weg/")
    assert not Authenticator.objects.exists()


def test_but_a_builder_s_passkey_is_asked_after_the_mailed_code(cast, client):
    passkey_of(cast.builder)
    assert log_in(client, "builder@mail.example")["Location"] == "/account/login/tweede-stap/"


def test_nobody_touches_somebody_else_s_passkey(cast, client):
    key = passkey_of(cast.host)
    log_in(client, "resident@mail.example")
    for what in ("naam", "weg"):
        assert client.get(f"/account/passkey/{key.pk}/{what}/").status_code == 404
        assert client.post(f"/account/passkey/{key.pk}/{what}/", {"name": "Mine"}).status_code == 404
    assert Authenticator.objects.get(type="webauthn").data["name"] == "Phone"


def test_the_example_s_log_in_counts_only_while_the_example_is_on(cast, browse, settings):
    client = browse("builder")
    assert client.get("/mijn/").status_code == 200
    settings.EXAMPLE = False
    assert client.get("/mijn/")["Location"] == FIRST_TIME


def test_giving_up_the_app_is_told_by_mail_and_makes_every_session_weak(cast, client):
    log_in(client, "builder@mail.example")
    set_up_app(client)
    assert client.post("/account/app/weg/")["Location"] == "/account/veiligheid/"
    assert mail.outbox[-1].subject == "Samenspel: De app voor codes is weg van je account"
    assert client.get("/mijn/")["Location"] == FIRST_TIME
    assert not Authenticator.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_mails_about_safety_are_plain_and_hold_no_address_or_browser(cast, client):
    client.defaults.update(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Netscape/4.0")
    log_in(client, "builder@mail.example")
    set_up_app(client)
    told = mail.outbox[-1]
    assert (told.subject, told.to) == (
        "Samenspel: Je account heeft een app voor codes",
        ["builder@mail.example"],
    )
    assert "203.0.113.77" not in told.body
    assert "Netscape" not in told.body
    assert "Was jij dit niet?" in told.body


def test_a_copy_of_the_database_holds_no_usable_secret_and_no_address(cast, client):
    client.defaults["REMOTE_ADDR"] = "203.0.113.77"
    log_in(client, "builder@mail.example")
    secret, _answer = set_up_app(client)
    paper = re.findall(r"\d{8}", client.get("/account/codes/").content.decode())
    copy = whole_database()
    assert [word for word in (secret, "203.0.113.77", *paper) if word in copy] == []


def test_without_showing_the_old_factor_nothing_about_it_changes(cast, client):
    log_in(client, "builder@mail.example")
    set_up_app(client)
    thief = logged_in(cast.builder)
    for address in ("app/weg/", "passkey/", "codes/", "codes/nieuw/"):
        assert thief.get(f"/account/{address}")["Location"].startswith("/account/ben-jij-het/"), address
        assert thief.post(f"/account/{address}").status_code in {302, 405}, address
    thief.post("/account/email/", {"email": "thief@mail.example", "action_add": ""})
    assert Authenticator.objects.filter(user=cast.builder).count() == 2
    assert "thief@mail.example" not in {to for message in mail.outbox for to in message.to}


@pytest.mark.parametrize(
    ("name", "model", "rows"), [("official", "posting", "postings"), ("builder", "membership", "memberships")]
)
def test_when_a_role_is_ended_everything_open_closes(cast, browse, name, model, rows):
    device = Client()
    log_in(device, f"{name}@mail.example")
    set_up_app(device)
    assert device.get("/mijn/").status_code == 200
    row = getattr(cast.user(name), rows).get()
    data = {"until": communities.days_ago(0).strftime("%d-%m-%Y")}
    answer = browse("administrator").post(f"/beheer/communities/{model}/{row.pk}/change/", data)
    assert answer.status_code == 302
    assert not type(row).objects.current().filter(pk=row.pk).exists()
    assert device.get("/mijn/")["Location"].startswith("/account/login/")


def test_an_account_that_is_closed_is_closed_on_every_device(cast, browse):
    device = Client()
    log_in(device, "resident@mail.example")
    data = {"display_name": "Resident"}
    browse("administrator").post(f"/beheer/communities/user/{cast.resident.pk}/change/", data)
    assert device.get("/mijn/")["Location"].startswith("/account/login/")
    log_in_again = device.post("/account/login/", {"login": "resident@mail.example"})
    assert log_in_again["Location"] == "/account/login/code/confirm/"
    assert "kennen" in mail.outbox[-1].body


def test_a_session_of_a_closed_account_stops_also_when_nobody_ended_it(cast, client):
    log_in(client, "resident@mail.example")
    type(cast.resident).objects.filter(pk=cast.resident.pk).update(is_active=False)
    assert client.get("/mijn/").status_code == 302


def test_a_builder_who_leaves_is_logged_out_elsewhere_and_goes_on_here(cast, client):
    log_in(client, "builder@mail.example")
    secret, _answer = set_up_app(client)
    other = Client()
    log_in(other, "builder@mail.example")
    other.post("/account/login/tweede-stap/", {"code": digits(secret, later=1)})
    client.post(f"/gemeenschap/{cast.community.slug}/weggaan/")
    assert not Membership.objects.current().filter(user=cast.builder).exists()
    assert client.get("/mijn/").status_code == 200
    assert other.get("/mijn/").status_code == 302


def test_an_administrator_takes_a_lost_factor_away_and_its_owner_hears_of_it(cast, browse):
    passkey_of(cast.builder)
    data = {"action": "drop_lost_second_factor", "_selected_action": [cast.builder.pk]}
    browse("administrator").post("/beheer/communities/user/", data)
    assert not Authenticator.objects.exists()
    assert mail.outbox[-1].to == ["builder@mail.example"]
    device = Client()
    log_in(device, "builder@mail.example")
    assert device.get("/mijn/")["Location"] == FIRST_TIME


def test_an_administrator_of_another_municipality_takes_nothing_away(cast, browse):
    passkey_of(cast.neighbour)
    data = {"action": "drop_lost_second_factor", "_selected_action": [cast.neighbour.pk]}
    browse("administrator").post("/beheer/communities/user/", data)
    assert Authenticator.objects.filter(user=cast.neighbour).exists()


def test_who_may_read_is_asked_with_one_question_and_who_proved_it_with_none(
    cast, browse, django_assert_num_queries
):
    client = browse("resident")
    session = client.session
    del session["example_log_in"]
    session.save()
    with django_assert_num_queries(3):  # the session, the person, the role
        client.get("/waarom/")
    client = browse("resident")
    with django_assert_num_queries(2):
        client.get("/waarom/")


def test_erasing_leaves_nothing_of_how_somebody_came_in(cast, client):
    client.defaults["HTTP_USER_AGENT"] = "Kanariebrowser"
    log_in(client, "builder@mail.example")
    set_up_app(client)
    add_passkey(client, "Kanariesleutel")
    assert all(word in whole_database() for word in ("Kanariebrowser", "Kanariesleutel", "builder@mail"))
    assert client.post("/mijn/weg/").status_code == 302
    left = whole_database()
    assert [word for word in ("Kanariebrowser", "Kanariesleutel", "builder@mail") if word in left] == []


def test_my_data_tells_of_my_ways_in_and_gives_no_secret_away(cast, client):
    log_in(client, "resident@mail.example")
    secret, _answer = set_up_app(client)
    add_passkey(client, "Mijn telefoon")
    page = client.get("/mijn/gegevens/").content.decode()
    file = json.dumps(my_data(cast.resident))
    for words in ("Mailadres waarmee ik inlog", "Passkeys, app en codes op papier", "Waar ik ben ingelogd"):
        assert words in page
    assert "Mijn telefoon" in page
    assert "Mijn telefoon" in file
    session = client.session.session_key
    proofs = [{**row.data, "name": ""}.values() for row in Authenticator.objects.all()]
    stored = [str(value) for values in proofs for value in values if len(str(value)) > 9]
    assert [word for word in (secret, session, *stored) if word in page or word in file] == []
