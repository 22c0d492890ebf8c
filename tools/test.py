"""Run the suite on SQLite, on PostgreSQL and in the browser, two at a time; say loudly what could not run.

With STRICT=1 (continuous integration) anything left out is a failure.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
SQLITE = "sqlite:///:memory:"
LIVES = ("tests/stories/telling/test_state_machine.py", "tests/stories/keyless/test_machine_alone.py")
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/samenspel")


def run(name, arguments, environment):
    """Run one part, print all it said when it is over, and say whether it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(f"\n=== {name}\n{done.stdout}", flush=True)
    return done.returncode


def postgres_answers():
    try:
        psycopg2.connect(POSTGRES.rpartition("/")[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def parts(left_out, strict):
    """(name, arguments, environment) of every part that can run here, the longest first.

    In continuous integration the full 500 lives of a story are among them.
    """
    found = []
    if strict:
        found.append(("500 lives of a story", LIVES, {"DATABASE_URL": SQLITE, "STORY_RUNS": "500"}))
    if postgres_answers():
        found.append(("PostgreSQL", ("-m", "not browser"), {"DATABASE_URL": POSTGRES}))
    else:
        left_out.append("PostgreSQL (no server answers; set TEST_DATABASE_URL)")
    found.append(("SQLite", ("-m", "not browser"), {"DATABASE_URL": SQLITE}))
    if not shutil.which("chromium"):
        left_out.append("the browser journeys (Debian: apt-get install chromium libatomic1)")
    elif not (ROOT / "node_modules" / "axe-core").exists():
        left_out.append("the browser journeys (axe-core is missing: npm ci)")
    else:
        browser = {"DATABASE_URL": SQLITE, "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
        found.append(("browser", ("-m", "browser"), browser))
    return found


def main():
    strict = os.environ.get("STRICT") == "1"
    failed, left_out = [], []
    for tool, arguments in (("ruff", ["check", "."]), ("ruff", ["format", "--check", "."])):
        command = [Path(sys.executable).with_name(tool), *arguments]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(" ".join([tool, *arguments]))
    waiting = parts(left_out, strict)
    with ThreadPoolExecutor(max_workers=2) as two:
        codes = list(two.map(run, *zip(*waiting, strict=True)))
    failed += [name for (name, *_how), code in zip(waiting, codes, strict=True) if code]
    for name in left_out:
        print(f"\n!!! LEFT OUT: {name}")
    for name in failed:
        print(f"\n!!! FAILED: {name}")
    return 1 if failed or (strict and left_out) else 0


if __name__ == "__main__":
    sys.exit(main())
