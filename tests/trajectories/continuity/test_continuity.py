"""Money, organisations and workers come and go; everybody is told in time, and nobody twice."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from communities.models import GroupMember, Membership, Notice, Posting
from config.website.my_data.own_data import forget
from tests.factories import communities
from trajectories.continuity import actions as continuity_actions
from trajectories.continuity.actions import months_before
from trajectories.continuity.history import history_of
from trajectories.continuity.reads import changes_of_worker, figures, guides_in, long_subsidy
from trajectories.decisions import actions as decisions_actions
from trajectories.models import (
    Answer,
    Cliff,
    FundingPeriod,
    Gathering,
    StatusChange,
    Stewardship,
    Tender,
    Trajectory,
)
from trajectories.signals import actions as signals_actions

TWELVE_YEARS = 12 * 365


@pytest.fixture
def trajectory(cast):
    row = Trajectory.objects.create(group=cast.group)
    StatusChange.objects.create(trajectory=row, status="running", on=communities.days_ago(700), why="We go.")
    return row


def money(group, first, last, **more):
    """Money from so many days before today until so many days after it."""
    values = {"funder_name": "Fonds", "form": "fund", **more}
    starts, ends = communities.days_ago(first), communities.days_ago(-last)
    return FundingPeriod.objects.create(group=group, starts_on=starts, ends_on=ends, **values)


def told(name):
    return Notice.objects.filter(person__email=f"{name}@mail.example", kind="cliff").count()


def test_everybody_is_told_that_the_money_ends_residents_first(cast, trajectory):
    money(cast.group, 300, 80)
    call_command("nightly")
    everybody = set(Notice.objects.filter(kind="cliff").values_list("person__email", flat=True))
    names = {"host", "participant", "builder", "official", "official_who_lives_here"}
    assert everybody == {f"{name}@mail.example" for name in names}


def test_a_funder_s_office_is_told_too(cast, trajectory):
    office = communities.OfficeFactory(organisation=communities.OrganisationFactory(name="Veenfonds"))
    adviser = communities.PostingFactory(office=office).user
    values = {"funder_name": "Veenfonds", "form": "fund", "office": office}
    values |= {"starts_on": communities.days_ago(300), "ends_on": communities.days_ago(-80)}
    continuity_actions.add_funding(by=cast.host, group=cast.group, values=values)
    continuity_actions.warn_of_cliffs()
    assert Notice.objects.filter(person=adviser, kind="cliff").exists()


def test_twelve_six_and_three_months_before_each_once_whatever_night_it_runs(cast, trajectory):
    period = money(cast.group, 300, 500)
    marks = []
    for days in range(0, 520, 5):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            for _night in range(2):
                marks += [row.months for row in continuity_actions.warn_of_cliffs()]
    assert marks == [12, 6, 3]
    assert set(Cliff.objects.values_list("day", flat=True)) == {period.ends_on}


def test_a_day_that_is_mended_warns_nobody_again_and_a_year_more_does(cast, trajectory):
    period = money(cast.group, 300, 80)
    assert [row.months for row in continuity_actions.warn_of_cliffs()] == [3]
    for more in (1, -20, 40):
        period.ends_on += timedelta(days=more)
        continuity_actions.change_funding(by=cast.host, period=period)
        assert continuity_actions.warn_of_cliffs() == []
    period.ends_on += timedelta(days=250)
    continuity_actions.change_funding(by=cast.host, period=period)
    assert [row.months for row in continuity_actions.warn_of_cliffs()] == [12]


def test_a_decision_day_and_a_tender_warn_as_the_end_of_money_does(cast, trajectory):
    money(cast.group, 300, 900, decision_by=communities.days_ago(-150))
    tender = Tender(community=cast.community, title="Welzijn", decides_on=communities.days_ago(-300))
    continuity_actions.save_tender(by=cast.host, tender=tender)
    assert {(row.kind, row.months) for row in continuity_actions.warn_of_cliffs()} == {
        ("decision", 6),
        ("decision", 12),
    }
    assert told("host") == 1


def test_money_that_follows_on_is_no_cliff_and_neither_is_the_group_s_own_secret(cast, trajectory):
    money(cast.group, 300, 80)
    money(cast.group, -80, 900)
    money(cast.group, 300, 20, public=False)
    assert continuity_actions.warn_of_cliffs() == []


def test_what_was_rounded_off_is_left_alone(cast, trajectory):
    money(cast.group, 300, 80)
    decisions_actions.change_status(by=cast.host, trajectory=trajectory, status="rounded_off", why="Done.")
    assert continuity_actions.warn_of_cliffs() == []


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2027, 5, 31), 3, date(2027, 2, 28)),
        (date(2028, 5, 31), 3, date(2028, 2, 29)),
        (date(2027, 1, 15), 12, date(2026, 1, 15)),
        (date(2027, 3, 1), 6, date(2026, 9, 1)),
    ],
)
def test_months_are_counted_on_the_calendar(day, months, before):
    assert months_before(day, months) == before


def test_nothing_ends_a_trajectory_but_people_not_even_twenty_years_without_anybody_paid(
    cast, browse, trajectory
):
    money(cast.group, 600, -300)
    Stewardship.objects.create(
        community=cast.community,
        organisation=cast.organisation,
        since=communities.days_ago(600),
        until=communities.days_ago(300),
    )
    forget(cast.builder)
    forget(cast.official)
    Membership.objects.filter(role="builder").update(until=communities.days_ago(1))
    GroupMember.objects.filter(role="facilitator").update(until=communities.days_ago(1))
    Posting.objects.update(until=communities.days_ago(1))
    with time_machine.travel(timezone.now() + timedelta(days=20 * 365), tick=False):
        call_command("nightly")
        row = Trajectory.objects.visible_to(cast.reader("visitor")).with_status().get()
        assert (row.status, row.status_changes.count()) == ("running", 1)
        page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert "mensen gaan door" in page


def guide(cast, since, until=None, **more):
    until = None if until is None else communities.days_ago(until)
    return communities.GroupMemberFactory(
        group=cast.group, role="facilitator", since=communities.days_ago(since), until=until, **more
    )


def came(trajectory):
    return changes_of_worker(guides_in(history_of(trajectory.group)))


def test_an_empty_chair_is_cold_and_an_overlap_is_not(cast, trajectory):
    GroupMember.objects.filter(role="facilitator").delete()
    _first, second, third = guide(cast, 900, 500), guide(cast, 400, 200), guide(cast, 260)
    found = came(trajectory)
    assert set(found) == {second.pk, third.pk}
    assert found[second.pk].cold_since == communities.days_ago(500)
    assert found[third.pk].cold_since is None
    assert found[third.pk].together_until == communities.days_ago(200)


def test_two_guides_side_by_side_are_no_change_and_who_left_last_leaves_an_empty_chair(cast, trajectory):
    GroupMember.objects.filter(role="facilitator").delete()
    first, second = guide(cast, 900), guide(cast, 600)
    assert came(trajectory) == {}
    for row, days in ((first, 100), (second, 300)):
        row.until = communities.days_ago(days)
        row.save()
    assert came(trajectory)[0].left_on == communities.days_ago(100)


def test_a_cold_handover_stands_in_picture_table_and_page(cast, browse, trajectory):
    GroupMember.objects.filter(role="facilitator").update(until=communities.days_ago(200))
    guide(cast, 100)
    page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert 'class="overdracht-koud"' in page
    assert "De stoel was leeg, niemand droeg over" in page
    assert "Koud: wie wegging en wie kwam" in page


def test_figures_say_how_long_and_how_often_it_had_to_be_explained(cast, trajectory):
    periods = [money(cast.group, 800, -500), money(cast.group, 300, 100, office=cast.office)]
    found = figures(cast.group, periods, [])
    # Three held a post at this department; who left nine days ago had to be told as well.
    assert (found.years, found.survived, found.months_uncovered, found.contacts) == (2, 1, 7, 3)
    assert found.subsidy_since is None


def test_money_that_joins_the_money_before_it_did_not_end(cast, trajectory):
    """Twelve years of a subsidy of a year each are one stretch; what people lived through is the time without."""
    joining = [money(cast.group, 800 - 100 * n, 100 * n - 700) for n in range(3)]
    after_a_gap = money(cast.group, 300, -100)
    assert figures(cast.group, [*joining, after_a_gap], []).survived == 2
    rested = [(communities.days_ago(500), communities.days_ago(300)), (communities.days_ago(100), None)]
    assert figures(cast.group, [*joining, after_a_gap], rested).survived == 0


def test_three_years_of_subsidy_in_a_row_bring_the_legal_note(cast, browse, trajectory):
    subsidy = {"form": "subsidy", "funder_name": "Gemeente"}
    rows = [money(cast.group, 1300, -400, **subsidy), money(cast.group, 399, 30, **subsidy)]
    assert long_subsidy(rows, timezone.localdate()) == ("Gemeente", communities.days_ago(1300))
    assert "vraag advies" in browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert long_subsidy(rows[:1], timezone.localdate()) is None


def test_overlapping_money_counts_once_and_reversed_dates_get_a_clear_answer(cast, browse, trajectory):
    rows = [money(cast.group, 800, -500), money(cast.group, 700, -300)]
    assert figures(cast.group, rows, []).months_uncovered == 10
    data = {"organisation": cast.organisation.pk, "since": "2026-01-01", "until": "2025-01-01"}
    answer = browse("host").post(f"/gemeenschap/{cast.community.slug}/wie-werkt-hier/", data)
    assert "De laatste dag ligt vóór de eerste dag" in answer.content.decode()
    data = {"title": "W", "decides_on": "2026-01-01", "starts_on": "2025-01-01"}
    answer = browse("host").post(f"/gemeenschap/{cast.community.slug}/besluit/", data)
    assert "De laatste dag ligt vóór de eerste dag" in answer.content.decode()
    assert Stewardship.objects.count() == Tender.objects.count() == 0


def test_what_breaks_says_who_loses_whom_and_is_the_same_for_everybody(cast, browse, trajectory):
    money(cast.group, 300, 400, form="tender", funder_name="Gemeente")
    Stewardship.objects.create(
        community=cast.community,
        organisation=cast.organisation,
        since=communities.days_ago(500),
        tendered=True,
    )
    address = f"/organisatie/{cast.organisation.pk}/wat-breekt/?op={communities.days_ago(-90)}"
    pages = {browse(name).get(address).content.decode().split("<main")[1] for name in ("visitor", "resident")}
    pages |= {
        browse(name).get(address).content.decode().split("<main")[1] for name in ("official", "builder")
    }
    assert len(pages) == 1
    page = pages.pop()
    assert "Deze groep verliest het laatste geld" in page
    assert "kennen elkaar hier sinds" in page
    assert "Builder" not in page


def test_other_money_keeps_a_group_and_a_promise_hangs_on_the_office(cast, browse, trajectory):
    funder = communities.OrganisationFactory(name="Fonds")
    money(cast.group, 300, 400, funder=funder)
    money(cast.group, 300, 200, funder_name="Ander")
    signal = signals_actions.raise_signal(by=cast.host, group=cast.group, title="Dark", words="It is dark.")
    signal = signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)
    Answer.objects.create(signal=signal, office=cast.office, kind="promise", words="Er komt licht.")
    page = browse("visitor").get(f"/organisatie/{funder.pk}/wat-breekt/?op={communities.days_ago(-90)}")
    assert "Er is ander geld tot en met" in page.content.decode()
    page = browse("visitor").get(f"/organisatie/{cast.community.municipality_id}/wat-breekt/")
    assert "Er komt licht." in page.content.decode()


def test_a_day_nobody_understands_is_said(cast, browse):
    page = browse("visitor").get(f"/organisatie/{cast.organisation.pk}/wat-breekt/?op=morgen")
    assert "Deze dag begrijpen we niet" in page.content.decode()


def test_the_letter_begins_with_own_words_and_counts_nobody(cast, browse, trajectory):
    money(cast.group, 300, 80, decision_by=communities.days_ago(-60))
    page = browse("visitor").get(f"/traject/{trajectory.pk}/brief/").content.decode()
    assert page.index("We began with one bench") < page.index("Sinds wanneer")
    assert "Er staan geen doelen in" in page
    assert "Host," not in page


def long_road(cast, trajectory, gatherings, people, periods):
    cast.group.started_on = communities.days_ago(TWELVE_YEARS)
    cast.group.save()
    step = TWELVE_YEARS // gatherings
    Gathering.objects.bulk_create(
        Gathering(
            community=cast.community,
            group=cast.group,
            reach=4,
            start_question="Why?",
            starts_at=timezone.now() - timedelta(days=TWELVE_YEARS - n * step),
            movements=[["explore", "name"], ["learn", "connect"], ["act"], ["name", "learn"]][n % 4],
        )
        for n in range(gatherings)
    )
    roles = ["facilitator", "host", "expert"]
    for n in range(people):
        first = TWELVE_YEARS - n * (TWELVE_YEARS // people)
        until = communities.days_ago(max(0, first - 400)) if n % 3 == 0 else None
        communities.GroupMemberFactory(
            group=cast.group,
            since=communities.days_ago(first),
            until=until,
            role=roles[n % 3],
            user=None,
            name="X",
        )
    for n in range(periods):
        money(cast.group, TWELVE_YEARS - n * 365, -(TWELVE_YEARS - n * 365 - 300), funder_name="Gemeente")


@pytest.mark.parametrize("size", [(1, 1, 1), (400, 60, 12)])
def test_a_trajectory_of_twelve_years_opens_with_the_same_number_of_queries(
    cast, client, trajectory, size, django_assert_num_queries
):
    long_road(cast, trajectory, *size)
    with django_assert_num_queries(18):
        page = client.get(trajectory.get_absolute_url())
    svg = sum(len(part.split("</svg>")[0]) for part in page.content.decode().split('<svg class="pic"')[1:])
    assert 0 < svg < 60_000


@pytest.mark.parametrize("number", [1, 3])
def test_the_timeline_of_a_community_is_a_constant_number_of_queries(
    cast, client, number, django_assert_num_queries
):
    for _n in range(number):
        group = communities.GroupFactory(community=cast.community)
        Trajectory.objects.create(group=group)
        money(group, 300, 80)
        Stewardship.objects.create(
            community=cast.community,
            group=group,
            organisation=cast.organisation,
            since=communities.days_ago(90),
        )
    with django_assert_num_queries(7):
        page = client.get(f"/gemeenschap/{cast.community.slug}/tijdlijn/").content.decode()
    assert page.count("Stichting Samen, voor") >= number
    svg = sum(len(part.split("</svg>")[0]) for part in page.split('<svg class="pic"')[1:])
    assert 0 < svg < 60_000


@pytest.mark.parametrize("days", [0, 1, 30, TWELVE_YEARS])
def test_the_timeline_of_a_community_is_drawn_at_any_length(cast, client, days):
    group = communities.GroupFactory(community=cast.community, started_on=communities.days_ago(days))
    row = Trajectory.objects.create(group=group)
    for status, on in (("running", days), ("resting", days // 2)):
        StatusChange.objects.create(trajectory=row, status=status, on=communities.days_ago(on), why="So.")
    assert client.get(f"/gemeenschap/{cast.community.slug}/tijdlijn/").status_code == 200


def test_an_empty_community_has_a_timeline_that_says_so(cast, browse):
    page = browse("neighbour").get(f"/gemeenschap/{cast.elsewhere.slug}/tijdlijn/").content.decode()
    assert "Hier is nog niets begonnen" in page
