"""The map of neighbourhoods as it is published today: its names, its columns, its shapes."""

import pytest

from communities.models import Area
from tests.communities.figures.files import areas, feature, figures, geojson


@pytest.mark.parametrize(
    "properties",
    [
        {"code": "GM0014", "name": "Groningen"},
        {"statcode": "GM0014", "statnaam": "Groningen"},
        {"gemeentecode": "GM0014", "gemeentenaam": "Groningen"},
        {"municipality_code": "GM0014", "municipality": "Groningen"},
        {"regiocode": "GM0014", "gemeente": "Groningen"},
    ],
)
def test_a_municipality_has_its_name_however_the_map_calls_it(db, file, properties):
    areas(file("g.geojson", geojson(feature(**properties))))
    area = Area.objects.get()
    assert (area.code, area.name, area.municipality_code) == ("GM0014", "Groningen", "GM0014")


def test_a_code_may_stand_beside_the_properties(db, file):
    areas(file("g.geojson", geojson({**feature(name="Groningen"), "id": "GM0014"})))
    assert Area.objects.get(code="GM0014").name == "Groningen"


def test_a_neighbourhood_is_never_called_after_its_municipality(db, file):
    row = {"gemeentecode": "GM0014", "gemeentenaam": "Groningen", "buurtcode": "BU00140001"}
    areas(file("b.geojson", geojson(feature(**row, buurtnaam="Hortusbuurt"))))
    assert (Area.objects.get().code, Area.objects.get().name) == ("BU00140001", "Hortusbuurt")
    figures(file("t.csv", "buurtcode;gemeentenaam;aantal_inwoners\nBU00140002;Groningen;5\n"))
    assert Area.objects.get(code="BU00140002").name == "BU00140002"


def test_a_municipality_known_by_its_code_gets_its_name_from_its_neighbourhoods(db, file):
    figures(file("t.csv", "RegioS;Aantal_1\nGM0014;5\n"))
    assert Area.objects.get().name == "GM0014"
    row = {"buurtcode": "BU00140001", "buurtnaam": "Hortusbuurt", "gemeentecode": "GM0014"}
    areas(file("b.geojson", geojson(feature(**row, gemeentenaam="Groningen"))))
    place = Area.objects.get(code="GM0014")
    assert (place.name, place.folded_name) == ("Groningen", "groningen")


def test_a_table_of_figures_names_what_was_known_by_its_code(db, file):
    figures(file("t.csv", "RegioS;Aantal_1\nGM0014;5\n"))
    figures(file("n.csv", "gemeentecode;gemeentenaam;Aantal_1\nGM0014;Groningen;5\n"))
    assert Area.objects.get().name == "Groningen"
