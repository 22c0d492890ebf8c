"""Measure every kind of page for every reader, in a small town and in a country, in one run.

Two databases on PostgreSQL: the example town, and the same town with `large_town.sql` beside it. Every page is asked
of both in turn, so that a busy machine slows both. What is measured is CPU, of the server's code and of the database,
not time on the clock. Ends with 1 when a page of the country costs more than 1.5 times the same page of the town (and
more than a bare page besides), or when it is over 60 kB compressed.

    make bench                       a country of 1,000,000 stories; BENCH_STORIES=20000 for a quick look
    BENCH_ONLY=stories,home          only these kinds of page
    BENCH_KEEP=1                     use the databases of the run before
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
SERVER = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
STORIES = os.environ.get("BENCH_STORIES", "1000000")
ONLY = set(filter(None, os.environ.get("BENCH_ONLY", "").split(",")))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "10"))
SMALL, LARGE = "samenspel_bench_small", "samenspel_bench_large"
READERS = ("visitor", "resident", "builder", "official")
TIMES, MOST_BYTES, MOST_PAGES = 1.5, 60_000, 400


def environment(name):
    """The settings of one side; the example is on, so that its people can log in."""
    return {**os.environ, "DEBUG": "1", "EXAMPLE": "1", "DATABASE_URL": f"{SERVER}/{name}"}


def make_databases():
    """The town, and a copy of it that becomes a country; refuses to go on without PostgreSQL."""
    try:
        connection = psycopg2.connect(f"{SERVER}/postgres", connect_timeout=2)
    except psycopg2.OperationalError as refusal:
        sys.exit(f"PostgreSQL does not answer at {SERVER} (BENCH_POSTGRES): {refusal}")
    connection.autocommit = True
    with connection.cursor() as cursor:
        for name in (LARGE, SMALL):
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {SMALL}")
        for command in ("migrate", "createcachetable", "plant_example"):
            manage = [sys.executable, "manage.py", command]
            subprocess.run(manage, cwd=ROOT, env=environment(SMALL), check=True, stdout=subprocess.DEVNULL)
        cursor.execute(f"CREATE DATABASE {LARGE} TEMPLATE {SMALL}")
    print(f"Making a country of {STORIES} stories; a million take a quarter of an hour.", flush=True)
    seed = ["psql", f"{SERVER}/{LARGE}", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"stories={STORIES}"]
    subprocess.run([*seed, "-f", "tools/large_town.sql"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


class Side:
    """One database with a process of its own that asks it for pages."""

    def __init__(self, name):
        command = [sys.executable, "tools/bench_pages.py"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment(name), text=True, **pipes)

    def __call__(self, do, **question):
        self.process.stdin.write(json.dumps({"do": do, **question}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def faults(small, large, bare):
    """What is wrong with one page of the country."""
    found = []
    if large["status"] != small["status"]:
        found.append(f"answers {large['status']} instead of {small['status']}")
    cost, more = (side["server"] + side["database"] for side in (small, large))
    if more > TIMES * cost + bare:
        found.append(f"{more / cost:.1f} times the CPU of the town")
    if large["size"] > MOST_BYTES:
        found.append(f"{large['size'] // 1000} kB compressed")
    return found


def main():
    if not os.environ.get("BENCH_KEEP"):
        make_databases()
    small, large = Side(SMALL), Side(LARGE)
    wrong = 0
    print(f"{'page':34}{'reader':10}{'bare = 1':>9}{'town':>7}{'country':>9}{'asked':>10}{'kB':>6}")
    for reader in READERS:
        robots = {"reader": reader, "address": "/robots.txt", "rounds": ROUNDS * 10}
        bare = small("ask", **robots)["server"]
        for kind, address in sorted(small("find", reader=reader, most=MOST_PAGES).items(), key=str):
            if ONLY and kind.split()[0] not in ONLY:
                continue
            page = {"reader": reader, "address": address, "rounds": ROUNDS}
            one, other = small("ask", **page), large("ask", **page)
            costs = [(side["server"] + side["database"]) / bare for side in (one, other)]
            asked = f"{one['queries']} > {other['queries']}"
            said = "; ".join(faults(one, other, bare))
            wrong += bool(said)
            print(
                f"{kind[:33]:34}{reader:10}{bare:7.2f}ms{costs[0]:7.0f}{costs[1]:9.0f}{asked:>10}"
                f"{other['size'] // 1000:6}  {said}",
                flush=True,
            )
    print(f"{wrong} pages are beyond the limits." if wrong else "Every page is within the limits.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
