"""The map of neighbourhoods as it is published today: its names, its columns, its shapes."""

import pytest
from django.core.management import CommandError

from communities.models import Area, Figure, Indicator
from tests.communities.figures.files import BESIDE, OUTLINE, areas, feature, figures, geojson


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


# The columns of the map of 2024 that hold figures, as its file writes them; its web service writes aantalInwoners.
TODAY = {
    "inhabitants": ("aantal_inwoners", 2330),
    "density": ("bevolkingsdichtheid_inwoners_per_km2", 5210),
    "children_share": ("percentage_personen_0_tot_15_jaar", 15),
    "young_share": ("percentage_personen_15_tot_25_jaar", 12),
    "old_share": ("percentage_personen_65_jaar_en_ouder", 23),
    "households": ("aantal_huishoudens", 1200),
    "single_share": ("percentage_eenpersoonshuishoudens", 41),
    "with_children_share": ("percentage_huishoudens_met_kinderen", 28),
    "household_size": ("gemiddelde_huishoudsgrootte", 2.0),
    "rent_share": ("percentage_huurwoningen", 66),
    "corporation_share": ("perc_huurwoningen_in_bezit_woningcorporaties", 31),
    "home_value": ("gemiddelde_woningwaarde", 342),
    "income": ("gemiddeld_inkomen_per_inwoner", 28.1),
    "assistance": ("aantal_personen_met_een_alg_bijstandsuitkering_tot", 70),
    "pension": ("aantal_personen_met_een_aow_uitkering_totaal", 500),
    "shop_distance": ("grote_supermarkt_gemiddelde_afstand_in_km", 0.4),
    "doctor_distance": ("huisartsenpraktijk_gemiddelde_afstand_in_km", 0.8),
    "childcare_distance": ("kinderdagverblijf_gemiddelde_afstand_in_km", 0.5),
    "school_distance": ("basisonderwijs_gemiddelde_afstand_in_km", 0.5),
    "cars": ("personenautos_per_huishouden", 0.9),
    "address_density": ("omgevingsadressendichtheid", 1808),
}
NO_FIGURES = {"water": "NEE", "jaar": 2024, "jrstatcode": "2024BU00030000", "fid": 7, "dekkingspercentage": 1}


def in_web_service(name):
    """How the web service of the map writes a column of its file."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@pytest.mark.parametrize("write", [str, in_web_service])
def test_the_map_of_today_is_shown_in_words(db, file, write):
    cells = {write(name): value for name, value in TODAY.values()} | {write("percentage_gehuwd"): 40}
    names, values = zip(*({"buurtcode": "BU00030000"} | NO_FIGURES | cells).items(), strict=True)
    report = figures(file("k.csv", ",".join(names) + "\n" + ",".join(map(str, values)) + "\n"))
    shown = {
        row.indicator.key: float(row.value) for row in Figure.objects.shown().select_related("indicator")
    }
    assert shown == {key: value for key, (_name, value) in TODAY.items()}
    assert "21 van 22 soorten cijfers zijn te zien" in report


def test_what_is_kept_unshown_carries_its_whole_name(db, file):
    figures(file("k.csv", "buurtcode;percentage_gehuwd\nBU00030000;40\n"))
    assert Indicator.objects.get().label == "percentage_gehuwd"


def test_the_properties_of_a_map_are_figures_too(db, file):
    path = file(
        "b.geojson", geojson(feature(buurtcode="BU00030000", buurtnaam="Centrum", aantalInwoners=2330))
    )
    areas(path)
    assert "1 cijfers" in figures(path)
    figure = Figure.objects.get()
    assert (figure.area.name, figure.indicator.key, figure.value) == ("Centrum", "inhabitants", 2330)


def test_a_map_without_figures_says_where_it_belongs(db, file):
    with pytest.raises(CommandError, match="import_areas"):
        figures(file("b.geojson", geojson(feature(buurtcode="BU00030000", buurtnaam="Centrum"))))
    assert Area.objects.count() == 0


LAND = {"gemeentecode": "GM0003", "gemeentenaam": "Appingedam", "water": "NEE", "aantal_inwoners": 12011}
WATER = {**LAND, "water": "JA", "aantal_inwoners": -99997}


@pytest.mark.parametrize("pieces", [(LAND, WATER), (WATER, LAND)])
def test_land_and_water_are_one_outline_and_the_figures_are_those_of_the_land(db, file, pieces):
    path = file(
        "g.geojson", geojson(feature(**pieces[0]), feature(BESIDE, **pieces[1]), feature(BESIDE, **pieces[1]))
    )
    assert "1 gebieden: 1 nieuw" in areas(path)
    area = Area.objects.get()
    assert area.outline["type"] == "MultiPolygon"
    assert area.outline["coordinates"] == [OUTLINE["coordinates"], BESIDE["coordinates"]]
    figures(path)
    assert Figure.objects.get().value == 12011
    assert "0 nieuw, 0 veranderd, 1 gelijk" in areas(path)


def test_pieces_that_carry_the_same_figures_count_once(db, file):
    row = {"gemeentecode": "GM0003", "aantal_inwoners": 12011}
    figures(file("g.geojson", geojson(feature(fid=1, **row), feature(BESIDE, fid=2, **row))))
    assert Figure.objects.get().value == 12011
    with pytest.raises(CommandError, match="meer dan één keer"):
        figures(file("h.geojson", geojson(feature(**row), feature(**{**row, "aantal_inwoners": 7}))))


def test_what_the_map_draws_abroad_is_no_municipality(db, file):
    path = file(
        "g.geojson", geojson(feature(**LAND), feature(gemeentecode="GM0998", gemeentenaam="Buitenland"))
    )
    assert "1 rijen gaan over andere" in areas(path)
    figures(path)
    assert Area.objects.get().code == "GM0003"
