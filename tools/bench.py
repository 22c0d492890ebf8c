"""Measure the real server over HTTP: pages as ratios to a bare view of the same server in the same run.

Seeds the example town in a database of its own (PostgreSQL when it answers, else SQLite), starts
gunicorn with one worker, and drives it as several kinds of reader. With the national files of
Statistics Netherlands beside the project it also times their import, and its peak memory.
"""

import http.cookiejar
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
PORT = os.environ.get("BENCH_PORT", "8123")
BASE = f"http://127.0.0.1:{PORT}"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "100"))
SERVER = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
STORIES = os.environ.get("BENCH_STORIES", "20000")
NATIONAL = ROOT.parent / "shared" / "data" / "cbs_kwb_2020"
READERS = {"visitor": None, "resident": "naima", "builder": "joost", "official": "elise"}
PAGES = [
    ("front", "/"),
    ("search", "/zoeken/?q=kanaal"),
    ("community", "/gemeenschap/kanaalbuurt/"),
    ("municipality", "/gemeente/GM9901/"),
    ("area", "/buurt/BU99010101/"),
    ("stories", "/verhalen/"),
]


def database():
    """A fresh database: its own on the PostgreSQL server when one answers, else a SQLite file."""
    try:
        connection = psycopg2.connect(f"{SERVER}/postgres", connect_timeout=2)
    except psycopg2.OperationalError:
        return f"sqlite:///{tempfile.mkdtemp()}/bench.sqlite3"
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS samenspel_bench")
        cursor.execute("CREATE DATABASE samenspel_bench")
    return f"{SERVER}/samenspel_bench"


def manage(environment, *arguments):
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def visitor(person):
    """An opener with cookies, logged in as an example person."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    if person:
        page = opener.open(f"{BASE}/voorbeeld/").read().decode()
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page).group(1)
        fields = {"csrfmiddlewaretoken": token, "person": f"{person}@voorbeeld.samenspel.example"}
        request = urllib.request.Request(
            f"{BASE}/voorbeeld/", urllib.parse.urlencode(fields).encode(), {"Referer": BASE}
        )
        opener.open(request)
    return opener


def measure(opener, path, rounds=ROUNDS):
    """(median seconds, 95th percentile, bytes, queries) of one page."""
    times = []
    for _round in range(rounds):
        begin = time.perf_counter()
        with opener.open(BASE + path) as answer:
            body = answer.read()
            queries = answer.headers.get("X-Queries", "?")
        times.append(time.perf_counter() - begin)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.95)], len(body), queries


def pages():
    bare = measure(visitor(None), "/robots.txt", ROUNDS * 3)[0]
    print(f"bare view: {bare * 1000:.2f} ms (1.0)")
    print(f"{'page':14}{'reader':10}{'p50':>8}{'p95':>8}{'per s':>8}{'queries':>9}{'bytes':>9}")
    for reader, person in READERS.items():
        opener = visitor(person)
        for name, path in PAGES:
            middle, slow, size, queries = measure(opener, path)
            print(
                f"{name:14}{reader:10}{middle / bare:8.1f}{slow / bare:8.1f}{1 / middle:8.0f}{queries:>9}{size:9}"
            )


READING = [
    ("list", "/verhalen/"),
    ("deep in it", "/verhalen/?voor=2022-03-01.00000000000000000000000000000000"),
    ("one language", "/verhalen/?taal=ar"),
    ("common word", "/verhalen/?zoek=brug"),
    ("rare word", "/verhalen/?zoek=zeldzaam"),
    ("no such word", "/verhalen/?zoek=onvindbaar"),
    ("community", "/gemeenschap/kanaalbuurt/"),
]


def _reading():
    """(median, queries) per reader and address."""
    found = {}
    for reader, person in READERS.items():
        opener = visitor(person)
        for name, path in READING:
            middle, _slow, _size, queries = measure(opener, path, max(ROUNDS // 4, 10))
            found[reader, name] = (middle, queries)
    return found


def reading(environment):
    """Lists and search over few and over many stories: as fast, and with as many questions."""
    subprocess.run([sys.executable, "tools/many_stories.py", "100"], cwd=ROOT, env=environment, check=True)
    few = _reading()
    begin = time.perf_counter()
    subprocess.run([sys.executable, "tools/many_stories.py", STORIES], cwd=ROOT, env=environment, check=True)
    print(
        f"\n{STORIES} stories were written in {time.perf_counter() - begin:.0f} s (BENCH_STORIES=1000000 for more)"
    )
    many = _reading()
    print(f"{'reading':14}{'reader':10}{'few ms':>8}{'many ms':>9}{'ratio':>7}{'queries':>12}")
    for (reader, name), (middle, queries) in few.items():
        later, asked = many[reader, name]
        print(
            f"{name:14}{reader:10}{middle * 1000:8.1f}{later * 1000:9.1f}{later / middle:7.2f}"
            f"{queries + ' -> ' + asked:>12}"
        )


def national(environment):
    if not NATIONAL.exists():
        print("\nLEFT OUT: the national import (its files are not beside the project)")
        return
    manage(environment, "import_areas", str(NATIONAL / "84799NED_WijkenEnBuurten.csv"), "--year", "2020")
    begin = time.perf_counter()
    manage(
        environment,
        "import_figures",
        str(NATIONAL / "84799NED_TypedDataSet.csv"),
        "--year",
        "2020",
        "--source",
        "CBS",
    )
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nnational table (17,341 rows x 118 columns): {seconds:.0f} s, largest process {peak} MB")


def main():
    url = database()
    environment = {**os.environ, "DEBUG": "1", "EXAMPLE": "1", "DATABASE_URL": url, "COUNT_QUERIES": "1"}
    print(f"database: {url.split(':')[0]}")
    for command in ("migrate", "createcachetable", "plant_example"):
        manage(environment, command)
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "config.wsgi",
        "--bind",
        f"127.0.0.1:{PORT}",
        "--threads",
        "2",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        for _try in range(50):
            try:
                urllib.request.urlopen(f"{BASE}/robots.txt").close()
                break
            except OSError:
                time.sleep(0.2)
        pages()
        reading(environment)
        national(environment)
        middle, _slow, _size, queries = measure(visitor(None), "/zoeken/?q=centrum")
        print(f"search with the national file loaded: {middle * 1000:.1f} ms, {queries} queries")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
