"""One side of `make bench`: the pages of one database, measured in this process without a server between.

Reads a line of JSON per question, and answers with one. `find` walks the links that a reader is shown and gives one
address per kind of page; `ask` opens an address some times and says what that cost: CPU of this thread and of the
database's own process, milliseconds a time.
"""

import gzip
import json
import os
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db import connection  # noqa: E402  after django.setup()
from django.test import Client  # noqa: E402
from django.urls import Resolver404, resolve  # noqa: E402

READERS = {"visitor": None, "resident": "naima", "builder": "joost", "official": "elise"}
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
LINK = re.compile(r'href="(/[^"#]*)"')
CLIENTS = {}


def client_of(reader):
    """A browser in which this reader is logged in, as anybody logs in to the example."""
    if reader not in CLIENTS:
        browser = CLIENTS[reader] = Client(HTTP_HOST="127.0.0.1")
        if READERS[reader]:
            browser.post("/voorbeeld/", {"person": f"{READERS[reader]}@voorbeeld.samenspel.example"})
    return CLIENTS[reader]


def _kind(address):
    try:
        return resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return None


def find(reader, most):
    """{kind of page: address}, one each, by the links from the front page."""
    found, seen, ahead = (
        {},
        set(),
        ["/", "/verhalen/?zoek=brug", "/verhalen/?zoek=zeldzaam", "/zoeken/?q=onvindbaar"],
    )
    for address in ahead[1:]:
        found[f"{_kind(address)} {address.partition('=')[2]}"] = address
    while ahead and len(seen) < most:
        address = ahead.pop(0)
        seen.add(address)
        answer = client_of(reader).get(address)
        if answer.status_code != 200 or "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        if "?" not in address:
            found.setdefault(_kind(address), address)
        for link in LINK.findall(answer.content.decode()):
            kind = _kind(link)
            if (
                kind
                and kind not in found
                and link not in seen
                and link not in ahead
                and "uitloggen" not in link
            ):
                ahead.append(link)
    return found


def _database_ticks():
    """What the database's own process used until now; 0 for a database that is a file."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    used = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return int(used[11]) + int(used[12])


def ask(reader, address, rounds):
    """What opening this page costs, once everything is warm."""
    browser, counted = client_of(reader), [0]

    def count(execute, *question):
        counted[0] += 1
        return execute(*question)

    browser.get(address)
    with connection.execute_wrapper(count):
        answer = browser.get(address)
    ticks, began = _database_ticks(), time.thread_time()
    for _round in range(rounds):
        browser.get(address)
    spent = (time.thread_time() - began) / rounds * 1000
    database = (_database_ticks() - ticks) / TICKS_A_SECOND / rounds * 1000
    body = b"" if answer.streaming else answer.content
    size = len(gzip.compress(body))
    return {
        "status": answer.status_code,
        "server": spent,
        "database": database,
        "queries": counted[0],
        "size": size,
    }


def main():
    for line in sys.stdin:
        question = json.loads(line)
        deed = {"find": find, "ask": ask}[question.pop("do")]
        print(json.dumps(deed(**question)), flush=True)


if __name__ == "__main__":
    main()
