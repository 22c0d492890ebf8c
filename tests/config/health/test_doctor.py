"""Whoever installs the site reads what is not well set up, and what to do about it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from communities.models import Letter
from communities.retention.heartbeat import LONGEST_SILENCE, heartbeat
from config.website.health import doctor
from tests.communities.news import servers

DOWN = f"{servers.__name__}.Down"


@pytest.fixture
def apart(settings, tmp_path):
    """A folder of its own for what the doctor writes and reads."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    settings.MEDIA_ROOT, settings.STATICFILES_DIRS = tmp_path / "media", [tmp_path / "static"]
    return tmp_path


def test_tables_that_are_missing_are_named_with_the_command_that_makes_them(db, settings):
    shared = "django.core.cache.backends.db.DatabaseCache"
    settings.CACHES = {"default": {"BACKEND": shared, "LOCATION": "nowhere"}}
    assert doctor.tables_are_there() == [
        "The table of limits and counters is missing. Run: manage.py createcachetable"
    ]
    with connection.cursor() as cursor:
        newest = "SELECT MAX(name) FROM django_migrations WHERE app = 'communities'"
        cursor.execute(newest)
        (name,) = cursor.fetchone()
        cursor.execute("DELETE FROM django_migrations WHERE app = 'communities' AND name = %s", [name])
    assert doctor.tables_are_there()[0] == "Tables are not up to date. Run: manage.py migrate"


def test_a_page_without_its_look_is_noticed(apart, settings):
    assert "tools/assets.py, then" in doctor.pages_have_their_look()[0]
    sheet = apart / "static" / doctor.SHEET
    sheet.parent.mkdir(parents=True)
    sheet.touch()
    assert "is empty. Run: npm ci" in doctor.pages_have_their_look()[0]
    sheet.write_text("p {}")
    assert doctor.pages_have_their_look() == []
    manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STATIC_ROOT = str(apart / "collected")
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": manifest}}
    assert "manage.py collectstatic" in doctor.pages_have_their_look()[0]


def test_a_folder_for_stories_where_the_site_may_not_write_is_noticed_and_nothing_stays(apart):
    assert doctor.stories_can_be_kept() == []
    assert list((apart / "media").iterdir()) == []
    (apart / "media").rmdir()
    (apart / "media").write_text("a file")
    (sentence,) = doctor.stories_can_be_kept()
    assert "Let the user of the site write in MEDIA_ROOT" in sentence


def test_a_mail_server_that_takes_nobody_in_and_letters_that_wait_are_noticed(db, settings):
    settings.LETTER_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 9
    Letter.objects.create(to="a@mail.example", made_at=timezone.now() - timedelta(hours=1))
    assert doctor.mail_server_answers() == [
        "1 letters: waiting too long.",
        "The mail server does not take us in (ConnectionRefusedError). Look at EMAIL_URL.",
    ]


def test_a_worker_that_is_not_there_is_noticed(transactional_db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert doctor.worker_is_there(0) == [
        "No worker took up work within 0 seconds. Keep running: manage.py db_worker"
    ]
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    assert doctor.worker_is_there(0) == []


def test_timers_that_never_ran_are_named_until_they_did(db):
    assert len(doctor.timers_run()) == len(LONGEST_SILENCE)
    for job in LONGEST_SILENCE:
        with heartbeat(job):
            pass
    assert doctor.timers_run() == []


def test_an_address_where_nobody_or_somebody_else_answers_is_noticed(settings, live_server):
    settings.SITE_URL, settings.SECURE_SSL_REDIRECT = live_server.url, False
    assert doctor.site_answers() == []
    settings.SITE_URL = f"{live_server.url}/static"
    assert "answer" in doctor.site_answers()[0]
    settings.SITE_URL = "http://127.0.0.1:9"
    assert doctor.site_answers() == [
        "http://127.0.0.1:9 does not answer (ConnectionRefusedError). Look at the proxy and SITE_URL."
    ]


def test_a_site_without_an_administrator_says_so(db):
    assert doctor.somebody_administers() == ["Nobody is administrator yet. Run: manage.py appoint"]


def test_a_site_with_an_administrator_says_nothing(cast):
    assert doctor.somebody_administers() == []


def test_the_command_prints_a_line_for_each_and_counts_what_is_to_mend(cast, settings, mailoutbox):
    settings.SITE_URL, said = "http://127.0.0.1:9", StringIO()
    with pytest.raises(CommandError, match=r"^\d+ to mend\.$"):
        call_command("doctor", "--mail", "karin@example.nl", "--wait", "0", stdout=said)
    words = said.getvalue()
    assert "well     worker" in words
    assert "to mend  address" in words
    assert "well     test mail to karin@example.nl" in words
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["karin@example.nl"], "Samenspel: proefmail")
    ]


def test_a_test_mail_that_the_server_refuses_is_said_with_the_kind_of_refusal(cast, settings, mailoutbox):
    settings.LETTER_BACKEND, settings.SITE_URL, said = DOWN, "http://127.0.0.1:9", StringIO()
    with pytest.raises(CommandError):
        call_command("doctor", "--mail", "karin@example.nl", "--wait", "0", stdout=said)
    assert "The mail server refused the test mail (ConnectionRefusedError)." in said.getvalue()
    assert mailoutbox == []


def test_no_mail_goes_to_what_is_no_address(db):
    with pytest.raises(CommandError, match="'karin' is no mail address"):
        call_command("doctor", "--mail", "karin")
