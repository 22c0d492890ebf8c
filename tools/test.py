"""Run the suite on SQLite and PostgreSQL side by side, then in the browser; say loudly what could not run.

With STRICT=1 (continuous integration) anything left out is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
SQLITE = "sqlite:///:memory:"
LIVES = ("tests/stories/test_state_machine.py", "tests/stories/test_machine_alone.py")
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/samenspel")


def begin(*arguments, **environment):
    """Start one part; what it prints is kept in a file until the part is over."""
    output = tempfile.TemporaryFile("w+")
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=output, stderr=output
    ), output


def end(name, started):
    """Wait for one part, print what it printed, and say whether it failed."""
    process, output = started
    code = process.wait()
    output.seek(0)
    print(f"\n=== {name}\n{output.read()}", flush=True)
    output.close()
    return code


def postgres_answers():
    try:
        psycopg2.connect(POSTGRES.rpartition("/")[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def databases(left_out):
    """The suite on both databases, side by side: two databases, two cores."""
    started = {"SQLite": begin("-m", "not browser", DATABASE_URL=SQLITE)}
    if postgres_answers():
        started["PostgreSQL"] = begin("-m", "not browser", DATABASE_URL=POSTGRES)
    else:
        left_out.append("PostgreSQL (no server answers; set TEST_DATABASE_URL)")
    return started


def journeys(left_out, strict):
    """The browser; beside it, in continuous integration, the full 500 lives of a story."""
    started = {}
    if strict:
        started["500 lives of a story"] = begin(*LIVES, DATABASE_URL=SQLITE, STORY_RUNS="500")
    if not shutil.which("chromium"):
        left_out.append("the browser journeys (Debian: apt-get install chromium libatomic1)")
    elif not (ROOT / "node_modules" / "axe-core").exists():
        left_out.append("the browser journeys (axe-core is missing: npm ci)")
    else:
        started["browser"] = begin("-m", "browser", DATABASE_URL=SQLITE, DJANGO_ALLOW_ASYNC_UNSAFE="1")
    return started


def main():
    strict = os.environ.get("STRICT") == "1"
    failed, left_out = [], []
    for tool, arguments in (("ruff", ["check", "."]), ("ruff", ["format", "--check", "."])):
        command = [Path(sys.executable).with_name(tool), *arguments]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(" ".join([tool, *arguments]))
    failed += [name for name, part in databases(left_out).items() if end(name, part)]
    failed += [name for name, part in journeys(left_out, strict).items() if end(name, part)]
    for name in left_out:
        print(f"\n!!! LEFT OUT: {name}")
    for name in failed:
        print(f"\n!!! FAILED: {name}")
    return 1 if failed or (strict and left_out) else 0


if __name__ == "__main__":
    sys.exit(main())
