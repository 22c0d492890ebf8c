"""A test database in a second: migrations run once, and every process of the suite copies what they made.

The template is known by a hash of all migrations: a new migration makes a new one. SQLite: a file, copied into
memory. PostgreSQL: a database, copied by the server (`CREATE DATABASE … TEMPLATE`).
"""

import fcntl
import hashlib
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import django
import psycopg2
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

FOLDER = Path(settings.BASE_DIR) / ".stamps" / "databases"


def _fingerprint():
    """Changes with every migration of every app, and with Django."""
    found = hashlib.sha256(django.get_version().encode())
    for config in apps.get_app_configs():
        for path in sorted((Path(config.path) / "migrations").glob("*.py")):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:12]


@contextmanager
def _one_at_a_time():
    """The first process makes the template; the others wait for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def connected_to(name):
    """Use another database for a moment. The link we had is kept: a database in memory would go with it."""
    before, held = connection.settings_dict["NAME"], connection.connection
    connection.connection = None
    connection.settings_dict["NAME"] = str(name)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = before, held


def _sqlite():
    template = FOLDER / f"{_fingerprint()}.sqlite3"
    with _one_at_a_time():
        if not template.exists():
            half = template.with_suffix(".half")
            half.unlink(missing_ok=True)
            with connected_to(half):
                call_command("migrate", verbosity=0)
            half.rename(template)
    name = connection.creation._get_test_db_name()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    with closing(sqlite3.connect(template)) as source:
        source.backup(connection.connection)


@contextmanager
def server():
    """A cursor outside every database of ours."""
    wanted = connection.settings_dict
    link = psycopg2.connect(
        dbname="postgres",
        host=wanted["HOST"],
        port=wanted["PORT"],
        user=wanted["USER"],
        password=wanted["PASSWORD"],
    )
    link.autocommit = True
    with closing(link), link.cursor() as cursor:
        yield cursor


def _postgresql():
    template = f"samenspel_template_{_fingerprint()}"
    name = connection.creation._get_test_db_name()
    with _one_at_a_time(), server() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", [template])
        if not cursor.fetchone():
            cursor.execute(f'DROP DATABASE IF EXISTS "{template}"')
            cursor.execute(f'CREATE DATABASE "{template}"')
            with connected_to(template):
                call_command("migrate", verbosity=0)
            cursor.execute(f'ALTER DATABASE "{template}" IS_TEMPLATE true')
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def set_up():
    """Point the default connection at a fresh copy."""
    if connection.vendor == "sqlite":
        _sqlite()
    else:
        _postgresql()


def tear_down():
    """Take the copy away; one in memory goes with the process."""
    name = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor != "sqlite":
        with server() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
