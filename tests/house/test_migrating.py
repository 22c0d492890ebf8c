"""A database of the day before the rooms were laid out comes over whole: names change, rows stay."""

import uuid
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tests import databases

BEFORE = {"communities": "0009_duties", "trajectories": "0006_continuity", "stories": "0007_calls_together"}


@contextmanager
def _empty_database(folder):
    """Another database for a moment, of the same kind."""
    if connection.vendor == "sqlite":
        with databases.connected_to(folder / "before.sqlite3"):
            yield
        return
    name = f"{connection.settings_dict['NAME']}_before"
    with databases.server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    with databases.connected_to(name):
        yield
    with databases.server() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def _plant(apps):
    """A report and a set-aside of two kinds, a code of a story, a way back in and a yearly change."""
    organisation = apps.get_model("communities", "Organisation").objects.create(name="Lingerveen")
    place = apps.get_model("communities", "Community").objects.create(
        name="Lindenhof", slug="lindenhof", municipality=organisation
    )
    person = apps.get_model("communities", "User").objects.create(email="a@mail.example")
    group = apps.get_model("communities", "Group").objects.create(
        community=place, title="Ouders", own_words="Samen.", started_on=timezone.localdate()
    )
    report = apps.get_model("communities", "Report").objects.create(kind="verhaal", about=7, community=place)
    apps.get_model("communities", "SetAside").objects.create(
        report=report, kind="duiding", about=3, reason="Nee.", proposed_by=person, until=timezone.now()
    )
    apps.get_model("communities", "WayIn").objects.create(community=place, user=person, digest="x")
    story = apps.get_model("stories", "Story").objects.create(community=place, uuid=uuid.uuid4())
    apps.get_model("stories", "Receipt").objects.create(story=story, digest="y")
    apps.get_model("trajectories", "Change").objects.create(group=group, year=2025, what="Het licht.")


def _found(apps):
    def values(app, model, name):
        return list(apps.get_model(app, model).objects.values_list(name, flat=True))

    return {
        "report": values("communities", "Report", "kind"),
        "set aside": values("communities", "SetAside", "kind"),
        "code": values("communities", "RecoveryCode", "digest"),
        "story key": values("stories", "StoryKey", "digest"),
        "change": values("trajectories", "YearlyChange", "what"),
    }


@pytest.mark.django_db(transaction=True)
def test_rows_of_before_the_rooms_are_there_after_under_their_new_names(tmp_path):
    with _empty_database(tmp_path):
        for app, name in BEFORE.items():
            call_command("migrate", app, name, verbosity=0)
        loader = MigrationExecutor(connection).loader
        _plant(loader.project_state(list(BEFORE.items())).apps)
        call_command("migrate", verbosity=0)
        after = MigrationExecutor(connection).loader.project_state().apps
        assert _found(after) == {
            "report": ["story"],
            "set aside": ["figure_reading"],
            "code": ["x"],
            "story key": ["y"],
            "change": ["Het licht."],
        }
