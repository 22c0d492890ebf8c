"""A new division comes in: what was known of a place stays readable, and says which year it is of."""

import pytest

from communities.figures.reads import figures_of
from communities.models import Area, Notice
from stories.models import Story
from stories.telling.forms.telling import StoryForm
from tests.communities.figures.files import areas, feature, figures, geojson
from tests.factories import communities

CODE = "BU00140001"


def neighbourhood(year, unchanged, name="Hortusbuurt", **more):
    wbi = {True: 1, False: 2, None: None}[unchanged]
    row = feature(buurtcode=CODE, buurtnaam=name, gemeentecode="GM0014", ind_wbi=wbi)
    return geojson(row, **more)


@pytest.fixture
def last_year(db, file):
    areas(file("b.geojson", neighbourhood(2024, None)), year=2024)
    figures(file("k.csv", f"buurtcode;aantal_inwoners\n{CODE};1000\n"), year=2024)


def page(client):
    return client.get(f"/buurt/{CODE}/").content.decode()


def test_outlines_of_a_new_year_do_not_hide_the_figures_of_last_year(last_year, file, client):
    areas(file("n.geojson", neighbourhood(2025, True)), year=2025)
    assert "1000" in page(client)
    assert "CBS (2024)" in page(client)
    [(area, _subject, [line])] = figures_of([Area.objects.newest().get(code=CODE)])
    assert (area.year, line.shown, line.earlier) == (2025, "1000", "")


def test_what_the_new_year_counts_takes_its_place_one_by_one(last_year, file, client):
    areas(file("n.geojson", neighbourhood(2025, True)), year=2025)
    table = f"buurtcode;aantal_inwoners;aantal_huishoudens\n{CODE};1000;480\n"
    figures(file("k2.csv", table), year=2024)
    figures(file("k.csv", f"buurtcode;aantal_inwoners\n{CODE};1010\n"), year=2025)
    text = page(client)
    assert "1010" in text
    assert "2024: 1000" in text
    assert "480" in text
    assert "2024: 480" not in text


@pytest.mark.parametrize("unchanged", [False, None])
def test_where_the_border_changed_the_old_figures_say_what_they_are_about(last_year, file, client, unchanged):
    areas(file("n.geojson", neighbourhood(2025, unchanged, "Nieuwe Hortus")), year=2025)
    text = page(client)
    assert "Nog geen cijfers van 2025. Deze zijn van 2024: van Hortusbuurt" in " ".join(text.split())
    assert "1000" in text
    assert figures_of([Area.objects.newest().get(code=CODE)]) == []


def test_a_new_municipality_does_not_hide_its_neighbourhoods(db, client):
    communities.AreaFactory(code="GM0014", level="GM", year=2024, name="Groningen")
    district = communities.AreaFactory(code="WK001400", level="WK", year=2024, name="Centrum")
    below = {"municipality_code": "GM0014", "year": 2024, "parent": district}
    communities.AreaFactory(code=CODE, name="Hortusbuurt", **below)
    communities.AreaFactory(code="GM0014", level="GM", year=2025, name="Groningen")
    communities.AreaFactory(code="WK001400", level="WK", year=2025, name="Centrum")
    assert "Hortusbuurt" in client.get("/gemeente/GM0014/").content.decode()
    assert "Hortusbuurt" in client.get("/buurt/WK001400/").content.decode()


def lives_in(place):
    return sorted(place.areas.values_list("code", "year"))


@pytest.fixture
def home(cast, file):
    """The community of the cast lives in a neighbourhood of 2024."""
    areas(file("b.geojson", neighbourhood(2024, None)), year=2024)
    cast.community.areas.set([Area.objects.get(code=CODE)])
    return cast.community


def test_a_community_moves_along_where_nothing_changed(home, file, browse):
    report = areas(file("n.geojson", neighbourhood(2025, True)), year=2025)
    assert "1 gemeenschappen gingen mee" in report
    assert lives_in(home) == [(CODE, 2025)]
    assert not Notice.objects.filter(kind="divided").exists()
    assert browse("host").get(f"/gemeenschap/{home.slug}/buurten/").status_code == 404


@pytest.mark.parametrize("unchanged", [False, None])
def test_where_the_border_changed_the_hosts_are_asked(home, file, browse, unchanged):
    path = file("n.geojson", neighbourhood(2025, unchanged, "Nieuwe Hortus"))
    assert "de kartrekkers van 1" in areas(path, year=2025)
    assert lives_in(home) == [(CODE, 2024)]
    asked = Notice.objects.filter(kind="divided").values_list("person__email", flat=True)
    assert list(asked) == ["host@mail.example"]
    address = f"/gemeenschap/{home.slug}/buurten/"
    assert address in browse("host").get("/mijn/nieuws/").content.decode()
    assert "Nieuwe Hortus" in browse("host").get(address).content.decode()
    assert "Kies minstens één buurt" in browse("host").post(address, {}).content.decode()
    browse("host").post(address, {"areas": [Area.objects.get(code=CODE, year=2025).pk]})
    assert lives_in(home) == [(CODE, 2025)]
    assert browse("host").get(address).status_code == 404


def test_hosts_are_asked_once(home, file):
    path = file("n.geojson", neighbourhood(2025, False))
    areas(path, year=2025)
    Notice.objects.filter(kind="divided").delete()
    areas(path, year=2025)
    assert not Notice.objects.filter(kind="divided").exists()


def test_a_year_that_was_left_out_proves_nothing(home, file):
    areas(file("n.geojson", neighbourhood(2026, True)), year=2026)
    assert lives_in(home) == [(CODE, 2024)]
    areas(file("m.geojson", neighbourhood(2025, True)), year=2025)
    assert lives_in(home) == [(CODE, 2026)]


def test_what_moved_along_is_ticked_and_what_was_split_is_chosen(home, file, browse):
    other = communities.AreaFactory(code="BU00140002", year=2024, municipality_code="GM0014")
    home.areas.add(other)
    split = [feature(buurtcode=f"BU0014001{n}", buurtnaam=f"Deel {n}", ind_wbi=2) for n in range(2)]
    same = feature(buurtcode=CODE, buurtnaam="Hortusbuurt", ind_wbi=1)
    areas(file("n.geojson", geojson(same, *split)), year=2025)
    assert lives_in(home) == [(CODE, 2025), ("BU00140002", 2024)]
    page = browse("host").get(f"/gemeenschap/{home.slug}/buurten/").content.decode()
    assert page.count(" checked") == 1
    chosen = Area.objects.filter(year=2025, code__in=[CODE, "BU00140011"])
    browse("host").post(f"/gemeenschap/{home.slug}/buurten/", {"areas": [area.pk for area in chosen]})
    assert lives_in(home) == [(CODE, 2025), ("BU00140011", 2025)]


def test_outlines_elsewhere_and_names_alone_ask_nobody(home, file):
    areas(file("g.geojson", geojson(feature(buurtcode="BU00150001", ind_wbi=2))), year=2025)
    areas(file("n.csv", f"Key;Title\n{CODE};Hortusbuurt\n"), year=2025)
    assert not Notice.objects.filter(kind="divided").exists()
    assert lives_in(home) == [(CODE, 2024)]


def test_a_trial_moves_nobody(home, file):
    areas(file("n.geojson", neighbourhood(2025, True)), year=2025, dry_run=True)
    assert lives_in(home) == [(CODE, 2024)]


def test_a_story_keeps_its_neighbourhood_when_the_community_moves_along(home, cast, file):
    story = Story(community=home, area=home.areas.get())
    areas(file("n.geojson", neighbourhood(2025, True)), year=2025)
    assert list(StoryForm(instance=story).fields["area"].queryset) == [story.area]
    fresh = StoryForm(instance=Story(community=home))
    assert [area.year for area in fresh.fields["area"].queryset] == [2025]


def test_a_new_story_can_name_the_neighbourhood_while_hosts_did_not_answer(home, file):
    areas(file("n.geojson", neighbourhood(2025, False)), year=2025)
    offered = StoryForm(instance=Story(community=home)).fields["area"].queryset
    assert [(area.code, area.year) for area in offered] == [(CODE, 2024)]
