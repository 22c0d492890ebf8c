"""Settings that make no sense stop the site with one clear sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config import env
from config.env import DEVELOPMENT_KEY

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "SECRET_KEY": "abcdefgh12" * 6,
    "ALLOWED_HOSTS": "samenspel.example.nl",
    "DEBUG": "0",
    "EXAMPLE": "0",
    "DATABASE_URL": "sqlite:///:memory:",
    "EMAIL_URL": "smtp+tls://user:word@mail.example.nl:587",
    "DEFAULT_FROM_EMAIL": "Samenspel <samenspel@example.nl>",
    "SITE_URL": "https://samenspel.example.nl",
    "CONTROLLER": "Gemeente Voorbeeld",
    "CONTACT": "samenspel@example.nl",
    "DATA_PROTECTION_OFFICER": "fg@example.nl",
    "SECURITY_CONTACT": "veilig@example.nl",
}


def _run(command, **environment):
    kept = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=kept | {k: v for k, v in (SAFE | environment).items() if v is not None},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _check(**environment):
    return _run([sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], **environment)


def test_production_settings_pass_the_deployment_check():
    done = _check()
    assert done.returncode == 0, done.stderr


def test_cookies_of_production_belong_to_this_host_and_https_alone():
    ask = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.KNOWN_COOKIE_NAME, s.SESSION_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH)"
    )
    kept = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings", **SAFE}
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, env=kept, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["__Host-session", "__Host-csrf", "__Host-known", "None", "/"]


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"CONTROLLER": None}, "nobody reads who answers for this site"),
        ({"CONTACT": ""}, "nobody reads whom to write to"),
        ({"DATA_PROTECTION_OFFICER": None}, "nobody reads who watches over personal data"),
        ({"SECURITY_CONTACT": None}, "nobody can report a hole"),
        ({"EMAIL_URL": None}, "mail is printed and never sent"),
        ({"DEFAULT_FROM_EMAIL": None}, "mail comes from samenspel@localhost"),
        ({"SITE_URL": None}, "links in mails are a guess"),
        ({"DATABASE_URL": None}, "the site runs on SQLite"),
        ({"SITE_URL": "http://samenspel.example.nl"}, "does not begin with https"),
        ({"SITE_URL": "https://elsewhere.example.nl"}, "links in mails lead nowhere"),
        ({"ALLOWED_HOSTS": "*"}, "the site answers to any name"),
        ({"DEBUG": "1", "SECRET_KEY": None}, "anybody can log in as anybody"),
        ({"DEBUG": "1"}, "strangers see what a developer sees"),
        ({"BEHIND_PROXY": "1"}, "BEHIND_PROXY and TRUSTED_PROXY_COUNT disagree"),
        ({"TRUSTED_PROXY_COUNT": "1"}, "BEHIND_PROXY and TRUSTED_PROXY_COUNT disagree"),
    ],
)
def test_the_deployment_check_says_what_goes_wrong_later(environment, sentence):
    done = _check(**environment)
    assert done.returncode != 0
    assert sentence in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_host_and_all_below_it_count_as_named():
    done = _check(ALLOWED_HOSTS=".example.nl", BEHIND_PROXY="1", TRUSTED_PROXY_COUNT="1")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "shorter than 50"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is not set"),
        ({"EXAMPLE": "1"}, "EXAMPLE is on while DEBUG is off"),
        ({"DEBUG": "maybe"}, "Use 1 or 0"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL starts with"),
        ({"SMALL_NUMBER": "3"}, "may not be lower than 5"),
        ({"SMALL_NUMBER": "tien"}, "SMALL_NUMBER is 'tien'"),
        ({"SMALL_NUMBER": "-7"}, "Use a whole number"),
        ({"TRUSTED_PROXY_COUNT": "one"}, "TRUSTED_PROXY_COUNT is 'one'"),
        ({"CONN_MAX_AGE": "1.5"}, "CONN_MAX_AGE is '1.5'"),
        ({"BEHIND_PROXY": "ja"}, "BEHIND_PROXY is 'ja'"),
        ({"SECRET_KEY": DEVELOPMENT_KEY}, "the one of development"),
        ({"SECRET_KEY": "$" + "a" * 20}, "shorter than 50"),
        ({"ALLOWED_HOSTS": "https://samenspel.example.nl"}, "host names alone"),
        ({"ALLOWED_HOSTS": "samenspel.example.nl:443"}, "host names alone"),
        ({"CSRF_TRUSTED_ORIGINS": "samenspel.example.nl"}, "scheme and host"),
        ({"SITE_URL": "samenspel.example.nl"}, "SITE_URL has no http"),
        ({"SITE_URL": "https://samenspel.example.nl:x"}, "SITE_URL cannot be read"),
        ({"SITE_URL": "https://example.nl/samenspel"}, "more than scheme, host and port"),
        ({"EMAIL_URL": "smtp.example.nl"}, "a kind of mail server"),
        ({"EMAIL_URL": "smtp+tls://"}, "names no mail server"),
        ({"EMAIL_URL": "smtp+tls://user:kanarie#@host:587"}, "EMAIL_URL cannot be read"),
        ({"DATABASE_URL": "postgres://user:kanarie#@host/x"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgres://user:kana[rie@host/x"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgres://user:kanarie@host"}, "names no database"),
        ({"DEFAULT_FROM_EMAIL": "Karin"}, "one mail address"),
        ({"SECURITY_CONTACT": "https://example.nl"}, "one mail address"),
        ({"CONTACT": "Karin <karin@example.nl>"}, "mail address alone"),
        ({"DATA_PROTECTION_OFFICER": "de FG"}, "one mail address"),
        ({"MEDIA_ROOT": "static/verhalen"}, "everybody may read"),
        ({"MEDIA_ROOT": "manage.py"}, "is no folder"),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_site(environment, sentence):
    done = _check(**environment)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "kanarie" not in done.stderr, "a sentence never repeats a password"


def test_a_line_of_the_settings_file_is_never_skipped_in_silence(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# the town\nSMALL_NUMBER=10\n\nSITE_URL = https://example.nl\n")
    with pytest.raises(SystemExit, match="Line 4 of .*/.env is no NAME=value"):
        env.read_file(file)
    file.write_bytes(b"CONTROLLER=Gemeente S\xfcd\n")
    with pytest.raises(SystemExit, match="cannot be read"):
        env.read_file(file)
    env.read_file(tmp_path / "absent")


def test_gunicorn_too_stops_with_the_sentence_instead_of_starting_workers_for_ever():
    gunicorn = Path(sys.executable).with_name("gunicorn")
    done = _run([gunicorn, "config.wsgi", "--bind", "127.0.0.1:0"], SMALL_NUMBER="tien")
    assert done.returncode != 0
    assert done.stderr.strip().splitlines() == [
        "Samenspel cannot start. SMALL_NUMBER is 'tien'. Use a whole number in digits, for instance 10."
    ]


def test_the_command_starts_by_its_own_name_on_a_machine_that_knows_only_python3():
    assert os.access(ROOT / "manage.py", os.X_OK)
    assert (ROOT / "manage.py").read_text().startswith("#!/usr/bin/env python3\n")


# What a requirement is called where it is used; the server command and the driver are named by their settings.
CALLED = {
    "django-allauth": "allauth",
    "psycopg2-binary": "psycopg2",
    "django-environ": "environ",
    "django-csp": "csp",
    "django-tasks": "django_tasks",
    "django-tasks-db": "django_tasks_db",
    "pillow": "PIL",
    "python-dateutil": "dateutil",
}


def test_every_library_the_site_needs_is_used_somewhere():
    lines = (ROOT / "requirements" / "base.in").read_text().splitlines()
    names = [re.split(r"[\[<>=]", line)[0] for line in lines if line and not line.startswith("#")]
    folders = ("config", "communities", "trajectories", "volunteers", "stories", "tools")
    source = "\n".join(path.read_text() for folder in folders for path in (ROOT / folder).rglob("*.py"))
    unused = [name for name in names if not re.search(rf"\b{CALLED.get(name, name)}\b", source)]
    assert len(names) > 10
    assert unused == []
