"""A trajectory lives as long as people want, whatever happens under it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.models import GroupMember, Membership, Posting
from tests.factories import communities
from trajectories.continuity.money import covered, gaps, money_story, pauses
from trajectories.decisions import actions as decisions_actions
from trajectories.gatherings import actions as gatherings_actions
from trajectories.models import Answer, FundingPeriod, Gathering, Harvest, Signal, StatusChange, Trajectory
from trajectories.planning import actions as planning_actions
from trajectories.signals import actions as signals_actions
from trajectories.table import actions as table_actions


@pytest.fixture
def trajectory(cast):
    row = Trajectory.objects.create(group=cast.group)
    StatusChange.objects.create(trajectory=row, status="running", on=communities.days_ago(700), why="We go.")
    return row


def period(first, last, **more):
    return FundingPeriod(funder_name="Fund", form="fund", starts_on=first, ends_on=last, **more)


def test_nothing_ends_a_trajectory_but_people(cast, trajectory):
    FundingPeriod.objects.create(
        group=cast.group,
        funder_name="F",
        form="fund",
        starts_on=communities.days_ago(600),
        ends_on=communities.days_ago(300),
    )
    Membership.objects.filter(role="builder").update(until=communities.days_ago(1))
    GroupMember.objects.filter(role="facilitator").update(until=communities.days_ago(1))
    Posting.objects.update(until=communities.days_ago(1))
    with time_machine.travel(timezone.now() + timedelta(days=20 * 365), tick=False):
        row = Trajectory.objects.visible_to(cast.reader("visitor")).with_status().get()
        assert row.status == "running"


def test_a_status_follows_the_table_of_moves(cast, trajectory):
    decisions_actions.change_status(by=cast.host, trajectory=trajectory, status="resting", why="Tired.")
    with pytest.raises(ValidationError):
        decisions_actions.change_status(by=cast.host, trajectory=trajectory, status="exploring", why="Again?")
    decisions_actions.change_status(by=cast.host, trajectory=trajectory, status="running", why="Rested.")
    assert Trajectory.objects.with_status().get().status == "running"


def test_a_gap_is_where_people_went_on_without_money():
    start, today = date(2020, 1, 1), date(2026, 1, 1)
    money = [period(date(2020, 1, 1), date(2021, 12, 31)), period(date(2022, 7, 1), date(2025, 12, 31))]
    found = gaps(start, money, [], today)
    assert [(gap.since, gap.until) for gap in found] == [(date(2022, 1, 1), date(2022, 7, 1))]


def test_resting_is_not_a_gap():
    start, today = date(2020, 1, 1), date(2023, 1, 1)
    money = [period(date(2020, 1, 1), date(2020, 12, 31))]
    found = gaps(start, money, [(date(2021, 1, 1), None)], today)
    assert found == []


def test_overlapping_money_counts_once():
    money = [period(date(2020, 1, 1), date(2020, 8, 31)), period(date(2020, 6, 1), date(2021, 1, 31))]
    assert [(s.since, s.until) for s in covered(money)] == [(date(2020, 1, 1), date(2021, 2, 1))]


def test_without_money_and_alive_is_said():
    story = money_story(
        date(2020, 1, 1), [period(date(2020, 1, 1), date(2020, 12, 31))], [], date(2022, 1, 1)
    )
    assert story.alive_without is True
    assert story.ends_on is None


def test_pauses_follow_the_history():
    changes = [
        StatusChange(status="running", on=date(2020, 1, 1)),
        StatusChange(status="resting", on=date(2021, 1, 1)),
        StatusChange(status="running", on=date(2021, 6, 1)),
        StatusChange(status="rounded_off", on=date(2022, 1, 1)),
    ]
    assert pauses(changes, date(2023, 1, 1)) == [
        (date(2021, 1, 1), date(2021, 6, 1)),
        (date(2022, 1, 1), None),
    ]


def test_a_professional_cannot_change_own_words(cast, browse, trajectory):
    address, data = f"/groep/{cast.group.pk}/woorden/", {"own_words": "Collective prevention."}
    for name in ("builder", "official", "administrator"):
        assert browse(name).post(address, data).status_code == 404
    browse("host").post(address, {"own_words": "One bench.", "own_words_by": "us"})
    cast.group.refresh_from_db()
    assert cast.group.own_words == "One bench."


def test_what_was_made_stays_signed_by_role_when_its_maker_leaves(cast, browse, trajectory):
    GroupMember.objects.filter(user=cast.host).update(shown_as="everyone")
    cast.host.memberships.all().delete()
    cast.host.delete()
    page = browse("visitor").get(trajectory.get_absolute_url())
    assert page.status_code == 200
    assert "Host" not in page.content.decode()
    assert "Kartrekker, bewoner" in page.content.decode()


def gathering(cast, **more):
    values = {"start_question": "Why?", "starts_at": timezone.now() - timedelta(days=2), **more}
    return Gathering.objects.create(community=cast.community, group=cast.group, **values)


def test_a_harvest_leaves_the_group_only_after_two_yeses_of_which_one_a_resident(cast):
    harvest = table_actions.write_harvest(
        by=cast.host, gathering=gathering(cast), values={"told": "We laughed."}
    )
    seen = Harvest.objects.visible_to
    assert not seen(cast.reader("resident")).exists()
    table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    with pytest.raises(ValidationError):
        table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    assert not seen(cast.reader("resident")).exists()
    table_actions.approve_harvest(by=cast.host, harvest=harvest)
    assert seen(cast.reader("resident")).exists()
    assert not seen(cast.reader("official")).exists()


def test_a_changed_harvest_asks_for_both_yeses_again(cast):
    held = gathering(cast)
    harvest = table_actions.write_harvest(by=cast.host, gathering=held, values={"told": "We laughed."})
    table_actions.approve_harvest(by=cast.builder, harvest=harvest)
    table_actions.approve_harvest(by=cast.host, harvest=harvest)
    table_actions.write_harvest(by=cast.host, gathering=held, values={"told": "We cried."})
    assert not Harvest.objects.visible_to(cast.reader("resident")).exists()


def test_a_reversed_period_gets_a_clear_answer(cast, browse):
    data = {"funder_name": "F", "form": "fund", "starts_on": "2026-01-01", "ends_on": "2025-01-01"}
    answer = browse("host").post(f"/groep/{cast.group.pk}/geld/", data)
    assert "De laatste dag ligt vóór de eerste dag" in answer.content.decode()
    assert FundingPeriod.objects.count() == 0


def test_a_gathering_without_a_question_of_residents_says_so(cast, browse):
    held = gathering(cast)
    gatherings_actions.add_agenda_item(by=cast.builder, gathering=held, text="Policy", origin="municipality")
    page = browse("host").get(f"/bijeenkomst/{held.pk}/").content.decode()
    assert "nog geen vraag van bewoners" in page


def test_a_weekly_evening_stays_half_past_seven_through_summer_time(cast):
    for day in ("2026-03-24", "2026-03-31"):
        form = {"start_question": "?", "starts_at": f"{day}T19:30"}
        made = make_gathering_by_form(cast, form)
        assert timezone.localtime(made.starts_at).strftime("%H:%M") == "19:30"


def make_gathering_by_form(cast, data):
    from trajectories.gatherings.forms import GatheringForm

    fresh = Gathering(group=cast.group, community=cast.community)
    form = GatheringForm(data, instance=fresh, community=cast.community, reader=cast.reader("host"))
    assert form.is_valid(), form.errors
    return planning_actions.plan_gathering(by=cast.host, group=cast.group, values=form.cleaned_data)


def test_an_official_answers_and_can_change_nothing(cast, browse):
    signal = signals_actions.raise_signal(by=cast.host, group=cast.group, title="Dark", words="It is dark.")
    assert browse("visitor").get(signal.get_absolute_url()).status_code == 404
    signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)
    signal.refresh_from_db()
    assert browse("visitor").get(signal.get_absolute_url()).status_code == 200
    assert browse("official").get(f"/signaal/{signal.pk}/vragen/").status_code == 404
    browse("official").post(f"/signaal/{signal.pk}/antwoord/", {"kind": "answer", "words": "We come."})
    assert Answer.objects.get().words == "We come."
    assert Signal.objects.get().words == "It is dark."


def test_a_signal_without_an_answer_says_since_when(cast, browse):
    signal = signals_actions.raise_signal(by=cast.host, group=cast.group, title="Dark", words="It is dark.")
    signal = signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)
    with time_machine.travel(timezone.now() + timedelta(days=60), tick=False):
        page = browse("visitor").get(signal.get_absolute_url()).content.decode()
    assert "Nog geen antwoord sinds" in page


def test_a_term_ends_on_a_working_day():
    assert signals_actions.answer_term(date(2026, 11, 21)).isoformat() == "2027-01-04"


@pytest.mark.parametrize("rows", [1, 3])
def test_a_trajectory_asks_a_fixed_number_of_questions(
    cast, browse, trajectory, rows, django_assert_num_queries
):
    for number in range(rows):
        held = gathering(cast, reach=4, starts_at=timezone.now() - timedelta(days=number + 1))
        table_actions.write_harvest(by=cast.host, gathering=held, values={"told": "We laughed."})
        communities.GroupMemberFactory(group=cast.group)
    client = browse("visitor")
    with django_assert_num_queries(18):
        client.get(trajectory.get_absolute_url())
