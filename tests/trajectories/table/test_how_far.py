"""How far a harvest goes is chosen by who organises the group, and let go by two people, one a resident."""

import pytest
from django.utils import timezone

from communities.rights.reader import Reader
from trajectories.models import Gathering, Harvest
from trajectories.pages.panels import my_waiting
from trajectories.table import actions


@pytest.fixture
def harvest(cast):
    row = Gathering.objects.create(
        community=cast.community, group=cast.group, start_question="Why?", starts_at=timezone.now(), reach=4
    )
    return actions.write_harvest(by=cast.host, gathering=row, values={"told": "We laughed."})


def agree(cast, harvest):
    for person in (cast.host, cast.builder):
        harvest = actions.approve_harvest(by=person, harvest=harvest)
    return harvest


def readers(cast):
    return {name for name in cast.everyone if Harvest.objects.visible_to(cast.reader(name)).exists()}


INSIDE = {"host", "participant", "builder"}
MEMBERS = INSIDE | {"resident"}


def choose(browse, harvest, reach, name="host"):
    return browse(name).post(f"/oogst/{harvest.pk}/hoe-ver/", {"reach": reach})


@pytest.mark.parametrize(
    ("reach", "more"),
    [(1, set()), (2, {"resident"}), (3, {"resident", "official", "official_who_lives_here"})],
)
def test_it_is_read_as_far_as_was_chosen_and_no_further(cast, browse, harvest, reach, more):
    choose(browse, harvest, reach)
    assert readers(cast) == INSIDE
    if reach > 1:
        agree(cast, Harvest.objects.get())
    assert readers(cast) == INSIDE | more


def test_everyone_reads_what_two_people_let_go_to_everyone(cast, browse, harvest):
    choose(browse, harvest, 4)
    agree(cast, Harvest.objects.get())
    assert readers(cast) == set(cast.everyone)


def test_further_asks_for_both_yeses_again_and_nearer_holds_at_once(cast, browse, harvest):
    agree(cast, harvest)
    assert readers(cast) == MEMBERS
    choose(browse, harvest, 4)
    assert readers(cast) == INSIDE
    agree(cast, Harvest.objects.get())
    assert "visitor" in readers(cast)
    choose(browse, harvest, 2)
    assert readers(cast) == MEMBERS
    assert Harvest.objects.get().approved_on is not None


def test_a_yes_to_near_is_no_yes_to_far(cast, browse, harvest):
    """Somebody reads "my community" and says yes, while a host just made it "everyone"."""
    seen = harvest.changed_at.isoformat()
    choose(browse, harvest, 4)
    browse("builder").post(f"/oogst/{harvest.pk}/akkoord/", {"seen": seen})
    assert Harvest.objects.get().approved_by_other is None


def test_what_stays_in_the_group_asks_nobody_for_a_yes(cast, browse, harvest):
    choose(browse, harvest, 1)
    page = browse("builder").get(f"/bijeenkomst/{harvest.gathering_id}/").content.decode()
    assert "Dit blijft in jullie groep" in page
    assert "Ja, dit mag verder" not in page
    assert [item for item in my_waiting(Reader(user=cast.builder)) if item.title == "Why?"] == []
    browse("builder").post(f"/oogst/{harvest.pk}/akkoord/")
    assert Harvest.objects.get().approved_by_other is None


def test_whoever_says_yes_reads_how_far_it_goes_and_who_does_not_organise_changes_nothing(
    cast, browse, harvest
):
    page = browse("participant").get(f"/bijeenkomst/{harvest.gathering_id}/").content.decode()
    assert "Na twee keer ja gaat het zo ver: Mijn gemeenschap." in page
    assert "hoe-ver" not in page
    for name in ("participant", "resident", "official", "visitor"):
        assert choose(browse, harvest, 4, name).status_code in (302, 404)
    assert Harvest.objects.get().reach == 2


def test_only_what_stands_on_the_ladder_can_be_chosen(cast, browse, harvest):
    for nonsense in (0, 5, "ver", ""):
        assert choose(browse, harvest, nonsense).status_code == 200
    assert Harvest.objects.get().reach == 2
