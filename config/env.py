"""Read the environment once, and stop with a clear sentence when it makes no sense.

A wrong setting must never surface as a strange page weeks later: whoever starts the site
reads here, in one line, what to change. No sentence repeats an address that may hold a password.
"""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
DEVELOPMENT_KEY = "only-for-development-and-never-for-a-public-site-0123456789"
LOCAL_HOSTS = ("127.0.0.1", "localhost", "testserver", "[::1]")


def stop(sentence):
    """Refuse to start, saying what is wrong and what to do, without a traceback around it."""
    raise SystemExit(f"Samenspel cannot start. {sentence}")


def read_file(path):
    """Take settings from a file, where the environment does not say otherwise; a line is never skipped in silence."""
    try:
        lines = path.read_text().splitlines()
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as refusal:
        stop(
            f"{path} is there and cannot be read ({type(refusal).__name__}). Let the user of the site read it."
        )
    for number, line in enumerate(lines, start=1):
        if line.strip() and not re.match(r"#|(export )?\w+=", line):
            stop(f"Line {number} of {path} is no NAME=value, without spaces around the sign.")
    environ.Env.read_env(path)


read_file(BASE_DIR / ".env")


def text(name, default=""):
    """A setting as it was written; one that is empty counts as absent, as in a `.env` that is not filled in yet."""
    return os.environ.get(name, "").strip() or default


def unset(*names):
    """Which of these nobody filled in: the site starts without them, and `check --deploy` says so."""
    return [name for name in names if not text(name)]


def boolean(name, default):
    """Read a yes/no setting; anything else stops the site instead of counting as 'no'."""
    raw = text(name)
    if raw == "":
        return default
    if raw.lower() in {"1", "true", "yes", "on"}:
        return True
    if raw.lower() in {"0", "false", "no", "off"}:
        return False
    return stop(f"{name} is {raw!r}. Use 1 or 0.")


def whole(name, default):
    """A whole number, not below zero."""
    raw = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", raw):
        stop(f"{name} is {raw!r}. Use a whole number in digits, for instance {default}.")
    return int(raw)


def several(name):
    """Names with commas between."""
    return [one.strip() for one in text(name).split(",") if one.strip()]


def mail_address(name, default=""):
    """One mail address, with or without a name before it."""
    raw = text(name, default)
    if raw and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", parseaddr(raw)[1]):
        stop(f"{name} is {raw!r}. Write one mail address, for instance samenspel@example.nl.")
    return raw


def plain_address(name, default=""):
    """A mail address alone, because it becomes a link to write to."""
    raw = mail_address(name, default)
    if raw != parseaddr(raw)[1]:
        stop(f"{name} is {raw!r}. Write the mail address alone, without a name before it.")
    return raw


def secret_key(debug):
    """The signing key: made up for development, demanded (50 characters or more) in production."""
    key = text("SECRET_KEY")
    if not key and not debug:
        stop("SECRET_KEY is not set. Put a random text of at least 50 characters in the environment.")
    if not debug and len(key) < 50:
        stop("SECRET_KEY is shorter than 50 characters. Make a longer random one.")
    if not debug and key == DEVELOPMENT_KEY:
        stop("SECRET_KEY is the one of development, which everybody knows. Make a random one.")
    return key or DEVELOPMENT_KEY


def example(debug):
    """The example town with one-click logins: a gift in development, a hole in production."""
    wanted = boolean("EXAMPLE", debug)
    if wanted and not debug:
        stop("EXAMPLE is on while DEBUG is off. The example lets anyone log in: set EXAMPLE=0.")
    return wanted


def hosts(debug):
    """The host names the site answers to."""
    names = several("ALLOWED_HOSTS")
    if not names and not debug:
        stop("ALLOWED_HOSTS is not set. Name the host of the site, for instance samenspel.example.nl.")
    for name in names:
        if not re.fullmatch(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]", name):
            stop(f"ALLOWED_HOSTS has {name!r}. Write host names alone, without https://, port or path.")
    return names or list(LOCAL_HOSTS)


def origins(name):
    """Addresses of other sites that may post here: scheme and host."""
    found = several(name)
    for one in found:
        if not re.fullmatch(r"https?://[^/\s]+", one):
            stop(f"{name} has {one!r}. Write scheme and host, for instance https://samenspel.example.nl.")
    return found


def _split(name, url, advice):
    """The parts of an address; what cannot be taken apart stops the site without being repeated."""
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError:
        return stop(f"{name} cannot be read. {advice}")


def site_url(names, debug):
    """The address that stands in mails, without a slash at the end; `https://` and the first host by default."""
    home = "http://127.0.0.1:8000" if debug else f"https://{names[0].lstrip('.')}"
    url, advice = text("SITE_URL", home).rstrip("/"), "Write for instance https://samenspel.example.nl."
    parts, _port = _split("SITE_URL", url, advice)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        stop(f"SITE_URL has no http:// or https:// with a host. {advice}")
    if parts.path or parts.query or parts.fragment or parts.username:
        stop(f"SITE_URL holds more than scheme, host and port. {advice}")
    return url


def email():
    """Where mail goes: printed on the terminal when EMAIL_URL is absent, which is for development only."""
    url = text("EMAIL_URL", "consolemail://")
    advice = (
        "Use smtp+tls://user:password@host:587, and write # / ? @ : in a password as %23 %2F %3F %40 %3A."
    )
    parts, _port = _split("EMAIL_URL", url, advice)
    if parts.scheme not in environ.Env.EMAIL_SCHEMES:
        stop(f"EMAIL_URL does not begin with a kind of mail server. {advice}")
    if parts.scheme.startswith("smtp") and not parts.hostname:
        stop(f"EMAIL_URL names no mail server. {advice}")
    return environ.Env.email_url_config(url)


def database():
    """SQLite unless DATABASE_URL names a PostgreSQL server."""
    age, url = whole("CONN_MAX_AGE", 60), text("DATABASE_URL", f"sqlite:///{BASE_DIR / 'samenspel.sqlite3'}")
    if not url.startswith(("sqlite:", "postgres:", "postgresql:")):
        kind = url.partition(":")[0] if "://" in url else "something else"
        stop(f"DATABASE_URL starts with {kind!r}. Use sqlite:///… or postgres://….")
    advice = "Use postgres://user:password@host:5432/name, and write # / ? @ : in a password as %23 %2F %3F %40 %3A."
    if not url.startswith("sqlite:"):
        _split("DATABASE_URL", url, advice)
    found = environ.Env.db_url_config(url)
    if not found.get("NAME"):
        stop(f"DATABASE_URL names no database. {advice}")
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
        }
    else:
        found["CONN_MAX_AGE"] = age
        found["CONN_HEALTH_CHECKS"] = True
        # Compiling a query costs more than it gives: our pages ask many short ones.
        # A word that many used has to fit in memory as exact rows: else each is read and cut into words anew.
        found.setdefault("OPTIONS", {})["options"] = "-c jit=off -c work_mem=16MB"
    return found


def media_root(public):
    """The folder for sounds and pictures; several machines need one that they share. Never one that is served."""
    folder = (BASE_DIR / text("MEDIA_ROOT", "media")).resolve()
    if folder.exists() and not folder.is_dir():
        stop(f"MEDIA_ROOT is {str(folder)!r}, which is no folder.")
    for served in public:
        if folder.is_relative_to(served):
            stop(f"MEDIA_ROOT lies in {str(served)!r}, which everybody may read. Name another folder.")
    return folder


def small_number():
    """The k of disclosure control (P10): counts of fewer people are never shown. Never below 5."""
    k = whole("SMALL_NUMBER", 10)
    if k < 5:
        stop(f"SMALL_NUMBER is {k}. It protects people and may not be lower than 5.")
    return k
