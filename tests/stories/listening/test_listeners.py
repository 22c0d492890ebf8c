"""Whoever wrote a story down for somebody else: as long as they take part, and no longer."""

import pytest

from communities.site.dates import today
from stories.keyless import actions
from stories.models import Story
from stories.telling.actions import telling
from tests.factories import communities
from tests.factories.stories import told


@pytest.fixture
def written_down(cast):
    return told(cast.community, None, 2, written_by=cast.builder, told_by="listener")


def leaves(cast):
    cast.builder.memberships.update(until=today())


def test_a_builder_who_left_reads_no_more_than_everybody_of_what_they_wrote_down(cast, browse, written_down):
    address = written_down.get_absolute_url()
    telling.withdraw(by=cast.builder, story=written_down)
    assert browse("builder").get(address).status_code == 200
    leaves(cast)
    assert browse("builder").get(address).status_code == 404
    for deed in ("bereik", "wissen"):
        assert browse("builder").get(f"{address}{deed}/").status_code == 404
    assert not Story.objects.editable_by(cast.reader("builder")).exists()


def test_when_its_listener_left_a_host_takes_it_back_for_its_teller(cast, browse, written_down):
    address = written_down.get_absolute_url()
    button = "Trek het terug voor de verteller"
    assert button not in browse("host").get(address).content.decode()
    assert browse("host").post(f"{address}terugtrekken/").status_code == 404
    leaves(cast)
    assert button in browse("host").get(address).content.decode()
    assert button not in browse("resident").get(address).content.decode()
    assert browse("resident").post(f"{address}terugtrekken/").status_code == 404
    assert browse("host").post(f"{address}terugtrekken/")["Location"] == cast.community.get_absolute_url()
    assert not Story.objects.visible_to(cast.reader("host")).exists()


def test_nothing_is_suggested_when_nobody_would_read_it(cast, browse, written_down):
    address = written_down.get_absolute_url()
    for name in ("resident", "host"):
        assert f"{address}voorstel/" in browse(name).get(address).content.decode()
        assert browse(name).get(f"{address}voorstel/").status_code == 200
    leaves(cast)
    for name in ("resident", "host"):
        assert f"{address}voorstel/" not in browse(name).get(address).content.decode()
        assert browse(name).get(f"{address}voorstel/").status_code == 404


def test_a_listener_who_went_to_work_for_the_municipality_keeps_nothing_and_a_host_takes_it_back(
    cast, browse, written_down
):
    communities.PostingFactory(user=cast.builder, office=cast.office)
    address = written_down.get_absolute_url()
    assert browse("resident").get(f"{address}voorstel/").status_code == 404
    assert browse("host").post(f"{address}terugtrekken/").status_code == 302
    assert not Story.objects.visible_to(cast.reader("host")).exists()


def test_a_story_with_a_code_is_taken_back_with_the_code(cast, browse, written_down):
    actions.give_story_key(by=cast.builder, story=written_down)
    leaves(cast)
    assert browse("host").post(f"{written_down.get_absolute_url()}terugtrekken/").status_code == 404
    assert browse("host").get(f"{written_down.get_absolute_url()}voorstel/").status_code == 200


def test_once_the_teller_has_a_code_the_listener_narrows_and_does_not_erase(cast, browse, written_down):
    address = written_down.get_absolute_url()
    assert browse("builder").get(f"{address}wissen/").status_code == 200
    actions.give_story_key(by=cast.builder, story=written_down)
    assert browse("builder").get(f"{address}wissen/").status_code == 404
    assert "wissen" not in browse("builder").get(address).content.decode()
    assert browse("builder").post(f"{address}terugtrekken/").status_code == 302
    assert not Story.objects.visible_to(cast.reader("host")).exists()
