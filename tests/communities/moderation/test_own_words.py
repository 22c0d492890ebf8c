"""The own words of a community are set aside like the words of anybody else, on every page where they stand."""

import pytest

from communities.admission import actions as admission_actions
from communities.models import Community, Report, with_words
from communities.moderation import actions as moderation_actions
from tests.factories import communities

WORDS = "Kanariewoorden over een buurman"
AWAY = "Twee mensen van deze gemeenschap kijken naar deze woorden"


@pytest.fixture
def said(cast, browse):
    """Somebody without an account says that something is not right with the community's own words."""
    cast.community.own_words, cast.community.policy_wording = WORDS, "Kanariebeleid"
    cast.community.save()
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role="host")
    address = f"/klopt-niet/gemeenschap/{cast.community.pk}/"
    assert address in browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    browse("visitor").post(address, {"category": "hurts", "words": "It names me."})
    return Report.objects.get()


def set_aside(cast, report):
    made = moderation_actions.propose_aside(by=cast.builder, report=report, reason="It names a neighbour.")
    return moderation_actions.agree_aside(by=cast.resident, set_aside=made)


def pages(cast):
    """Where own words stand."""
    invitation = admission_actions.invite(by=cast.host, community=cast.community, kind="poster")
    code = cast.community.municipality.code
    return [
        cast.community.get_absolute_url(),
        f"/gemeente/{code}/",
        f"/buurt/{cast.area.code}/",
        f"/zoeken/?q={cast.community.name}",
        invitation.get_absolute_url(),
    ]


def test_set_aside_they_stand_nowhere_and_the_page_says_why(cast, browse, said):
    addresses = pages(cast)
    for name in ("visitor", "official", "participant"):
        for address in addresses:
            assert WORDS in browse(name).get(address).content.decode(), address
    set_aside(cast, said)
    for name in ("visitor", "official", "participant", "host"):
        for address in addresses:
            page = browse(name).get(address)
            assert page.status_code == 200
            assert "Kanarie" not in page.content.decode(), (name, address)
        assert AWAY in browse(name).get(cast.community.get_absolute_url()).content.decode()


def test_a_handler_reads_them_in_the_report_and_puts_them_back(cast, browse, said):
    aside = set_aside(cast, said)
    browse("host").post(f"/melding/{said.pk}/lezen/")
    page = browse("host").get(said.get_absolute_url()).content.decode()
    assert WORDS in page
    browse("host").post(f"/terzijde/{aside.pk}/terug/")
    assert WORDS in browse("visitor").get(cast.community.get_absolute_url()).content.decode()


def test_a_page_that_forgets_to_ask_shows_no_words(cast, said):
    """Safe when somebody writes a new page: without the question there are no words."""
    assert cast.community.shown_words == ""
    rows = with_words(Community.objects.all())
    assert rows.get(pk=cast.community.pk).shown_words == WORDS


def test_while_set_aside_only_resident_hosts_rewrite_them(cast, browse, said):
    neighbour = communities.MembershipFactory(community=cast.community).user
    cast.people["inhabitant"] = neighbour
    address = f"/gemeenschap/{cast.community.slug}/woorden/"
    assert browse("inhabitant").get(address).status_code == 200
    set_aside(cast, said)
    assert browse("inhabitant").get(address).status_code == 404
    assert browse("inhabitant").post(address, {"own_words": "No.", "own_words_by": "Me"}).status_code == 404
    page = browse("inhabitant").get(cast.community.get_absolute_url()).content.decode()
    assert address not in page
    assert browse("host").post(address, {"own_words": "We greet.", "own_words_by": "We"}).status_code == 302
    cast.community.refresh_from_db()
    assert cast.community.own_words == "We greet."
