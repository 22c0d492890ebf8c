"""A server made by the commands of README: a fresh folder, a new database, the settings of production."""

import io
import os
import re
import shlex
import socket
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from tests import databases
from tests.config.recipe import readme
from tests.config.recipe.post_office import post_office
from tests.config.recipe.proxy import NGINX, proxy

# What would fetch packages: those of the running interpreter stand in for them.
FETCHES = re.compile(r"python3 -m venv|-m pip install|npm ci")
ADMINISTRATOR = "karin@example.nl"


@dataclass
class Server:
    """The folder, where it answers, and the mails it sent."""

    folder: Path
    name: str
    ports: dict
    mails: list
    said: dict = field(default_factory=dict)

    def run(self, command, expect=0):
        """A command as somebody types it in the folder, with nothing in the environment."""
        around = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"}
        around |= {"SSL_CERT_FILE": str(self.folder.parent / "fullchain.pem")} if NGINX else {}
        command = command.replace("/srv/samenspel", str(self.folder))
        done = subprocess.run(
            ["bash", "-ec", command],
            cwd=self.folder,
            env=around,
            capture_output=True,
            text=True,
            timeout=1200,
        )
        assert expect is None or done.returncode == expect, f"{command}\n{done.stdout}\n{done.stderr}"
        self.said[command] = done.stdout + done.stderr
        return done

    def start(self, unit):
        """What systemd keeps running."""
        command = readme.unit(unit).replace("/srv/samenspel", str(self.folder))
        command = command.replace(":8001", f":{self.ports['web']}")
        with (self.folder.parent / f"{unit}.log").open("w") as log:
            around = {"PATH": os.environ["PATH"]}
            return subprocess.Popen(
                shlex.split(command), cwd=self.folder, env=around, stdout=log, stderr=subprocess.STDOUT
            )

    def get(self, path, **headers):
        """As the proxy asks it of the web process."""
        asked = {"Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": "198.51.100.7"}
        url = f"http://127.0.0.1:{self.ports['web']}{path}"
        with urllib.request.urlopen(urllib.request.Request(url, headers=asked | headers), timeout=20) as page:
            return page.read().decode()


def free_port():
    """One that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _fresh_copy(folder):
    """What is in the repository, with what was changed and not committed yet."""
    asked = {"cwd": readme.ROOT, "capture_output": True, "check": True}
    tree = subprocess.run(["git", "stash", "create"], **asked).stdout.decode().strip() or "HEAD"
    packed = subprocess.run(["git", "archive", "--format=tar", tree], **asked).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    (folder / ".venv").symlink_to(sys.prefix)
    if (readme.ROOT / "node_modules").exists():
        (folder / "node_modules").symlink_to(readme.ROOT / "node_modules")


@contextmanager
def _database(name):
    """The role and database that deploy/postgresql.sql makes, under another name; a password for the network."""
    text = re.sub(r"\bsamenspel\b", name, re.sub(r"--.*", "", (readme.DEPLOY / "postgresql.sql").read_text()))
    with databases.server() as cursor:
        for statement in filter(str.strip, text.split(";")):
            cursor.execute(statement)
        cursor.execute(f"ALTER ROLE {name} PASSWORD 'word'")
    try:
        yield
    finally:
        with databases.server() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
            cursor.execute(f"DROP ROLE {name}")


def _fill_in(server, mail_port):
    """What an administrator fills in."""
    where, file = connection.settings_dict, server.folder / ".env"
    place = f"{where['HOST']}:{where['PORT'] or 5432}"
    values = {
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": f"https://localhost:{server.ports['https']}",
        "DATABASE_URL": f"postgres://{server.name}:word@{place}/{server.name}",
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        "CONTROLLER": "Gemeente Lingerveen",
        "CONTACT": "samenspel@example.nl",
        "DATA_PROTECTION_OFFICER": "fg@example.nl",
        "SECURITY_CONTACT": "veilig@example.nl",
        "MEDIA_ROOT": str(server.folder.parent / "media"),
    }
    text = file.read_text()
    for name, value in values.items():
        text, count = re.subn(rf"^{name}=.*$", f"{name}={value}", text, flags=re.M)
        assert count == 1, f"deploy/env.example has no {name}"
    file.write_text(text)


def _wait_until_it_answers(server):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return server.get("/healthz")
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError((server.folder.parent / "samenspel-web.service.log").read_text())


def _made(server, mail_port):
    """The commands of the user of the site, but for the last: that is the doctor."""
    *lines, _doctor = readme.commands(of="user of the site")
    for line in lines:
        if not FETCHES.search(line):
            server.run(line)
        if line.endswith("> .env)"):
            _fill_in(server, mail_port)


@contextmanager
def walked(folder):
    """The whole recipe; packages, certificate and systemd are those of the test."""
    with ExitStack() as stack:
        port, mails = stack.enter_context(post_office())
        ports = {name: free_port() for name in ("web", "http", "https")}
        server = Server(folder / "samenspel", f"samenspel_recipe_{os.getpid()}", ports, mails)
        _fresh_copy(server.folder)
        stack.enter_context(_database(server.name))
        _made(server, port)
        for unit in ("samenspel-web.service", "samenspel-worker.service"):
            running = server.start(unit)
            stack.callback(running.wait, 20)
            stack.callback(running.terminate)
        _wait_until_it_answers(server)
        if NGINX:
            example = server.run(
                next(line for line in readme.commands(of="root") if "nginx.conf" in line)
                .replace("$host", "localhost")
                .partition(" > ")[0]
            ).stdout
            stack.enter_context(proxy(example, folder, ports))
        for job in readme.timers():
            server.run(readme.unit("samenspel@.service").replace("%i", job))
        yield server
