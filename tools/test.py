"""Run the suite: one list of parts over two workers, the longest first, with progress; say loudly what is left out.

make test               what a developer needs: everything on SQLite but the browser and the 500 lives
make test ONLY=stories.telling,tests/house/test_canary.py    some rooms, files or folders of tests
make test ONLY=changes  the rooms that the work tree changed since the last commit
STRICT=1 make test      both databases, the browser and the 500 lives; anything left out is a failure
"""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
SQLITE = "sqlite:///:memory:"
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/samenspel")
ORDINARY = "not browser and not walk"
ALWAYS = ("tests/house/test_architecture.py", "tests/test_messages.py")
EVERY_PAGE = "tests/journeys/test_every_page.py"
# The ordinary tests in shares of about the same length.
SHARES = (
    ("stories", ("tests/stories",)),
    ("communities and the house", ("tests/communities", "tests/house", "tests/test_messages.py")),
    ("trajectories and the rest", ("tests/trajectories", "tests/volunteers", "tests/config")),
)
SAY_EVERY = 20


@dataclass
class Part:
    """One pytest run: its own database, and how far it has come."""

    name: str
    arguments: tuple
    environment: dict
    begun: float = 0.0
    tests: int = 0
    ended: bool = False


def postgres_answers():
    """Whether the server is there."""
    try:
        psycopg2.connect(POSTGRES.rpartition("/")[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def _on(database, number):
    """The environment of a part on a database; each part has one of its own on the server."""
    url = database if database == SQLITE else f"{database}_{number}"
    return {"DATABASE_URL": url}


def ordinary(name, database):
    """The ordinary tests on one database, in shares."""
    return [
        Part(f"{name}: {share}", ("-m", ORDINARY, *folders), _on(database, number))
        for number, (share, folders) in enumerate(SHARES)
    ]


def browser_parts():
    """The journeys, and the walks of every page by themselves: they are the longest."""
    browser = {"DATABASE_URL": SQLITE, "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    return [
        Part("browser: pages of the table", (EVERY_PAGE, "-k", "accessible_on and of_the_table"), browser),
        Part("browser: the example town", (EVERY_PAGE, "-k", "accessible_on and not of_the_table"), browser),
        Part("browser: journeys", ("tests/journeys", "-m", "browser", "-k", "not accessible_on"), browser),
    ]


def the_pass(name, database):
    """The one pass over every address and every reader."""
    return Part(
        f"{name}: every address for every reader", ("-m", "walk", "tests/house"), _on(database, "walk")
    )


def lives():
    """500 lives of a story with an account, and 500 without."""
    many = {"DATABASE_URL": SQLITE, "STORY_RUNS": "500"}
    return [
        Part("500 lives of a story", ("tests/stories/telling/test_state_machine.py",), many),
        Part("500 lives without an account", ("tests/stories/keyless/test_machine_alone.py",), many),
    ]


def for_a_developer(left_out):
    """SQLite alone: what a change needs before it is handed on."""
    left_out += [
        "PostgreSQL, the browser and 500 lives of a story (STRICT=1 make test, or .ci/run)",
        "addresses that only other readers are shown (the quick pass asks each reader's own)",
    ]
    quick = the_pass("SQLite", SQLITE)
    quick.environment["QUICK_PASS"] = "1"
    return [quick, *ordinary("SQLite", SQLITE)]


def for_everybody(left_out):
    """Both databases, the browser and the lives; the longest first."""
    found = []
    if postgres_answers():
        found += [the_pass("PostgreSQL", POSTGRES)]
    else:
        left_out.append("PostgreSQL (no server answers; set TEST_DATABASE_URL)")
        found += [the_pass("SQLite", SQLITE)]
    found += lives()
    if not shutil.which("chromium"):
        left_out.append("the browser journeys (Debian: apt-get install chromium libatomic1)")
    elif not (ROOT / "node_modules" / "axe-core").exists():
        left_out.append("the browser journeys (axe-core is missing: npm ci)")
    else:
        found += browser_parts()
    if postgres_answers():
        found += ordinary("PostgreSQL", POSTGRES)
    return found + ordinary("SQLite", SQLITE)


def changed_rooms():
    """Every app and room in which a file differs from the last commit."""
    said = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    paths = [Path(line[3:].rpartition(" -> ")[2]) for line in said.splitlines()]
    return sorted({"/".join(path.parts[path.parts[0] in {"templates", "tests"} :][:2]) for path in paths})


def only(asked):
    """The tests of some rooms or files; a room without tests of its own is tested with its app."""
    names = changed_rooms() if asked == "changes" else asked.split(",")
    found = []
    for name in names:
        path = Path(name if name.startswith("tests") else f"tests/{name.replace('.', '/')}")
        found += [place for place in (path, path.parent) if (ROOT / place).exists()][:1]
    folders = sorted({str(place) for place in found if str(place) != "tests"} | set(ALWAYS))
    return [Part(f"only {', '.join(folders)}", ("-m", "not browser", *folders), {"DATABASE_URL": SQLITE})]


def run(part):
    """Run one part, count its tests as they end, and print all it said when it is over."""
    part.begun, said = time.monotonic(), []
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", *part.arguments],
        cwd=ROOT,
        env={**os.environ, **part.environment, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    line = ""
    while piece := process.stdout.read(1):
        said.append(piece)
        line = "" if piece == "\n" else line + piece
        part.tests += bool(re.fullmatch(r"[.sxXFE]+", line))
    part.ended = True
    seconds = time.monotonic() - part.begun
    print(f"\n=== {part.name} ({seconds:.0f} s)\n{''.join(said)}", flush=True)
    return process.wait()


def say_how_far(parts, over):
    """Every now and then one line: what is running, since when, and how many tests it has had."""
    while not over.wait(SAY_EVERY):
        now = time.monotonic()
        running = [part for part in parts if part.begun and not part.ended]
        words = [f"{part.name}: {part.tests} tests, {now - part.begun:.0f} s" for part in running]
        print(f"... {' | '.join(words)}", flush=True)


def style():
    """What ruff says; the names of what failed."""
    failed = []
    for arguments in (["check", "."], ["format", "--check", "."]):
        command = [Path(sys.executable).with_name("ruff"), *arguments]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(" ".join(["ruff", *arguments]))
    return failed


def main():
    strict, asked = os.environ.get("STRICT") == "1", os.environ.get("ONLY", "")
    left_out, failed, over = [], style(), threading.Event()
    parts = only(asked) if asked else (for_everybody if strict else for_a_developer)(left_out)
    watch = threading.Thread(target=say_how_far, args=(parts, over), daemon=True)
    watch.start()
    with ThreadPoolExecutor(max_workers=2) as two:
        codes = list(two.map(run, parts))
    over.set()
    failed += [part.name for part, code in zip(parts, codes, strict=True) if code]
    for name in left_out:
        print(f"\n!!! LEFT OUT: {name}")
    for name in failed:
        print(f"\n!!! FAILED: {name}")
    print(f"\n{len(parts)} parts, {sum(part.tests for part in parts)} tests")
    return 1 if failed or (strict and left_out) else 0


if __name__ == "__main__":
    sys.exit(main())
