"""The suite's own ear: nothing personal that any test made may stand in a log, a mail or PostgreSQL's log.

Values are gathered while rows are saved (the field register says which fields hold them), log lines are
heard in the format of production, mails are read after each test, and the server's log at the end. A leak
makes the whole run fail. Fixed tokens are looked for as well, because an UPDATE saves no row.
"""

import logging
import os
import re
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.core import mail
from django.db import models
from django.db.models.signals import post_save

from config.jsonlog import OURS, JsonLine
from config.website.my_data.own_data import register

ALWAYS = re.compile(r"kanarie[a-z0-9]*|[\w.+-]+@mail\.example", re.I)
ENTRY = re.compile(r"^(?=\d{4}-\d\d-\d\d )", re.M)
# A letter is the mail itself, which is read as mail.
NOT_GATHERED = {"communities.Letter"}


def searchable(value):
    """Long and odd enough that finding it means something."""
    return "kanarie" in value.lower() or "@" in value or (len(value) >= 12 and " " in value)


class Gathered:
    """The personal values of some rows, and whose they are."""

    def __init__(self):
        self.owners, self.addresses, self.told = {}, {}, {}

    def add(self, row, entry):
        """Keep the personal texts of a row; `entry` is what the register says about its model."""
        whose = {getattr(row, f"{name}_id", row.pk if name == "pk" else None) for name in entry["mine"]}
        for name in (*entry.get("personal", ()), *entry.get("sensitive", ())):
            field = row._meta.get_field(name)
            value = getattr(row, field.attname)
            if isinstance(field, models.CharField | models.TextField) and value and searchable(str(value)):
                self.owners.setdefault(str(value), set()).update(whose)
        if row._meta.label == "communities.User":
            self.addresses.setdefault(row.email.lower(), set()).add(row.pk)

    def add_told(self, row):
        """What an address without an account may hear: where its owner signed up for."""
        if row._meta.label == "trajectories.SignUp" and row.mail:
            self.told.setdefault(row.mail.lower(), []).append(row.gathering.start_question)

    def in_text(self, text):
        """What of it stands in this text."""
        return {value for value in self.owners if value in text} | set(ALWAYS.findall(text))

    def in_mail(self, message):
        """What of others stands in a mail: of whom it is sent to everything may."""
        to = {address.lower() for address in message.to}
        receivers = set().union(*(self.addresses.get(address, ()) for address in to))
        own = [value for value, whose in self.owners.items() if whose & receivers] + list(to)
        own += [words for address in to for words in self.told.get(address, ())]
        parts = [
            message.subject,
            message.body,
            *(part.content for part in getattr(message, "alternatives", ())),
        ]
        found = self.in_text("\n".join([*map(str, parts), *message.cc, *message.bcc]))
        return {value for value in found if not any(value.lower() in mine.lower() for mine in own)}


class ServerLog:
    """The part of PostgreSQL's log that this run wrote, when this machine may read it."""

    def __init__(self, database):
        self.names = {database["NAME"], f"test_{database['NAME']}"}
        self.starts = {path: path.stat().st_size for path in self._files(database)}

    def _files(self, database):
        with closing(connect(database)) as server, server.cursor() as cursor:
            cursor.execute("SELECT current_setting('data_directory'), current_setting('log_directory')")
            data, folder = cursor.fetchone()
        places = [Path(data) / folder, Path("/var/log/postgresql")]
        open_to_us = [place for place in places if os.access(place, os.R_OK | os.X_OK)]
        return [path for place in open_to_us for path in place.glob("*.log") if os.access(path, os.R_OK)]

    def text(self):
        """Entries of our own databases; other sites may use the same server."""
        written = ""
        for path, start in self.starts.items():
            with path.open("rb") as file:
                file.seek(start)
                written += file.read().decode(errors="replace")
        mine = [f"@{name} " for name in self.names]
        entries = ENTRY.split(written)
        return "".join(e for e in entries if "@" not in e[:120] or any(name in e[:120] for name in mine))


def connect(database):
    """A connection of its own, outside every transaction of a test."""
    wanted = {"host": database["HOST"], "port": database["PORT"] or 5432, "user": database["USER"]}
    return psycopg2.connect(dbname="postgres", password=database["PASSWORD"], connect_timeout=3, **wanted)


class Ear(logging.Handler):
    """Hears every record as production would write it; the same line twice is kept once."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.lines, self.during = {}, "before the first test"
        self.setFormatter(JsonLine())

    def emit(self, record):
        self.lines.setdefault(self.format(record).partition(", ")[2], self.during)


class Watch:
    """The plugin: gather, hear, read, and judge at the end."""

    def __init__(self):
        self.all, self.now, self.ear = Gathered(), Gathered(), Ear()
        self.server, self.found = None, []
        self.entries = {
            label: row
            for label, row in register().items()
            if "mine" in row and label not in NOT_GATHERED and {"personal", "sensitive"} & set(row)
        }

    def saved(self, sender, instance, **kwargs):
        self.now.add_told(instance)
        entry = self.entries.get(sender._meta.label)
        if entry:
            self.now.add(instance, entry)

    def pytest_sessionstart(self, session):
        logging.getLogger().addHandler(self.ear)
        for name in ("django", *OURS):
            logging.getLogger(name).setLevel(logging.DEBUG)
        post_save.connect(self.saved)
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("postgresql"):
            self.server = ServerLog(database)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        self.ear.during, self.now = item.nodeid, Gathered()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item):
        for message in getattr(mail, "outbox", []):
            for value in sorted(self.now.in_mail(message)):
                self.found.append(f"a mail to {message.to} holds {value!r} ({item.nodeid})")
        self.all.owners.update(self.now.owners)

    def judge(self):
        """Every leak in a sentence: what stands where, and in which test it was first heard."""
        said = "\n".join(self.ear.lines)
        for value in self.all.in_text(said):
            where = {during for line, during in self.ear.lines.items() if value in line}
            self.found.append(f"the log holds {value!r} ({', '.join(sorted(where))})")
        if self.server:
            text = self.server.text()
            self.found += [f"PostgreSQL's log holds {value!r}" for value in self.all.in_text(text)]
        return self.found

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session):
        if self.judge() and not session.exitstatus:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        for leak in self.found:
            terminalreporter.write_line(f"LEAK: {leak}", red=True)
        heard = f"{len(self.all.owners)} personal values, {len(self.ear.lines)} different log lines"
        files = len(self.server.starts) if self.server else 0
        terminalreporter.write_line(f"searched for leaks: {heard}, {files} files of PostgreSQL")
