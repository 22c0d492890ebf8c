"""Run the suite on SQLite, on PostgreSQL and in the browser; say loudly what could not run.

With STRICT=1 (continuous integration) anything left out is a failure.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[1]
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/samenspel")


def suite(name, *arguments, **environment):
    print(f"\n=== {name}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env={**os.environ, **environment}, check=False
    )
    return done.returncode


def postgres_answers():
    try:
        psycopg2.connect(POSTGRES.rpartition("/")[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def main():
    failed, left_out = [], []
    for tool, arguments in (("ruff", ["check", "."]), ("ruff", ["format", "--check", "."])):
        command = [Path(sys.executable).with_name(tool), *arguments]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(" ".join([tool, *arguments]))
    if suite("SQLite", "-m", "not browser", DATABASE_URL="sqlite:///:memory:"):
        failed.append("SQLite")
    if postgres_answers():
        if suite("PostgreSQL", "-m", "not browser", DATABASE_URL=POSTGRES):
            failed.append("PostgreSQL")
    else:
        left_out.append("PostgreSQL (no server answers; set TEST_DATABASE_URL)")
    if not shutil.which("chromium"):
        left_out.append("the browser journeys (Debian: apt-get install chromium libatomic1)")
    elif not (ROOT / "node_modules" / "axe-core").exists():
        left_out.append("the browser journeys (axe-core is missing: npm ci)")
    elif suite("browser", "-m", "browser", DATABASE_URL="sqlite:///:memory:", DJANGO_ALLOW_ASYNC_UNSAFE="1"):
        failed.append("browser")
    for name in left_out:
        print(f"\n!!! LEFT OUT: {name}")
    for name in failed:
        print(f"\n!!! FAILED: {name}")
    strict = os.environ.get("STRICT") == "1"
    return 1 if failed or (strict and left_out) else 0


if __name__ == "__main__":
    sys.exit(main())
