"""The health page says which nightly work is late, and nothing about people."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management.base import CommandError

from communities.models import Heartbeat
from communities.retention.heartbeat import LONGEST_SILENCE, heartbeat

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_work_that_never_ran_is_named_and_the_site_counts_as_well(client, db):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["jobs"] == dict.fromkeys(LONGEST_SILENCE, "never ran")


def test_work_in_time_is_on_time_and_late_work_says_since_when(client, db):
    with time_machine.travel(NOON, tick=False) as clock:
        with heartbeat("retention") as outcome:
            outcome["drafts"] = 3
        clock.move_to(NOON + timedelta(hours=36))
        assert client.get("/healthz").json()["jobs"]["retention"] == "on time"
        clock.move_to(NOON + timedelta(hours=37))
        answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["jobs"]["retention"] == "late since 2026-11-26T00:00:00+00:00"
    assert "drafts" not in answer.content.decode()


def test_work_that_broke_keeps_its_last_good_moment(db):
    with time_machine.travel(NOON, tick=False) as clock:
        with heartbeat("retention"):
            pass
        clock.move_to(NOON + timedelta(hours=1))
        with pytest.raises(CommandError), heartbeat("retention"):
            raise ValueError("kanarie")
    beat = Heartbeat.objects.get()
    assert (beat.started_at, beat.finished_at) == (NOON + timedelta(hours=1), NOON)
