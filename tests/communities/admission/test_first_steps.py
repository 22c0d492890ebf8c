"""An empty municipality: its administrator and its first official see on their own page where to begin."""

import re

import pytest

from communities.models import Office, Posting
from tests.factories import communities


@pytest.fixture
def empty(cast):
    """A municipality with an administrator and nothing else."""
    municipality = communities.MunicipalityFactory(name="Gemeente Zoutsloot", code="GM7777")
    communities.AppointmentFactory(user=cast.stranger, municipality=municipality)
    return municipality


def steps(page):
    """Title, address and whether it was done, of every step on the page."""
    text = page.content.decode()
    section = re.search(r'aria-labelledby="begin-kop-1">(.*?)</section>', text, re.S)
    rows = re.findall(r"<li>(.*?)</li>", section[1], re.S) if section else []
    found = []
    for row in rows:
        address = re.search(r'href="([^"]+)"', row)
        title = re.sub(r"<[^>]+>", "", row.split("</p>")[0]).split("Gedaan")[0].strip()
        found.append((title, address and address[1], "Gedaan" in row))
    return found


def test_an_administrator_of_an_empty_municipality_begins_with_a_department(cast, empty, browse):
    page = browse("stranger").get("/mijn/")
    assert "Eerste stappen voor Gemeente Zoutsloot" in page.content.decode()
    assert steps(page) == [
        ("Maak een afdeling", f"/beheer/communities/office/add/?organisation={empty.pk}", False),
        ("Nodig een ambtenaar uit", None, False),
        ("Laat grenzen en cijfers importeren", "/beheer/communities/area/", False),
        ("De pagina van de gemeente", "/gemeente/GM7777/", False),
        ("Het beheer", "/beheer/", False),
    ]
    assert "Maak eerst een afdeling." in page.content.decode()


def test_every_door_of_the_first_steps_opens(cast, empty, browse):
    client = browse("stranger")
    for _title, address, _done in steps(client.get("/mijn/")):
        if address:
            assert client.get(address).status_code == 200, address


def test_a_step_is_done_when_what_it_makes_is_there(cast, empty, browse):
    client = browse("stranger")
    office = Office.objects.create(organisation=empty, name="Wijken")
    assert [done for *_rest, done in steps(client.get("/mijn/"))] == [True, False, False, False, False]
    client.post("/gemeente/GM7777/uitnodigen/", {"office": office.pk, "function": "wijkmanager"})
    communities.AreaFactory(code="GM7777", level="GM")
    page = client.get("/mijn/")
    assert [done for *_rest, done in steps(page)] == [True, True, True, False, False]
    assert "Beheer van Gemeente Zoutsloot" in page.content.decode()


def test_nobody_is_invited_to_a_post_before_there_is_a_department(cast, empty, browse):
    client = browse("stranger")
    page = client.get("/gemeente/GM7777/uitnodigen/").content.decode()
    assert "Gemeente Zoutsloot heeft nog geen afdeling. Maak eerst een afdeling." in page
    assert f"/beheer/communities/office/add/?organisation={empty.pk}" in page
    assert "<select" not in page
    assert client.post("/gemeente/GM7777/uitnodigen/", {"function": "wijkmanager"}).status_code == 200


def test_an_official_who_just_came_sees_where_to_begin_and_no_back_office(cast, browse):
    Posting.objects.filter(user=cast.official).update(since=communities.days_ago(3))
    page = browse("official").get("/mijn/")
    code = cast.community.municipality.code
    assert [address for _title, address, _done in steps(page)] == [
        f"/gemeente/{code}/",
        f"/gemeente/{code}/#wacht-kop",
        "/mijn/naam/",
        "/wie-ziet-wat/",
    ]
    assert "/beheer/" not in page.content.decode()


@pytest.mark.parametrize("name", ["resident", "builder", "former_official"])
def test_whoever_has_no_post_has_no_steps(cast, browse, name):
    assert steps(browse(name).get("/mijn/")) == []


def test_an_official_of_four_months_needs_them_no_more(cast, browse):
    Posting.objects.filter(user=cast.official).update(since=communities.days_ago(120))
    assert steps(browse("official").get("/mijn/")) == []
