"""A new division comes in: what was known of a place stays readable, and says which year it is of."""

import pytest

from communities.figures.reads import figures_of
from communities.models import Area
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
