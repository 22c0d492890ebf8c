"""Nothing personal in logs and mails: shown by breaking things, and by showing that a leak would be found."""

import json
import logging
import runpy
from contextlib import closing

import pytest
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import connection
from django.test import Client
from django.utils.log import AdminEmailHandler
from gunicorn.config import Config

from config.jsonlog import JsonLine, logging_settings
from config.reporting import BlankFilter, BlankReport
from config.website.health import checks
from tests.factories import communities
from tests.house.breaking_urls import WORDS
from tests.house.leaks import Ear, Gathered, ServerLog, Watch, connect

ONLY_POSTGRESQL = pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), reason="PostgreSQL keeps the log"
)


@pytest.fixture
def heard():
    """Every line of production's log while something breaks."""
    ear = Ear()
    logging.getLogger().addHandler(ear)
    yield ear
    logging.getLogger().removeHandler(ear)


BROKEN = [
    ("break_error", "/breekt/fout/?q=kanarie999", "ValueError", 500),
    ("break_form", "/breekt/formulier/", "ValueError", 500),
    ("break_database", "/breekt/database/", "IntegrityError", 500),
    ("break_refusal", "/breekt/weigering/", "BadRequest", 400),
    ("break_distrust", "/breekt/wantrouwen/", "SuspiciousOperation", 400),
]


@pytest.mark.urls("tests.house.breaking_urls")
@pytest.mark.parametrize(("route", "address", "error", "status"), BROKEN, ids=lambda part: str(part))
def test_a_page_that_breaks_is_logged_with_its_place_and_none_of_its_words(
    transactional_db, heard, mailoutbox, route, address, error, status
):
    answer = Client(raise_request_exception=False).post(address, {"text": WORDS})
    assert answer.status_code == status
    lines = [json.loads("{" + line) for line in heard.lines]
    named = [line for line in lines if line.get("exception", [{}])[0].get("class") == error]
    assert named, "the log says which error it was"
    assert any("breaking_urls.py" in frame for frame in named[0]["exception"][0]["frames"])
    if status == 500:
        assert (named[0]["route"], named[0]["method"], named[0]["status"]) == (route, "POST", 500)
    assert "kanarie" not in "\n".join(heard.lines)
    assert WORDS not in answer.content.decode()
    assert mailoutbox == []


def test_arguments_of_a_message_are_never_written_and_our_own_numbers_are(heard):
    logging.getLogger("django.request").error("Not Found: %s", "/verhaal/kanarie/")
    logging.getLogger("django.security.Odd").error("kanarie in a text without arguments")
    logging.getLogger("somebody.else").error("kanarie %s", "kanarie")
    logging.getLogger("config.letters").error("late", extra={"count": 3, "text": "kanarie"})
    said = "\n".join(heard.lines)
    assert "kanarie" not in said
    assert "Not Found: %s" in said
    assert '"count": 3' in said


def test_production_has_no_handler_that_mails_and_no_readable_format():
    made = logging_settings(debug=False)
    assert {handler["class"] for handler in made["handlers"].values()} == {"logging.StreamHandler"}
    assert made["handlers"]["console"]["formatter"] == "json"
    assert made["loggers"]["django"]["handlers"] == []
    assert not [h for h in logging.getLogger("django").handlers if isinstance(h, AdminEmailHandler)]


def test_gunicorn_writes_no_access_log_and_no_values(capsys):
    config = Config()
    config.set("accesslog", "-")
    logger = runpy.run_path("gunicorn.conf.py")["logger_class"](config)
    logger.error("Error handling request %s", "/verhaal/kanarie/")
    logger.access(None, None, {"RAW_URI": "/verhaal/kanarie/"}, None)
    said = capsys.readouterr()
    assert said.out == ""
    assert json.loads(said.err)["event"] == "Error handling request %s"


def test_django_s_own_error_report_says_where_and_not_what(rf):
    request = rf.post("/?q=kanarie", {"text": "kanarie"}, HTTP_COOKIE="sessionid=kanarie")
    try:
        raise ValueError("kanarie")
    except ValueError as error:
        report = BlankReport(request, type(error), error, error.__traceback__)
    for text in (report.get_traceback_text(), report.get_traceback_html()):
        assert "ValueError" in text
        assert "kanarie" not in text
    blank = BlankFilter()
    assert blank.get_post_parameters(request) == blank.get_safe_cookies(request) == {}
    frame = error_frame()
    assert dict(blank.get_traceback_frame_variables(request, frame))["told"] == blank.cleansed_substitute


def error_frame():
    told = "kanarie"
    try:
        raise ValueError(told)
    except ValueError as error:
        return error.__traceback__.tb_frame


# That the search of leaks.py finds what it looks for


def test_a_leak_in_the_log_would_be_found(db):
    watch = Watch()
    person = communities.UserFactory()
    watch.saved(type(person), person)
    watch.all = watch.now
    watch.ear.during = "a test that leaks"
    assert watch.judge() == []
    watch.ear.setFormatter(logging.Formatter('{"time": "", "event": "%(message)s"}'))
    watch.ear.handle(logging.makeLogRecord({"msg": "hello %s", "args": (person.display_name,)}))
    assert watch.judge() == [f"the log holds {person.display_name!r} (a test that leaks)"]


def test_a_leak_in_a_mail_would_be_found(db):
    gathered, watch = Gathered(), Watch()
    me, other = communities.UserFactory(), communities.UserFactory()
    for person in (me, other):
        gathered.add(person, watch.entries["communities.User"])
    mine = EmailMessage("Dag", f"{me.display_name} {me.email} Samenspel", to=[me.email])
    assert gathered.in_mail(mine) == set()
    wrong = EmailMultiAlternatives("Dag", "van iemand", to=[me.email])
    wrong.attach_alternative(f"<p>{other.display_name}, kanarie003tekst</p>", "text/html")
    assert gathered.in_mail(wrong) == {other.display_name, "kanarie003tekst"}


@ONLY_POSTGRESQL
def test_a_leak_in_postgresql_s_log_would_be_found():
    database = settings.DATABASES["default"]
    log = ServerLog(database)
    if not log.starts:
        pytest.skip("this machine may not read PostgreSQL's log")
    with closing(connect(database)) as server, server.cursor() as cursor:
        log.names.add("postgres")
        cursor.execute("SET log_min_error_statement = 'error'")
        with pytest.raises(Exception, match="division"):
            cursor.execute("SELECT 'proefmus in de log', 1/0")
    gathered = Gathered()
    gathered.owners["proefmus in de log"] = set()
    assert gathered.in_text(log.text()) == {"proefmus in de log"}


# PostgreSQL's settings


def test_settings_that_write_values_are_named_with_what_to_set():
    quiet = {name: safe[0] for name, (safe, _why) in checks.SAFE.items()}
    assert checks.leaking(quiet) == []
    debian = quiet | {"log_min_error_statement": "error", "log_error_verbosity": "default"}
    assert [(name, wanted) for name, _now, wanted, _why in checks.leaking(debian)] == [
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
    ]


@ONLY_POSTGRESQL
def test_the_check_asks_the_server_what_holds_for_our_sessions(db):
    with connection.cursor() as cursor:
        for name, (safe, _why) in checks.SAFE.items():
            if not name.startswith("auto_explain"):
                cursor.execute(f"SET LOCAL {name} = '{safe[0]}'")
        assert checks.postgresql_logs_no_values(None, databases=["default"]) == []
        cursor.execute("SET LOCAL log_statement = 'mod'")
        (said,) = checks.postgresql_logs_no_values(None, databases=["default"])
    assert "SET log_statement = 'none'" in said.hint


def test_a_line_is_one_line_of_json():
    record = logging.makeLogRecord({"name": "config.x", "msg": "two\nlines", "levelname": "INFO"})
    line = JsonLine().format(record)
    assert "\n" not in line
    assert json.loads(line)["event"] == "two\nlines"
