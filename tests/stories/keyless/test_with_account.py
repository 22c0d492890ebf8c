"""Told without an account, put with one later: by who holds the code and belongs to the community."""

import pytest
from django.core.exceptions import ValidationError

from communities.accounts.second_factor import EXAMPLE_MARK
from communities.models import Membership
from communities.rights.reader import Reader
from stories.keyless import actions
from stories.models import Consent, Story, StoryKey
from stories.telling.actions import telling
from tests.factories.stories import told
from tests.stories.keyless.test_alone import share
from tests.stories.telling.test_telling import MEMBERS, readers


def log_in(cast, client, name):
    """In the same browser, with what was opened in it."""
    client.force_login(cast.user(name), backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[EXAMPLE_MARK] = True
    session.save()


def address(story):
    return f"/verhaal/{story.uuid}/bij-mijn-account/"


def test_the_story_is_theirs_and_the_code_opens_nothing_any_more(cast, client, begun):
    story, code = begun
    share(client, story)
    actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    log_in(cast, client, "resident")
    assert address(story) in client.get(story.get_absolute_url()).content.decode()
    page = client.get(address(story)).content.decode()
    assert "De code opent dan niets meer" in page
    assert StoryKey.objects.exists()
    assert client.post(address(story))["Location"] == story.get_absolute_url()
    story.refresh_from_db()
    assert story.teller == cast.resident
    assert readers(cast, story) == MEMBERS
    assert client.post("/mijn-verhaal/", {"code": code}).status_code == 404
    assert list(Story.objects.told_by(cast.reader("resident"))) == [story]


def test_what_was_allowed_stands_and_is_asked_again_in_time(cast, client, begun):
    story, _code = begun
    share(client, story)
    before = Consent.objects.not_withdrawn().get()
    log_in(cast, client, "resident")
    client.post(address(story))
    assert Consent.objects.not_withdrawn().get() == before
    kinds = set(cast.resident.notices.filter(about=story.uuid).values_list("kind", flat=True))
    assert {"consent_first", "consent_last", "how_now"} <= kinds


def test_a_member_s_story_needs_no_letting_in_and_who_decides_is_asked_nothing_more(cast, client, begun):
    story, _code = begun
    share(client, story)
    assert readers(cast, story) == set()
    log_in(cast, client, "resident")
    client.post(address(story))
    assert readers(cast, story) == MEMBERS
    assert not Story.objects.waiting_for(cast.reader("host")).exists()


@pytest.mark.parametrize("name", ["stranger", "neighbour", "pending", "former", "official"])
def test_who_does_not_belong_here_cannot_pass_by_who_decides(cast, client, begun, name):
    story, _code = begun
    share(client, story)
    log_in(cast, client, name)
    assert address(story) not in client.get(story.get_absolute_url()).content.decode()
    assert client.get(address(story)).status_code == 404
    assert client.post(address(story)).status_code == 404
    assert readers(cast, story) == set()
    story.refresh_from_db()
    assert story.teller is None


def test_nobody_takes_a_story_without_its_code_opened_here(cast, client, browse, begun):
    story, _code = begun
    share(client, story)
    actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    client.post("/mijn-verhaal/dicht/")
    assert client.get(address(story))["Location"].startswith("/account/login/")
    assert {browse(who).post(address(story)).status_code for who in cast.people} == {404}


def test_a_listener_never_gets_the_story_with_the_code_they_printed(cast, client):
    story = told(cast.community, None, 2, written_by=cast.builder, told_by="listener")
    code = actions.give_story_key(by=cast.builder, story=story)
    log_in(cast, client, "builder")
    client.post("/mijn-verhaal/", {"code": code})
    assert client.post(address(story)).status_code == 404
    client.logout()
    client.post("/mijn-verhaal/", {"code": code})
    log_in(cast, client, "participant")
    client.post(address(story))
    story.refresh_from_db()
    assert (story.teller, story.written_by) == (cast.participant, cast.builder)
    assert not Story.objects.editable_by(cast.reader("builder")).exists()


def test_a_draft_and_a_copy_that_is_being_changed_come_along(cast, client, begun):
    story, _code = begun
    log_in(cast, client, "resident")
    assert address(story) in client.get(f"/vertellen/{story.uuid}/").content.decode()
    client.post(address(story))
    share(client, story)
    assert story.teller == cast.resident
    other, receipt, _code = actions.tell_alone(by=None, community=cast.community)
    telling.save_draft(by=None, story=other, values={"text": "De brug."})
    telling.tell(by=None, story=other, permission={"reach": 2}, age={"young": False})
    copy = telling.start_changing(by=None, story=other)
    mine = Reader(user=cast.resident, receipts=(receipt.pk,))
    assert list(Story.objects.adoptable_by(mine)) == [other]
    actions.put_with_account(by=cast.resident, story=other)
    copy.refresh_from_db()
    assert copy.teller == cast.resident


def test_the_second_of_two_browsers_gets_nothing(cast, begun):
    story, _code = begun
    actions.put_with_account(by=cast.resident, story=story)
    with pytest.raises(ValidationError):
        actions.put_with_account(by=cast.host, story=story)
    assert Membership.objects.current().filter(user=cast.host).exists()
