"""Importing areas and figures: any StatLine-like table, and one clear sentence when it cannot be taken."""

import json
from decimal import Decimal

import pytest
from django.core.management import CommandError
from hypothesis import given
from hypothesis import strategies as st

from communities.figures.imports.columns import column_keys
from communities.figures.imports.numbers import NOT_A_NUMBER, parse_cell
from communities.figures.reads import figures_of, in_dutch
from communities.models import Area, Figure, FigureState, Indicator
from tests.communities.figures.files import SHARED, feature, figures, geojson, national, run
from tests.factories import communities

QUARTERS = "v3_UntypedDataSet_83599NED_eerste200_met_nextLink.json"
TYPED = """ID;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;HuishoudensTotaal_28;Eenpersoonshuishoudens_29
0;GM0001    ;Dorp      ;1200;600;240
1;BU00010001;Dorp      ;1000;500;200
2;BU00010002;Dorp      ;.;;-99997
"""


@pytest.mark.parametrize(
    ("cell", "value"),
    [("   47.0", "47"), ("47,5", "47.5"), ("-3", "-3"), (12, "12"), (0, "0"), ("0", "0"), (7559.0, "7559")],
)
def test_numbers_are_read_as_people_write_them(cell, value):
    assert parse_cell(cell) == (Decimal(value), FigureState.VALUE)


@pytest.mark.parametrize("cell", ["       .", "-99997", "-99997.0", -99997])
def test_withheld_is_never_zero(cell):
    assert parse_cell(cell) == (None, FigureState.WITHHELD)


@pytest.mark.parametrize("cell", ["", None, "  ", "-99995", "-99999999", -99999999.0])
def test_missing_is_never_zero(cell):
    assert parse_cell(cell) == (None, FigureState.MISSING)


@given(st.decimals(min_value=-90000, max_value=10**9, places=2))
def test_any_number_comes_back_as_itself(number):
    assert parse_cell(f"  {str(number).replace('.', ',')} ")[0] == number


def test_words_are_not_numbers():
    assert parse_cell("twaalf")[1] is NOT_A_NUMBER
    assert parse_cell("NaN")[1] is NOT_A_NUMBER


def test_position_numbers_shift_and_titles_that_return_stay_apart():
    assert column_keys(["AantalInwoners_5", "Appartement_48", "Appartement_56"]) == [
        "aantalinwoners",
        "appartement",
        "appartement__2",
    ]


def test_a_table_comes_in_with_its_withheld_figures(db, file):
    report = figures(file("t.csv", TYPED))
    assert "3 rijen: 8 cijfers, 3 achtergehouden, 1 ontbreken" in report
    assert Figure.objects.get(area__code="BU00010001", indicator__key="inhabitants").value == 1000
    assert Figure.objects.get(area__code="BU00010001", indicator__key="single_share").value == 40
    assert Figure.objects.get(area__code="BU00010002", indicator__key="inhabitants").state == "withheld"


def test_the_same_file_again_changes_nothing(db, file):
    path = file("t.csv", TYPED)
    figures(path)
    before = list(Figure.objects.values_list("pk", flat=True))
    assert "er is niets veranderd" in figures(path)
    assert list(Figure.objects.values_list("pk", flat=True)) == before


def test_a_newer_version_of_the_file_takes_the_place_of_the_old(db, file):
    figures(file("t.csv", TYPED))
    figures(file("t.csv", TYPED.replace(";1000;", ";1005;")))
    assert Figure.objects.get(area__code="BU00010001", indicator__key="inhabitants").value == 1005


def test_a_trial_stores_nothing(db, file):
    figures(file("t.csv", TYPED), dry_run=True)
    assert (Figure.objects.count(), Area.objects.count()) == (0, 0)


def test_a_table_never_seen_before_comes_in_too(db, file):
    path = file(
        "g.csv",
        b'\xef\xbb\xbfRegioS,Perioden,Slaapt_Slecht_3\r\nGM0001 ,2020JJ00,"    12,5"\r\nNL01  ,2020JJ00,"       ."\r\n',
    )
    figures(path)
    row = Figure.objects.get(area__code="GM0001")
    assert (row.value, row.indicator.key) == (Decimal("12.5"), "kolom:slaapt_slecht")
    assert Indicator.objects.shown().count() == 0


def test_odata_json_comes_in(db, file):
    data = {"value": [{"ID": 0, "RegioS": "GM0001", "AantalInwoners_5": "  12"}]}
    figures(file("o.json", json.dumps(data)))
    assert Figure.objects.get().value == 12


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("leeg.csv", "", "is leeg"),
        ("brief.csv", "Beste mensen\nhoe gaat het\n", "geen tabel"),
        ("plaat.csv", b"\x89PNG\x00\x00\x00", "geen tekstbestand"),
        ("los.csv", "a;b\n1;2\n", "Geen kolom bevat codes"),
        ("kort.csv", TYPED + "3;BU00010003;Dorp", "Regel 5 heeft 3 kolommen"),
        ("stuk.csv", TYPED.replace(";1000;", ";duizend;"), "Regel 3: 'duizend' is geen getal"),
        ("code.csv", TYPED.replace("BU00010002", "BUURT-2"), "Regel 4: 'BUURT-2' is geen code"),
        ("stuk.json", '{"value": [{"RegioS": "GM0001"', "houdt op of is kapot"),
        ("anders.json", '{"naam": "x"}', "staat geen tabel"),
        ("dubbel.csv", TYPED + "3;BU00010002;Dorp;1;1;1\n", "meer dan één keer"),
        ("kop.csv", TYPED.splitlines()[0], "geen rijen"),
    ],
)
def test_a_file_that_cannot_be_taken_gets_one_sentence_and_stores_nothing(db, file, name, content, sentence):
    with pytest.raises(CommandError) as refusal:
        figures(file(name, content))
    assert sentence in str(refusal.value)
    assert (Figure.objects.count(), Area.objects.count()) == (0, 0)


def test_a_directory_and_an_absent_file_get_their_sentence(db, tmp_path):
    with pytest.raises(CommandError, match="is een map"):
        figures(tmp_path)
    with pytest.raises(CommandError, match="Er is geen bestand"):
        figures(tmp_path / "weg.csv")


def test_outlines_come_in_with_their_parents(db, file):
    run(
        "import_areas",
        file("w.geojson", geojson(feature(WK_CODE="WK000100", WK_NAAM="Wijk", GM_CODE="GM0001"))),
        year=2020,
    )
    run(
        "import_areas",
        file("b.geojson", geojson(feature(BU_CODE="BU00010001", BU_NAAM="Buurt", IND_WBI=1))),
        year=2020,
    )
    area = Area.objects.get(code="BU00010001")
    assert (area.name, area.parent.name, area.unchanged) == ("Buurt", "Wijk", True)
    assert area.outline["type"] == "Polygon"


def test_names_from_a_code_list_do_not_wipe_outlines(db, file):
    run("import_areas", file("b.geojson", geojson(feature(BU_CODE="BU00010001", BU_NAAM="Buurt"))), year=2020)
    run("import_areas", file("n.csv", "Key;Title;Municipality\nBU00010001;Nieuwe naam;GM0001\n"), year=2020)
    area = Area.objects.get()
    assert (area.name, area.outline is not None) == ("Nieuwe naam", True)


def test_a_code_of_another_year_is_another_area(db, file):
    path = file("b.geojson", geojson(feature(BU_CODE="BU00010001", BU_NAAM="Buurt")))
    run("import_areas", path, year=2015)
    run("import_areas", path, year=2020)
    assert Area.objects.filter(code="BU00010001").count() == 2
    assert Area.objects.newest().get().year == 2020


def test_no_line_runs_through_a_border_that_changed(db, client):
    indicator = communities.IndicatorFactory()
    for year, unchanged in ((2018, True), (2019, False), (2020, True)):
        area = communities.AreaFactory(code="BU00010001", year=year, unchanged=unchanged)
        communities.FigureFactory(area=area, indicator=indicator, value=year + 10)
    page = client.get("/buurt/BU00010001/").content.decode()
    assert "2019: 2029" in page
    assert "2018: 2028" not in page


def test_a_withheld_figure_is_said_in_words(db):
    figure = communities.FigureFactory(value=None, state="withheld")
    [(_area, _subject, [line])] = figures_of([figure.area])
    assert line.shown == ""
    assert "weinig mensen" in line.after


def test_numbers_stand_in_dutch():
    assert in_dutch(Decimal("1234"), 0) == "1234"
    assert in_dutch(Decimal("12345"), 0) == "12\u00a0345"
    assert in_dutch(Decimal("0.75"), 1) == "0,8"


@national
def test_the_outlines_and_figures_of_six_cities_come_in(db):
    run("import_areas", SHARED / "cbs_wijkbuurt_2015" / "buurt_2015_zes_gemeenten.geojson", year=2015)
    assert Area.objects.filter(level="BU", outline__isnull=False).count() == 390


@national
def test_the_national_table_of_2015_by_municipality_comes_in(db):
    path = SHARED / "cbs_wijkbuurt_2015" / "cbs_wbk2015_gemeente_kerncijfers.csv"
    report = run("import_figures", path, year=2015, source="CBS/Kadaster")
    assert "393 rijen" in report
    assert Figure.objects.get(area__code="GM0003", indicator__key="inhabitants").value == 12011


@national
@pytest.mark.parametrize(
    "name", ["v3_DataProperties_80137ned", "v3_TableInfos_80137ned", "v3_TypedDataSet_80137ned"]
)
def test_a_national_table_without_regions_says_so(db, name):
    with pytest.raises(CommandError, match="Geen kolom bevat codes"):
        figures(SHARED / "odata_examples" / f"{name}.json")


@national
def test_a_quarterly_table_comes_in_by_its_period(db, file):
    page = json.loads((SHARED / "odata_examples" / QUARTERS).read_text())
    figures(file("q.json", json.dumps({"value": page["value"]})), year=2011, period="2011KW01")
    assert Figure.objects.get().value == Decimal("135.5")


@national
def test_the_first_page_of_a_quarterly_table_is_refused(db):
    with pytest.raises(CommandError, match="één bladzijde van een langer antwoord"):
        figures(SHARED / "odata_examples" / QUARTERS, year=2011, period="2011KW01")


HEALTH = """ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;ErvarenGezondheidGoedZeerGoed_4
0;20300;MW00000;GM0001    ;2020JJ00;"    74.0"
1;20300;MOG0095;GM0001    ;2020JJ00;"    71.0"
2;53115;MW00000;GM0001    ;2020JJ00;"    80.0"
3;20300;MW00000;GM0001    ;2016JJ00;"    70.0"
"""


def test_a_table_with_more_dimensions_asks_which_value_and_takes_it(db, file):
    path = file("gezondheid.csv", HEALTH)
    with pytest.raises(CommandError, match="--where"):
        figures(path)
    figures(path, where=["Leeftijd=20300"])
    assert Figure.objects.get().value == 74
    assert Figure.objects.get().indicator.key == "health_share"
    with pytest.raises(CommandError, match="Leeftijd=9"):
        figures(path, where=["Leeftijd=9"])
