"""Files that would be stored wrongly: each is refused in one sentence that says what to do."""

import json

import pytest
from django.core.management import CommandError

from communities.models import Area, Figure, FigureSource
from tests.communities.figures.files import OUTLINE, areas, feature, figures, geojson

PLACE = {"buurtcode": "BU00140001", "buurtnaam": "Hortusbuurt", "aantal_inwoners": 12}


def polygon(*corners):
    ring = [list(corner) for corner in (*corners, corners[0])]
    return {"type": "Polygon", "coordinates": [ring]}


def refusal(importer, path, **options):
    """The sentence somebody gets, after nothing at all was stored."""
    with pytest.raises(CommandError) as refused:
        importer(path, **options)
    assert (Area.objects.count(), Figure.objects.count(), FigureSource.objects.count()) == (0, 0, 0)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (polygon((233000, 582000), (234000, 582000), (234000, 583000)), "RD-coördinaten"),
        (polygon((13500, 370000), (14000, 370000), (14000, 371000)), "RD-coördinaten"),
        (polygon((730000, 7000000), (731000, 7000000), (731000, 7001000)), "in meters"),
        (polygon((53.2, 6.5), (53.3, 6.5), (53.3, 6.6)), "het noorden voor het oosten"),
        (polygon((5.1, 52.1), (5.2, None), (5.2, 52.2)), "geen omtrek"),
        ({"type": "MultiPolygon", "coordinates": [OUTLINE["coordinates"], [5, 6]]}, "geen omtrek"),
    ],
)
def test_outlines_that_are_not_in_degrees_are_refused(db, file, shape, words):
    assert words in refusal(areas, file("b.geojson", geojson(feature(shape, **PLACE))))


def test_outlines_in_metres_say_how_to_make_degrees_of_them(db, file):
    shape = polygon((233000, 582000), (234000, 582000), (234000, 583000))
    path = file(
        "b.geojson", geojson(feature(**PLACE), feature(shape, **{**PLACE, "buurtcode": "BU00140002"}))
    )
    assert "ogr2ogr -t_srs EPSG:4326" in refusal(areas, path)


ROWS = {"value": [{"RegioS": "GM0001", "Aantal_1": 12}]}


@pytest.mark.parametrize(
    "answer",
    [
        {**ROWS, "odata.nextLink": "https://service.example/TypedDataSet?$skip=10000"},
        {**ROWS, "@odata.nextLink": "https://service.example/Observations?$skip=100000"},
        json.loads(geojson(feature(**PLACE), links=[{"rel": "self"}, {"rel": "next", "href": "x"}])),
        json.loads(geojson(feature(**PLACE), numberMatched=14823, numberReturned=1)),
        json.loads(geojson(feature(**PLACE), totalFeatures=14823)),
        json.loads(geojson(feature(**PLACE), exceededTransferLimit=True)),
        json.loads(geojson(feature(**PLACE), properties={"exceededTransferLimit": True})),
    ],
)
def test_one_page_of_many_is_refused(db, file, answer):
    path = file("a.json", json.dumps(answer))
    assert "één bladzijde van een langer antwoord" in refusal(figures, path)
    assert "één bestand" in refusal(areas, path)


@pytest.mark.parametrize(
    "counts",
    [
        {"numberMatched": 1, "numberReturned": 1},
        {"numberMatched": "unknown", "totalFeatures": "unknown"},
        {"links": [{"rel": "self"}, {"rel": "prev"}], "exceededTransferLimit": False},
    ],
)
def test_a_whole_answer_comes_in(db, file, counts):
    figures(file("a.geojson", geojson(feature(**PLACE), **counts)))
    assert Figure.objects.get().value == 12


def test_the_own_json_of_esri_says_what_to_ask_for(db, file):
    own = {"features": [{"attributes": PLACE, "geometry": {"rings": OUTLINE["coordinates"]}}]}
    assert "f=geojson" in refusal(areas, file("a.json", json.dumps(own)))


LONG = {
    "value": [
        {
            "Id": 0,
            "Measure": "T001036",
            "WijkenEnBuurten": "GM0001    ",
            "Value": 1200,
            "ValueAttribute": "None",
        },
        {
            "Id": 1,
            "Measure": "M000297",
            "WijkenEnBuurten": "GM0002    ",
            "Value": 42,
            "ValueAttribute": "None",
        },
    ]
}


@pytest.mark.parametrize(
    "table",
    [
        json.dumps(LONG),
        "RegioS;Onderwerp;Waarde\nGM0001;Inwoners;1200\nGM0002;Huurwoningen;42\n",
        "RegioS;Waarde;Eenheid\nGM0001;1200;aantal\nGM0002;42;%\n",
    ],
)
def test_measures_among_each_other_are_refused(db, file, table):
    assert "door elkaar" in refusal(figures, file("t.csv", table))


def test_a_chosen_measure_gives_its_name_to_the_figures(db, file):
    path = file("l.json", json.dumps(LONG))
    figures(path, where=["Measure=T001036"])
    figures(path, where=["Measure=M000297"])
    first, second = Figure.objects.order_by("area__code")
    assert (first.area.code, first.indicator.key, first.value) == ("GM0001", "kolom:t001036", 1200)
    assert (second.area.code, second.indicator.key, second.value) == ("GM0002", "kolom:m000297", 42)


def test_counts_are_not_taken_for_shares_of_a_hundred(db, file):
    sentence = refusal(figures, file("t.csv", "RegioS;HuurwoningenTotaal_41\nGM0001;41\nGM0002;5310\n"))
    assert "Regel 3: 5310" in sentence
    assert "--indicators" in sentence


def test_a_part_that_rounding_made_larger_than_the_whole_is_no_share(db, file):
    path = file("t.csv", "RegioS;HuishoudensTotaal_28;Eenpersoonshuishoudens_29\nBU00010001;5;10\n")
    figures(path)
    assert Figure.objects.get(indicator__key="single_share").state == "missing"


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("RegioS;A_1;B_2\nGM0001;950;12,5\nGM0002;1.234;3,5\n", "Regel 3: in '1.234'"),
        ("RegioS;A_1\nGM0001;950\nGM0002;1.234\n", "Regel 3: in '1.234'"),
        ("RegioS;A_1\nGM0001;1.234.567\n", "Regel 2: in '1.234.567'"),
        ("RegioS;A_1\nGM0001;1.234,5\n", "Regel 2: in '1.234,5'"),
        ('RegioS,A_1,B_2\nGM0001,950,12.5\nGM0002,"1,234",3.5\n', "Regel 3: in '1,234'"),
        ('RegioS,A_1\nGM0001,"1,234.5"\n', "Regel 2: in '1,234.5'"),
    ],
)
def test_marks_between_thousands_are_refused(db, file, table, line):
    sentence = refusal(figures, file("t.csv", table))
    assert line in sentence
    assert "zonder zulke tekens" in sentence


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1.234", "2.5"], [1.234, 2.5]),
        (["1,234", "0,512"], [1.234, 0.512]),
        (["1.234", "2.345"], [1.234, 2.345]),
        (["1234", "12,5"], [1234, 12.5]),
    ],
)
def test_decimals_that_leave_no_doubt_come_in(db, file, cells, values):
    rows = "".join(f"GM000{number};{cell}\n" for number, cell in enumerate(cells, 1))
    figures(file("t.csv", f"RegioS;A_1\n{rows}"))
    assert [float(row.value) for row in Figure.objects.order_by("area__code")] == values


def test_a_note_for_excel_is_named(db, file):
    table = "sep=;\nRegioS;A_1\nGM0001;12\n"
    assert "sep=;" in refusal(figures, file("t.csv", table))
    assert "Haal die regel weg" in refusal(areas, file("t.csv", table))


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Regio;Aantal_1\nGroningen;12\nUtrecht;14\n", "Groningen"),
        ("Gemeenten;Aantal_1\nGroningen;12\n", "Groningen"),
        ("buurtnaam;gemeentecode;Aantal_1\nCentrum;GM0014;12\n", "Centrum"),
        ("Wijken en buurten;Aantal_1\nWijk 00 Annen;12\n", "Wijk 00 Annen"),
    ],
)
def test_names_of_areas_without_codes_are_refused(db, file, table, name):
    sentence = refusal(figures, file("t.csv", table))
    assert name in sentence
    assert "onbewerkte dataset" in sentence


def test_outlines_of_neighbourhoods_without_codes_do_not_become_their_municipality(db, file):
    shapes = [feature(gemeentecode="GM0014", buurtnaam=name) for name in ("Centrum", "Noord")]
    assert "Centrum" in refusal(areas, file("b.geojson", geojson(*shapes)))
