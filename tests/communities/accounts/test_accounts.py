"""Coming in and looking after one's account: the same answers for all, narrow limits, shared computers."""

import re
import time
from pathlib import Path

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from communities.accounts.reads import in_words
from communities.models import User
from tests.communities.accounts.logging_in import log_in, mailed_code
from tests.factories import communities

ROOT = Path(__file__).resolve().parents[3]
CONFIRM = "/account/login/code/confirm/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
HOLDS_FOR_ONE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|[a-z]+@mail\.example')


def _what_is_seen(answer):
    """Status, headers and page, without what differs for everybody anyway."""
    own = {"Content-Security-Policy", "Expires"}
    headers = {name: value for name, value in answer.headers.items() if name not in own}
    return answer.status_code, headers, HOLDS_FOR_ONE.sub(b"", answer.content), sorted(answer.cookies)


def _walk(client, address, data):
    """Ask, look at the next page, type a wrong code four times."""
    seen = [_what_is_seen(client.post(address, data))]
    there = seen[0][1]["Location"]
    seen += [_what_is_seen(client.get(there))]
    return seen + [_what_is_seen(client.post(there, {"code": "1"})) for _try in range(4)]


@pytest.mark.parametrize("closed", [False, True])
def test_logging_in_looks_the_same_for_known_unknown_and_closed_addresses(cast, closed):
    type(cast.former).objects.filter(pk=cast.former.pk).update(is_active=not closed)
    known = _walk(Client(), "/account/login/", {"login": "former@mail.example"})
    unknown = _walk(Client(), "/account/login/", {"login": "nobody@mail.example"})
    assert known == unknown
    assert [message.to for message in mail.outbox] == [["former@mail.example"], ["nobody@mail.example"]]


def test_signing_up_looks_the_same_for_known_and_unknown_addresses(cast):
    known = _walk(Client(), "/account/signup/", {"email": "resident@mail.example", "display_name": "R"})
    unknown = _walk(Client(), "/account/signup/", {"email": "somebody@mail.example", "display_name": "R"})
    assert known == unknown
    assert [message.to for message in mail.outbox] == [["resident@mail.example"], ["somebody@mail.example"]]


def test_an_account_made_by_hand_comes_in_with_one_code(db, client):
    User.objects.create_user("made@mail.example")
    assert log_in(client, "made@mail.example")["Location"] == "/mijn/"
    assert len(mail.outbox) == 1


def test_three_hundred_people_at_an_event_log_in_behind_one_address(db):
    people = [communities.UserFactory(email=f"guest{number}@mail.example") for number in range(300)]
    answers = {log_in(Client(), person.email)["Location"] for person in people}
    assert answers == {"/mijn/"}


def test_a_code_that_was_guessed_three_times_is_dead(cast, client):
    client.post("/account/login/", {"login": "resident@mail.example"})
    right = mailed_code()
    for guess in range(3):
        client.post(CONFIRM, {"code": f"wrong{guess}"})
    assert client.post(CONFIRM, {"code": right})["Location"] == "/account/login/code/"
    assert client.get("/mijn/").status_code == 302


def test_ten_guesses_in_ten_minutes_for_one_address_however_many_browsers_guess(cast):
    guessed, refused = 0, 0
    for _browser in range(5):
        client = Client()
        client.post("/account/login/", {"login": "resident@mail.example"})
        for _try in range(3):
            answer = client.post(CONFIRM, {"code": "999999999"})
            refused += answer.get("Location") == "/account/login/"
            guessed += 1
    last = Client()
    with time_machine.travel(time.time() + 61, tick=False):
        last.post("/account/login/", {"login": "resident@mail.example"})
        answer = last.post(CONFIRM, {"code": mailed_code()})
    assert (guessed, refused) == (15, 2)
    assert answer["Location"] == "/account/login/"
    with time_machine.travel(time.time() + 700, tick=False):
        assert log_in(Client(), "resident@mail.example")["Location"] == "/mijn/"


def test_one_session_sent_many_times_at_once_guesses_no_more(cast, client):
    client.post("/account/login/", {"login": "resident@mail.example"})
    row = Session.objects.get()
    kept, tried = row.session_data, []
    for _try in range(20):
        Session.objects.filter(pk=row.pk).update(session_data=kept)
        tried.append(client.post(CONFIRM, {"code": "999999999"}).status_code)
    assert tried == [200] * 10 + [302] * 10
    assert client.post(CONFIRM, {"code": mailed_code()})["Location"] == "/account/login/code/"


def test_asking_for_codes_is_limited_per_address_and_not_for_the_others(cast):
    for _time in range(9):
        Client().post("/account/login/", {"login": "resident@mail.example"})
    assert len(mail.outbox) == 5
    assert log_in(Client(), "host@mail.example")["Location"] == "/mijn/"


def test_a_forged_forwarding_header_opens_no_new_allowance(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "4/m/ip"}
    answers = [
        Client().post(
            "/account/login/", {"login": f"p{n}@mail.example"}, HTTP_X_FORWARDED_FOR=f"198.51.100.{n}"
        )
        for n in range(6)
    ]
    assert [answer.status_code for answer in answers] == [302] * 4 + [429] * 2
    assert "te vaak" in answers[-1].content.decode()


def test_a_forged_host_or_protocol_changes_nothing_without_a_proxy(cast, client):
    forged = {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "https"}
    client.post("/account/login/", {"login": "nobody@mail.example"}, **forged)
    assert "http://127.0.0.1:8000/account/signup/" in mail.outbox[-1].body
    assert "evil" not in mail.outbox[-1].body
    assert not client.get("/", **forged).wsgi_request.is_secure()


def test_behind_a_proxy_only_what_the_proxy_itself_wrote_counts(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "4/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [
        Client().post(
            "/account/login/",
            {"login": f"p{n}@mail.example"},
            HTTP_X_FORWARDED_FOR=f"198.51.100.{n}, 203.0.113.5",
        )
        for n in range(6)
    ]
    assert [answer.status_code for answer in answers] == [302] * 4 + [429] * 2


def test_a_shared_computer_forgets_with_the_browser(cast, client):
    answer = log_in(client, "resident@mail.example", shared="on")
    assert answer.cookies["sessionid"]["max-age"] == ""
    assert answer.cookies["sessionid"]["expires"] == ""
    own = log_in(Client(), "host@mail.example")
    assert own.cookies["sessionid"]["max-age"] == 60 * 60 * 24 * 30


def test_a_shared_computer_logs_out_after_half_an_hour_of_rest(cast, client):
    now = time.time()
    log_in(client, "resident@mail.example", shared="on")
    for minutes in (20, 40, 60):
        with time_machine.travel(now + 60 * minutes, tick=False):
            assert client.get("/mijn/").status_code == 200
    with time_machine.travel(now + 60 * 91, tick=False):
        answer = client.get("/mijn/")
        assert answer["Location"] == "/account/login/?next=/mijn/"
        assert "storage" in answer["Clear-Site-Data"]


def test_a_newcomer_on_a_shared_tablet_is_asked_the_same(cast, client):
    client.post("/account/signup/", {"email": "new@mail.example", "display_name": "New", "shared": "on"})
    answer = client.post("/account/confirm-email/", {"code": mailed_code()})
    assert answer["Location"] == "/mijn/"
    assert answer.cookies["sessionid"]["max-age"] == ""


def test_somebody_who_typed_the_wrong_address_starts_again(cast, client):
    client.post("/account/login/", {"login": "wrong@mail.example", "shared": "on"})
    client.post("/account/logout/", {"next": "/account/login/"})
    answer = log_in(client, "resident@mail.example")
    assert answer.cookies["sessionid"]["max-age"] == 60 * 60 * 24 * 30


def test_somebody_sees_where_they_are_logged_in_and_ends_one_or_all(cast, client):
    others = [Client(HTTP_USER_AGENT=FIREFOX) for _number in range(3)]
    for device in [client, *others]:
        log_in(device, "resident@mail.example")
    page = client.get("/account/veiligheid/").content.decode()
    assert page.count("Firefox op Windows") == 3
    assert page.count("Dit is het apparaat dat je nu gebruikt") == 1
    client.post(re.search(r"/account/sessie/\d+/stop/", page)[0])
    assert sorted(device.get("/mijn/").status_code for device in others) == [200, 200, 302]
    client.post("/account/sessies/stop/")
    assert [device.get("/mijn/").status_code for device in [client, *others]] == [200, 302, 302, 302]


def test_nobody_ends_somebody_else_s_session(cast, client):
    device = Client()
    log_in(device, "host@mail.example")
    log_in(client, "resident@mail.example")
    theirs = re.search(r"\d+", str(cast.host.usersession_set.get().pk))[0]
    assert client.post(f"/account/sessie/{theirs}/stop/").status_code == 404
    assert device.get("/mijn/").status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox op Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari op iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge op Windows"),
        ("curl/8.1", "Een onbekend apparaat"),
    ],
)
def test_a_device_is_named_in_plain_words(user_agent, words):
    assert in_words(user_agent) == words


def test_a_new_mail_address_is_proved_and_the_old_one_hears_of_it(cast, client):
    log_in(client, "resident@mail.example")
    client.post("/account/email/", {"email": "New@mail.example", "action_add": ""})
    assert User.objects.get(pk=cast.resident.pk).email == "resident@mail.example"
    assert mail.outbox[-1].to == ["new@mail.example"]
    client.post("/account/confirm-email/", {"code": mailed_code()})
    told = next(
        message
        for message in mail.outbox
        if message.to == ["resident@mail.example"] and "ander" in message.body
    )
    assert told.subject == "Samenspel: Je mailadres is veranderd"
    assert "new@mail.example" in told.body
    assert User.objects.get(pk=cast.resident.pk).email == "new@mail.example"
    assert list(EmailAddress.objects.values_list("user__display_name", "email")) == [
        ("Resident", "new@mail.example")
    ]
    assert log_in(Client(), "new@mail.example")["Location"] == "/mijn/"
    Client().post("/account/login/", {"login": "resident@mail.example"})
    assert "kennen" in mail.outbox[-1].body


def test_taking_an_address_of_somebody_else_answers_like_any_other_and_changes_nothing(cast):
    answers = []
    for wanted in ("host@mail.example", "free@mail.example"):
        client = Client()
        log_in(client, "resident@mail.example")
        answers.append(_what_is_seen(client.post("/account/email/", {"email": wanted, "action_add": ""}))[:3])
    assert answers[0] == answers[1]
    assert User.objects.get(pk=cast.host.pk).email == "host@mail.example"
    assert User.objects.get(pk=cast.resident.pk).email == "resident@mail.example"


def test_every_link_in_a_mail_follows_the_address_of_the_site_not_the_one_asked(cast, client, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://samenspel.example.nl:8443", ["*"]
    asked = {"SERVER_NAME": "inside.example", "SERVER_PORT": "9123"}
    client.post("/account/login/", {"login": "nobody@mail.example"}, **asked)
    client.post("/account/signup/", {"email": "resident@mail.example", "display_name": "R"}, **asked)
    links = [re.findall(r"https?://\S+", message.body) for message in mail.outbox]
    assert links == [
        ["https://samenspel.example.nl:8443/account/signup/"],
        ["https://samenspel.example.nl:8443/account/login/"],
    ]


def test_no_mail_prints_an_address_that_was_made_from_a_request():
    folders = [folder for folder in (ROOT / "templates").rglob("email") if folder.is_dir()]
    mails = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(mails) > 20
    loose = [
        f"{path.name}: {found}"
        for path in mails
        for found in re.findall(r"\{\{ *\w*_url *\}\}|request\.|(?<!\}\})\{% url[^%]*%\}", path.read_text())
    ]
    assert loose == []
