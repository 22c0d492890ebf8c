"""Settings that make no sense stop the site with one clear sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "SECRET_KEY": "abcdefgh12" * 6,
    "ALLOWED_HOSTS": "samenspel.example.nl",
    "DEBUG": "0",
    "EXAMPLE": "0",
    "DATABASE_URL": "sqlite:///:memory:",
}


def _check(**environment):
    kept = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=kept | {k: v for k, v in (SAFE | environment).items() if v is not None},
        capture_output=True,
        text=True,
        check=False,
    )


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
        ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "shorter than 50"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is not set"),
        ({"EXAMPLE": "1"}, "EXAMPLE is on while DEBUG is off"),
        ({"DEBUG": "maybe"}, "Use 1 or 0"),
        ({"DATABASE_URL": "mysql://localhost/x"}, "DATABASE_URL starts with"),
        ({"SMALL_NUMBER": "3"}, "may not be lower than 5"),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_site(environment, sentence):
    done = _check(**environment)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


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
