"""Read the environment once, and stop with a clear sentence when it makes no sense.

A wrong setting must never surface as a strange page weeks later: whoever starts the site
reads here, in one line, what to change.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def stop(sentence):
    """Refuse to start, saying what is wrong and what to do, without a traceback around it."""
    raise SystemExit(f"Samenspel cannot start. {sentence}")


def boolean(name, default):
    """Read a yes/no setting; anything else stops the site instead of counting as 'no'."""
    raw = env.str(name, default="")
    if raw == "":
        return default
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    return stop(f"{name} is {raw!r}. Use 1 or 0.")


def secret_key(debug):
    """The signing key: made up for development, demanded (50 characters or more) in production."""
    key = env.str("SECRET_KEY", default="")
    if key:
        if not debug and len(key) < 50:
            stop("SECRET_KEY is shorter than 50 characters. Make a longer random one.")
        return key
    if debug:
        return "only-for-development-and-never-for-a-public-site-0123456789"
    return stop("SECRET_KEY is not set. Put a random text of at least 50 characters in the environment.")


def example(debug):
    """The example town with one-click logins: a gift in development, a hole in production."""
    wanted = boolean("EXAMPLE", debug)
    if wanted and not debug:
        stop("EXAMPLE is on while DEBUG is off. The example lets anyone log in: set EXAMPLE=0.")
    return wanted


def hosts(debug):
    """The host names the site answers to."""
    names = env.list("ALLOWED_HOSTS", default=[])
    if not names and not debug:
        stop("ALLOWED_HOSTS is not set. Name the host of the site, for instance samenspel.example.nl.")
    return names or ["127.0.0.1", "localhost", "testserver", "[::1]"]


def site_url(names, debug):
    """The address that stands in mails, without a slash at the end; `https://` and the first host by default."""
    home = "http://127.0.0.1:8000" if debug else f"https://{names[0].lstrip('.')}"
    return env.str("SITE_URL", default=home).rstrip("/")


def database():
    """SQLite unless DATABASE_URL names a PostgreSQL server."""
    url = env.str("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'samenspel.sqlite3'}")
    if not url.startswith(("sqlite:", "postgres:", "postgresql:")):
        stop(f"DATABASE_URL starts with {url.split(':')[0]!r}. Use sqlite:///… or postgres://….")
    found = env.db_url_config(url)
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
        }
    else:
        found["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
        found["CONN_HEALTH_CHECKS"] = True
        # Compiling a query costs more than it gives: our pages ask many short ones.
        # A word that many used has to fit in memory as exact rows: else each is read and cut into words anew.
        found.setdefault("OPTIONS", {})["options"] = "-c jit=off -c work_mem=16MB"
    return found


def media_root():
    """The folder for sounds and pictures; several machines need one that they share."""
    return Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "media")))


def small_number():
    """The k of disclosure control (P10): counts of fewer people are never shown. Never below 5."""
    k = env.int("SMALL_NUMBER", default=10)
    if k < 5:
        stop(f"SMALL_NUMBER is {k}. It protects people and may not be lower than 5.")
    return k
