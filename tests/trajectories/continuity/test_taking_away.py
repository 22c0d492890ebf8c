"""What was written down by mistake about money, organisations and decisions can be mended and taken away."""

from datetime import timedelta

import pytest

from communities.site.dates import today
from tests.factories import communities
from trajectories.continuity import actions
from trajectories.models import Cliff, FundingPeriod, StatusChange, Stewardship, Tender, Trajectory


@pytest.fixture
def trajectory(cast):
    row = Trajectory.objects.create(group=cast.group)
    StatusChange.objects.create(trajectory=row, status="running", on=communities.days_ago(700), why="We go.")
    return row


@pytest.fixture
def written(cast):
    here = {"community": cast.community}
    works = Stewardship.objects.create(**here, organisation=cast.organisation, since=communities.days_ago(90))
    decided = Tender.objects.create(
        **here, title="Welzijn in de wijk", decides_on=today() + timedelta(days=80)
    )
    days = {"starts_on": communities.days_ago(200), "ends_on": today() + timedelta(days=300)}
    money = FundingPeriod.objects.create(group=cast.group, funder_name="Fonds Oost", form="fund", **days)
    return {"wie-werkt-hier": works, "besluit": decided, "geld": money}


@pytest.mark.parametrize("kind", ["wie-werkt-hier", "besluit", "geld"])
def test_a_host_takes_away_what_was_never_so(cast, browse, written, kind):
    row = written[kind]
    page = browse("host").get(f"/{kind}/{row.pk}/weg/").content.decode()
    assert f"Haal weg: {row}" in page
    assert type(row).objects.filter(pk=row.pk).exists()
    answer = browse("host").post(f"/{kind}/{row.pk}/weg/", follow=True)
    assert "Het is weg" in answer.content.decode()
    assert not type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("kind", ["wie-werkt-hier", "besluit", "geld"])
def test_who_may_not_write_it_down_may_not_take_it_away(cast, browse, written, kind):
    row = written[kind]
    for name in ("neighbour", "stranger", "former"):
        assert browse(name).post(f"/{kind}/{row.pk}/weg/").status_code == 404
    assert browse("visitor").post(f"/{kind}/{row.pk}/weg/").status_code == 302
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_decision_that_moves_is_changed_and_one_taken_away_warns_nobody_any_more(cast, browse, written):
    row = written["besluit"]
    later = (today() + timedelta(days=500)).isoformat()
    timeline = f"/gemeenschap/{cast.community.slug}/tijdlijn/"
    form = {"title": "Welzijn, opnieuw", "decides_on": later}
    assert browse("resident").post(f"/besluit/{row.pk}/aanpassen/", form)["Location"] == timeline
    row.refresh_from_db()
    assert row.title == "Welzijn, opnieuw"
    browse("resident").post(f"/besluit/{row.pk}/weg/")
    actions.warn_of_cliffs()
    assert not Cliff.objects.filter(kind="decision").exists()


def test_who_organises_finds_the_money_on_the_page_of_the_group_and_others_find_no_button(
    cast, browse, written, trajectory
):
    link = f'href="/geld/{written["geld"].pk}/"'
    assert link in browse("host").get(trajectory.get_absolute_url()).content.decode()
    for name in ("participant", "official", "visitor"):
        assert link not in browse(name).get(trajectory.get_absolute_url()).content.decode()
