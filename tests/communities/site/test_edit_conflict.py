"""Two hosts change the same thing at once: the second reads both texts, and nothing vanishes."""

import re
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from tests.factories import communities
from trajectories.models import FundingPeriod, Gathering, Stewardship
from trajectories.series import actions
from trajectories.series.recurrence import Recurrence

SAID = "Iemand anders veranderde dit terwijl jij schreef"


def opened(client, address):
    """What the page carries along unseen."""
    return re.search(r'name="version" value="(\w+)"', client.get(address).content.decode())[1]


def _plan(cast):
    values = {"clock": time(19, 30), "minutes": 120, "start_question": "Why?"}
    rhythm = Recurrence("weeks", 3, timezone.localdate() + timedelta(days=3))
    return actions.plan_series(by=cast.host, group=cast.group, values=values, rhythm=rhythm)


def _gathering(cast):
    row = Gathering.objects.filter(series=_plan(cast)).first()
    return f"/bijeenkomst/{row.pk}/aanpassen/", {"start_question": "Who cooks?", "reach": 2}, row


def _series(cast):
    row = _plan(cast)
    first = row.first_on.isoformat()
    said = {"start_question": "Who cooks?", "often": "weeks", "every": 3, "first_on": first}
    return f"/reeks/{row.pk}/aanpassen/", {**said, "clock": "19:30", "minutes": 120, "reach": 2}, row


def _words(cast):
    return f"/groep/{cast.group.pk}/woorden/", {"own_words": "Who cooks?", "own_words_by": "We"}, cast.group


PAGES = {"a date": _gathering, "a series": _series, "own words": _words}


@pytest.mark.parametrize("page", PAGES)
def test_the_second_host_reads_what_the_first_one_saved_and_then_decides(cast, browse, page):
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role="host")
    address, form, row = PAGES[page](cast)
    name = "own_words" if page == "own words" else "start_question"
    both = opened(browse("host"), address)
    first = {**form, name: "Where do we meet?", "version": both}
    assert browse("resident").post(address, first).status_code == 302
    answer = browse("host").post(address, {**form, "version": both})
    words = answer.content.decode()
    assert SAID in words
    assert "Nu staat er: Where do we meet?" in words
    assert "Who cooks?" in words
    row.refresh_from_db()
    assert getattr(row, name) == "Where do we meet?"
    again = re.search(r'name="version" value="(\w+)"', words)[1]
    assert browse("host").post(address, {**form, "version": again}).status_code == 302
    row.refresh_from_db()
    assert getattr(row, name) == "Who cooks?"


@pytest.mark.parametrize("page", PAGES)
def test_who_saves_alone_is_asked_nothing(cast, browse, page):
    address, form, _row = PAGES[page](cast)
    for _time in range(2):
        sent = {**form, "version": opened(browse("host"), address)}
        assert browse("host").post(address, sent).status_code == 302


def test_a_date_that_another_host_moved_is_said_in_words(cast, browse):
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role="host")
    row = Gathering.objects.filter(series=_plan(cast)).first()
    address = f"/bijeenkomst/{row.pk}/verzetten/"
    both = opened(browse("host"), address)
    days = [f"{timezone.localdate() + timedelta(days=number):%Y-%m-%d}T19:00" for number in (40, 50)]
    assert browse("resident").post(address, {"starts_at": days[0], "version": both}).status_code == 302
    answer = browse("host").post(address, {"starts_at": days[1], "version": both})
    assert SAID in answer.content.decode()
    assert "19:00" in answer.content.decode()
    row.refresh_from_db()
    assert timezone.localtime(row.starts_at).strftime("%Y-%m-%d") == days[0][:10]


def test_ticks_and_choices_are_said_in_words_too(cast, browse):
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    row = FundingPeriod.objects.create(group=cast.group, funder_name="Fonds", form="fund", **days)
    address = f"/geld/{row.pk}/"
    both = opened(browse("host"), address)
    sent = {"funder_name": "Fonds", "form": "fund", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    FundingPeriod.objects.update(form="subsidy", public=False, conditions="In words.")
    words = browse("host").post(address, {**sent, "public": "on", "version": both}).content.decode()
    for said in ("Nu staat er: subsidie", "Nu staat er: nee", "Nu staat er: In words."):
        assert said in words


def test_an_organisation_that_somebody_else_mended_is_not_written_over_unseen(cast, browse):
    row = Stewardship.objects.create(
        community=cast.community, organisation=cast.organisation, since=date(2026, 1, 1)
    )
    address = f"/wie-werkt-hier/{row.pk}/"
    both = opened(browse("resident"), address)
    Stewardship.objects.update(since=date(2025, 1, 1))
    sent = {"organisation": cast.organisation.pk, "since": "2026-01-01", "version": both}
    assert "Nu staat er: 1 januari 2025" in browse("resident").post(address, sent).content.decode()
    assert Stewardship.objects.get().since == date(2025, 1, 1)
