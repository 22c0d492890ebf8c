"""The sender: once, quietly, in its own time, whatever the mail server does."""

import re
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from html import unescape
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from communities.models import Letter, Notice, User
from communities.news.actions import notify
from communities.news.models import TRIES_AT_MOST
from config.website.mail.digest import make_digests, stop_link
from config.website.mail.letters import letters, post, post_waiting
from config.website.my_data.own_data import forget
from tests.communities.news import servers

HERE = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HERE)


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def everything_waits_for_the_digest(monkeypatch):
    """What goes at once stands in test_at_once.py; here the kind that `tell` uses is one for the digest."""
    monkeypatch.setattr("config.website.mail.digest.soon_kinds", frozenset)


def tell(cast, *names, about=None):
    """News for these people: that they were let in."""
    people = [cast.user(name) for name in names]
    place = cast.community
    notify(by=None, people=people, kind="let_in", about=about or place.slug, community=place)


def run():
    make_digests()
    post_waiting()


def test_news_comes_at_most_once_a_week_unless_somebody_asked_for_daily(cast, noon, mailoutbox):
    User.objects.filter(pk=cast.host.pk).update(digest="daily")
    for day in range(8):
        noon.move_to(NOON + timedelta(days=day))
        tell(cast, "host", "resident")
        run()
        run()
    receivers = [mail.to[0] for mail in mailoutbox]
    assert receivers.count("host@mail.example") == 8
    assert receivers.count("resident@mail.example") == 2


def test_whoever_wants_no_mail_finds_the_same_news_on_the_page(cast, noon, browse, mailoutbox):
    User.objects.filter(pk=cast.resident.pk).update(digest="never")
    tell(cast, "resident")
    run()
    assert mailoutbox == []
    assert "Je hoort nu bij Lindenhof" in browse("resident").get("/mijn/nieuws/").content.decode()


@pytest.mark.parametrize(("hour", "mails"), [(3, 0), (7, 0), (8, 1), (19, 1), (20, 0), (23, 0)])
def test_it_is_quiet_in_the_evening_and_at_night(cast, mailoutbox, hour, mails):
    with time_machine.travel(NOON.replace(hour=hour), tick=False):
        tell(cast, "resident")
        run()
    assert len(mailoutbox) == mails


def test_a_mail_that_was_refused_by_day_is_not_tried_at_night(cast, noon, settings, mailoutbox):
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    tell(cast, "resident")
    run()
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    noon.move_to(NOON.replace(hour=23))
    post_waiting()
    assert mailoutbox == []
    noon.move_to(NOON + timedelta(days=1))
    post_waiting()
    assert len(mailoutbox) == 1


def test_a_mail_goes_once_when_the_sender_is_killed_just_after_sending(cast, noon, settings, mailoutbox):
    settings.LETTER_BACKEND = f"{servers.__name__}.TakesAndDies"
    tell(cast, "resident")
    make_digests()
    with pytest.raises(SystemExit):
        post_waiting()
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for day in range(3):
        noon.move_to(NOON + timedelta(days=day))
        run()
    assert len(mailoutbox) == 1
    assert Letter.objects.broken_off().count() == 1
    assert letters()["broken off"] == 1


def test_who_was_not_reached_before_the_sender_was_killed_is_reached_after(cast, noon, settings, mailoutbox):
    servers.DiesAtTheSecond.taken = 0
    settings.LETTER_BACKEND = f"{servers.__name__}.DiesAtTheSecond"
    tell(cast, "resident", "host", "participant")
    make_digests()
    with pytest.raises(SystemExit):
        post_waiting()
    run()
    receivers = [mail.to[0] for mail in mailoutbox]
    assert len(receivers) == len(set(receivers)) == 2
    assert Letter.objects.broken_off().count() == 1


def test_two_senders_at_once_send_one_mail(cast, noon, mailoutbox):
    tell(cast, "resident")
    (letter,) = make_digests()
    assert make_digests() == []
    assert [post(letter.pk), post(letter.pk)] == [True, False]
    assert len(mailoutbox) == 1


def test_a_page_does_not_wait_for_a_mail_server_that_is_down(cast, noon, settings, client, mailoutbox):
    settings.EMAIL_BACKEND = "config.website.mail.letters.LetterBackend"
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    answer = client.post("/account/login/", {"login": "resident@mail.example"})
    assert answer.status_code == 302
    post_waiting()
    letter = Letter.objects.get()
    assert letter.why == "ConnectionRefusedError"
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    noon.move_to(NOON + timedelta(minutes=6))
    post_waiting()
    assert [mail.to for mail in mailoutbox] == [["resident@mail.example"]]


def test_a_code_that_ended_while_the_mail_server_was_away_is_not_sent(
    cast, noon, settings, client, mailoutbox
):
    settings.EMAIL_BACKEND = "config.website.mail.letters.LetterBackend"
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    client.post("/account/login/", {"login": "resident@mail.example"})
    post_waiting()
    settings.LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    code = re.search(r"^[0-9]{6}$", Letter.objects.get().text, re.M)[0]
    noon.move_to(NOON + timedelta(minutes=16))
    post_waiting()
    (mail,) = mailoutbox
    rich = mail.alternatives[0].content
    assert mail.subject == "Je code kwam te laat"
    assert code not in mail.body + rich
    assert "/account/login/" in mail.body and "/account/login/" in rich


def test_a_code_comes_plain_and_rich_and_is_good_for_a_quarter_of_an_hour(
    cast, noon, settings, client, mailoutbox
):
    settings.EMAIL_BACKEND = "config.website.mail.letters.LetterBackend"
    client.post("/account/login/", {"login": "resident@mail.example"})
    noon.move_to(NOON + timedelta(minutes=14))
    post_waiting()
    (mail,) = mailoutbox
    code = re.search(r"^[0-9]{6}$", mail.body, re.M)[0]
    assert code in mail.alternatives[0].content
    assert "een kwartier geldig" in mail.body
    answer = client.post("/account/login/code/confirm/", {"code": code})
    assert (answer.status_code, "_auth_user_id" in client.session) == (302, True)


def test_a_page_does_not_wait_for_a_mail_server_that_hangs(
    cast, settings, client, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "config.website.mail.letters.LetterBackend"
    settings.LETTER_BACKEND = "tests.communities.news.servers.Hangs"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/login/", {"login": "resident@mail.example"})
    letter, task = Letter.objects.get(), DBTaskResult.objects.get()
    assert letter.begun_at is None
    assert task.args_kwargs == {"args": [letter.pk], "kwargs": {}}


def test_what_cannot_be_delivered_is_visible_and_holds_no_words(cast, noon, settings, browse, mailoutbox):
    settings.LETTER_BACKEND = f"{servers.__name__}.Down"
    tell(cast, "resident")
    make_digests()
    for day in range(TRIES_AT_MOST + 1):
        noon.move_to(NOON + timedelta(days=day))
        post_waiting()
    letter = Letter.objects.undelivered().get()
    assert (letter.to, letter.text, letter.tries) == ("", "", TRIES_AT_MOST)
    assert "kwam niet aan" in browse("resident").get("/mijn/nieuws/").content.decode()
    assert Notice.objects.get().letter is None


def test_after_sending_the_words_are_gone_and_the_ledger_stays(cast, noon, mailoutbox):
    tell(cast, "resident")
    run()
    assert list(Letter.objects.values_list("to", "subject", "text", "html")) == [("", "", "", "")]


def test_a_letter_that_waits_goes_with_the_person_who_is_erased(cast, noon, mailoutbox):
    tell(cast, "resident")
    make_digests()
    forget(cast.resident)
    post_waiting()
    assert mailoutbox == []
    assert not Letter.objects.exists()


def test_news_that_was_read_on_the_page_does_not_come_by_mail(cast, noon, browse, mailoutbox):
    tell(cast, "resident")
    page = browse("resident")
    page.get("/mijn/nieuws/")
    assert Notice.objects.get().seen_at is None
    page.post("/mijn/nieuws/gezien/", {"until": timezone.now().isoformat()})
    run()
    assert mailoutbox == []


def test_another_mail_program_reads_both_halves_of_the_mail(cast, noon, mailoutbox):
    tell(cast, "resident")
    run()
    mail = message_from_bytes(mailoutbox[0].message().as_bytes(), policy=policy.default)
    plain, rich = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    link = f"http://127.0.0.1:8000{cast.community.get_absolute_url()}"
    assert mail["Subject"] == "Nieuws uit Lindenhof"
    assert link in plain and f'href="{link}"' in rich
    assert "Je hoort nu bij Lindenhof" in plain and '<html lang="nl">' in rich
    assert mail["List-Unsubscribe"].strip() == f"<http://127.0.0.1:8000{stop_link(cast.resident)}>"


def test_opening_the_link_that_stops_the_mail_changes_nothing_but_its_button_does(cast, noon, client):
    link = stop_link(cast.resident)
    assert client.get(link).status_code == 200
    assert User.objects.get(pk=cast.resident.pk).digest == "weekly"
    client.post(link)
    assert User.objects.get(pk=cast.resident.pk).digest == "never"


def test_the_page_with_news_asks_as_much_for_three_lines_as_for_one(
    cast, noon, browse, django_assert_num_queries
):
    places = [cast.community, *(cast.elsewhere,)]
    tell(cast, "resident")
    page = browse("resident")
    page.get("/mijn/nieuws/")
    with django_assert_num_queries(6):
        page.get("/mijn/nieuws/")
    cast.resident.memberships.create(community=places[1], role="resident", since=timezone.localdate())
    tell(cast, "resident", about=places[1].slug)
    with django_assert_num_queries(6):
        page.get("/mijn/nieuws/")


def test_under_every_mail_stands_who_answers_for_the_site_and_whom_to_ask(cast, noon, mailoutbox, settings):
    settings.CONTROLLER, settings.CONTACT = "Gemeente Zoutsloot & Ommen", "vraag@zoutsloot.example"
    settings.DATA_PROTECTION_OFFICER, settings.SITE_URL = "fg@zoutsloot.example", "https://zoutsloot.example"
    tell(cast, "resident")
    guest = {"subject": "Je plek", "text": "Je hebt een plek.", "html": "<p>Je hebt een plek.</p>"}
    Letter.objects.create(to="guest@mail.example", **guest)
    run()
    assert len(mailoutbox) == 2
    for mail in mailoutbox:
        html = mail.alternatives[0].content
        for shown in (mail.body, unescape(html)):
            assert "Gemeente Zoutsloot & Ommen" in shown
            assert "vraag@zoutsloot.example" in shown
            assert "fg@zoutsloot.example" in shown
            assert "https://zoutsloot.example/privacy/" in shown
        assert "& Ommen" not in html, "a name is no markup"
        assert html.find("</body>") in {-1, len(html.rstrip()) - len("</body>\n</html>")}


def test_a_site_that_says_not_who_answers_for_it_shows_no_half_sentence(cast, noon, mailoutbox, settings):
    settings.CONTROLLER = settings.CONTACT = settings.DATA_PROTECTION_OFFICER = ""
    tell(cast, "resident")
    run()
    assert mailoutbox[0].body.partition("-- \n")[2] == (
        "Wat we met je gegevens doen: http://127.0.0.1:8000/privacy/\n"
    )
