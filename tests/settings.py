"""The settings of the suite: the real ones, with the example on and quick, quiet backends."""

import os
from contextlib import closing

import psycopg2

os.environ["DEBUG"] = "1"
os.environ["EXAMPLE"] = "1"
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
os.environ.setdefault("SMALL_NUMBER", "10")

from config.settings import *  # noqa: E402, F403

DEBUG = False
EMAIL_BACKEND = LETTER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# WhiteNoise looks for the folder of static files; the suite serves them as development does.
STATIC_ROOT = BASE_DIR / ".stamps" / "static"  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def quiet(database):
    """Constraint tests must not write rows into PostgreSQL's log; only a superuser may say so per session."""
    if not database["ENGINE"].endswith("postgresql"):
        return {}
    wanted = {"host": database["HOST"], "port": database["PORT"] or 5432, "user": database["USER"]}
    try:
        server = psycopg2.connect(
            dbname="postgres", password=database["PASSWORD"], connect_timeout=3, **wanted
        )
    except psycopg2.OperationalError:
        return {}
    with closing(server), server.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        allowed = cursor.fetchone() == ("on",)
    before = database["OPTIONS"]["options"]
    options = f"{before} -c log_min_error_statement=panic -c log_error_verbosity=terse"
    # Rows of a test need not survive a power cut.
    return {"options": f"{options} -c synchronous_commit=off"} if allowed else {}


DATABASES["default"].setdefault("OPTIONS", {}).update(quiet(DATABASES["default"]))  # noqa: F405
