"""The pages that everybody shares: the same figures, the same page, a fixed number of questions."""

import re

import pytest

from stories.models import Voice
from tests.factories import communities
from tests.factories.stories import told
from trajectories.models import Trajectory


def figures_on(page):
    return re.findall(r'samenspel-boek__zin">(.*?)</p>', page.content.decode(), re.S)


def test_a_resident_a_builder_and_an_official_read_the_same_figures(cast, browse):
    communities.FigureFactory(area=cast.area, value=4321)
    address = cast.community.get_absolute_url()
    found = [figures_on(browse(name).get(address)) for name in ("resident", "builder", "official", "visitor")]
    assert found[0] != []
    assert found[0] == found[1] == found[2] == found[3]


def test_a_figure_without_a_voice_says_that_half_the_picture_is_missing(cast, browse):
    figure = communities.FigureFactory(area=cast.area)
    address = cast.community.get_absolute_url()
    assert "Dit is het halve beeld" in browse("visitor").get(address).content.decode()
    Voice.objects.create(
        community=cast.community,
        area_code=cast.area.code,
        subject=figure.indicator.subject,
        words="We are more than that.",
        by=cast.resident,
    )
    page = browse("visitor").get(address).content.decode()
    assert "Dit is het halve beeld" not in page
    assert "We are more than that." in page


def test_a_professional_alone_fills_nothing_beside_a_figure(cast, browse):
    communities.FigureFactory(area=cast.area)
    assert browse("builder").get(f"/buurt/{cast.area.code}/stem/people/").status_code == 404


def test_a_resident_s_eyes_change_the_order_and_nothing_else(cast, browse):
    communities.FigureFactory(area=cast.area)
    communities.MeetingPlaceFactory(community=cast.community)
    address = cast.community.get_absolute_url()
    plain = browse("host").get(address).content.decode()
    eyes = browse("host").get(f"{address}?ogen=bewoner").content.decode()

    def sections(page):
        return re.findall(r'<section class="samenspel-deel[^"]*" id="(\w+)"', page)

    assert sorted(sections(plain)) == sorted(sections(eyes))
    assert sections(plain) != sections(eyes)


def test_searching_finds_a_neighbourhood_by_name_part_and_code(cast, browse):
    communities.AreaFactory(code="BU55550001", name="Lage Zwaluwe")
    client = browse("visitor")
    assert "Lage Zwaluwe" in client.get("/zoeken/?q=zwaluw").content.decode()
    assert client.get("/zoeken/?q=bu55550001")["Location"] == "/buurt/BU55550001/"
    assert "We vonden niets" in client.get("/zoeken/?q=atlantis").content.decode()


def test_the_newest_year_of_an_area_is_shown(cast, browse):
    communities.AreaFactory(code=cast.area.code, year=2019, name="Old name")
    page = browse("visitor").get(f"/buurt/{cast.area.code}/").content.decode()
    assert "Lindenhof-Noord" in page
    assert "2019: Old name" in page
    assert "We trekken geen lijn" in page


def test_an_area_without_a_community_invites_to_begin_one(cast, browse):
    area = communities.AreaFactory()
    page = browse("visitor").get(f"/buurt/{area.code}/").content.decode()
    assert f"/buurt/{area.code}/begin/" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_a_community_page_asks_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    for number in range(rows):
        told(cast.community, cast.resident, 4, group=None)
        communities.MeetingPlaceFactory(community=cast.community)
        communities.FigureFactory(
            area=cast.area, indicator=communities.IndicatorFactory(subject=f"s{number}")
        )
        Trajectory.objects.create(group=communities.GroupFactory(community=cast.community))
    client = browse("visitor")
    with django_assert_num_queries(26):
        client.get(cast.community.get_absolute_url())


@pytest.mark.parametrize("rows", [1, 3])
def test_a_municipality_page_asks_a_fixed_number_of_questions(cast, browse, rows, django_assert_num_queries):
    for _number in range(rows):
        communities.CommunityFactory(municipality=cast.community.municipality)
    client = browse("visitor")
    with django_assert_num_queries(7):
        client.get(f"/gemeente/{cast.community.municipality.code}/")


def test_the_site_says_how_it_is(client, db):
    state = client.get("/healthz").json()
    assert (state["database"], state["migrations"]) == ("up", "done")


def test_the_headers_keep_strangers_out(client, db):
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/privacy/", "/colofon/", "/toegankelijkheid/"])
def test_a_resident_reads_who_answers_for_the_site_and_whom_to_ask(client, db, settings, address):
    settings.CONTROLLER, settings.CONTACT = "Gemeente Zoutsloot", "vraag@zoutsloot.example"
    settings.DATA_PROTECTION_OFFICER = "fg@zoutsloot.example"
    page = client.get(address).content.decode()
    assert "<dd>Gemeente Zoutsloot</dd>" in page
    assert 'href="mailto:vraag@zoutsloot.example"' in page
    assert 'href="mailto:fg@zoutsloot.example"' in page


def test_a_site_that_says_not_who_answers_for_it_shows_the_open_place(client, db, settings):
    settings.CONTROLLER = settings.CONTACT = settings.DATA_PROTECTION_OFFICER = ""
    for address in ("/privacy/", "/colofon/"):
        page = client.get(address).content.decode()
        assert "Wie deze site beheert, heeft dat hier nog niet gezegd." in page
        assert "mailto:" not in page


def test_every_page_leads_to_the_colophon(client, db):
    assert 'href="/colofon/"' in client.get("/").content.decode()


def test_a_request_that_makes_no_sense_gets_a_page_in_dutch(client, db, settings):
    settings.ALLOWED_HOSTS = ["samenspel.example.nl"]
    answer = client.get("/", SERVER_NAME="elsewhere.example")
    assert answer.status_code == 400
    assert "Ga terug en probeer het nog eens." in answer.content.decode()
