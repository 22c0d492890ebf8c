"""What is not well set up on this server: one sentence each, with what to do.

The settings alone are judged by the checks beside this file; here the site is tried as it stands: its tables,
files, mail server, worker and timers.
"""

import urllib.error
import urllib.request

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.checks import WARNING, run_checks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from communities.models import Appointment
from communities.retention.heartbeat import jobs
from config.website.health.checks import postgresql_logs_no_values
from config.website.health.pulse import worker_answers
from config.website.mail.letters import letters

SHEET = "vendor/utrecht.css"


def in_words(found):
    """Messages of Django's checks as sentences: what is wrong, and what to do."""
    return [f"{one.msg} {one.hint or ''}".strip() for one in found if one.level >= WARNING]


def settings_are_right():
    """Everything that `check --deploy` says."""
    return in_words(run_checks(include_deployment_checks=True))


def database_answers():
    """Nothing else can be tried without."""
    try:
        connection.ensure_connection()
    except DatabaseError as refusal:
        return [f"The database does not answer ({type(refusal).__name__}). Look at DATABASE_URL."]
    return []


def tables_are_there():
    """Migrations that wait, and the table that counts tries for every process alike."""
    found, executor = [], MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        found.append("Tables are not up to date. Run: manage.py migrate")
    cache = settings.CACHES["default"]
    shared = cache["BACKEND"].endswith("DatabaseCache")
    if shared and cache["LOCATION"] not in connection.introspection.table_names():
        found.append("The table of limits and counters is missing. Run: manage.py createcachetable")
    return found


def log_holds_no_rows():
    """PostgreSQL's own log (docs/principles.md rule 4)."""
    return in_words(postgresql_logs_no_values(None, databases=["default"]))


def texts_are_made():
    """The catalogues are not kept in the repository."""
    kept = [
        path for path in settings.BASE_DIR.glob("**/nl/LC_MESSAGES/django.po") if ".venv" not in path.parts
    ]
    if all(path.with_suffix(".mo").exists() for path in kept):
        return []
    return ["Dutch texts are not compiled. Run: tools/messages.py --compile"]


def pages_have_their_look():
    """The stylesheets that every page asks for are where they are served from."""
    sheet = settings.STATICFILES_DIRS[0] / SHEET
    if not sheet.exists():
        return [
            "The stylesheet of the design system is missing. Run: tools/assets.py, then manage.py collectstatic"
        ]
    found = []
    if not sheet.stat().st_size:
        found.append("The stylesheet of the design system is empty. Run: npm ci, then tools/assets.py")
    try:
        staticfiles_storage.url(SHEET)
    except ValueError:
        found.append("Stylesheets were not collected. Run: manage.py collectstatic")
    return found


def stories_can_be_kept():
    """A file for sounds and pictures: written, read and taken away again."""
    try:
        name = default_storage.save("doctor", ContentFile(b"here"))
        with default_storage.open(name) as file:
            same = file.read() == b"here"
        default_storage.delete(name)
    except OSError as refusal:
        why = f"Sounds and pictures cannot be kept ({type(refusal).__name__})."
        return [f"{why} Let the user of the site write in MEDIA_ROOT, {settings.MEDIA_ROOT}."]
    return [] if same else ["A file came back from MEDIA_ROOT otherwise than it was written."]


def mail_server_answers():
    """The server takes us in, and no letter waits or was broken off."""
    found = [f"{count} letters: {what}." for what, count in letters().items() if count]
    try:
        link = get_connection(settings.LETTER_BACKEND)
        link.open()
        link.close()
    except Exception as refusal:  # noqa: BLE001  a mail server can refuse in any way
        found.append(f"The mail server does not take us in ({type(refusal).__name__}). Look at EMAIL_URL.")
    return found


def worker_is_there(seconds):
    """Who hands letters to the mail server."""
    if worker_answers(seconds):
        return []
    return [f"No worker took up work within {seconds} seconds. Keep running: manage.py db_worker"]


def timers_run():
    """Work of every night and every ten minutes."""
    return [
        f"{job}: {state}. Switch its timer on, and start it once."
        for job, state in jobs().items()
        if state != "on time"
    ]


def site_answers():
    """The address that stands in mails leads here."""
    try:
        with urllib.request.urlopen(f"{settings.SITE_URL}/healthz", timeout=5) as page:  # noqa: S310
            here = page.status == 200 and b'"database"' in page.read()
    except (urllib.error.URLError, OSError) as refusal:
        why = getattr(refusal, "reason", refusal)
        return [
            f"{settings.SITE_URL} does not answer ({type(why).__name__}). Look at the proxy and SITE_URL."
        ]
    return [] if here else [f"Something else than this site answers at {settings.SITE_URL}."]


def somebody_administers():
    """Without a first administrator nobody can invite the second."""
    if Appointment.objects.current().exists():
        return []
    return ["Nobody is administrator yet. Run: manage.py appoint"]


def examine(seconds):
    """What was tried, and the sentences about what is not well: (what, sentences), in the order of mending."""
    yield "settings", settings_are_right()
    silent = database_answers()
    yield "database", silent
    if silent:
        return
    missing = tables_are_there()
    yield "tables", missing
    yield "PostgreSQL's log", log_holds_no_rows()
    yield "Dutch texts", texts_are_made()
    yield "stylesheets", pages_have_their_look()
    yield "sounds and pictures", stories_can_be_kept()
    if missing:
        return
    yield "mail server", mail_server_answers()
    yield "worker", worker_is_there(seconds)
    yield "timers", timers_run()
    yield "address", site_answers()
    yield "administrator", somebody_administers()
