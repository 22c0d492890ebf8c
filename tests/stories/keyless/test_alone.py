"""Telling without an account: the code is the teller, and nobody else is."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from communities.recovery.models import digest
from communities.rights.reader import Reader
from stories.keyless import actions as keyless_actions
from stories.listening import actions as listening_actions
from stories.models import Consent, Story, StoryKey, StoryMedia
from stories.paper import actions as paper_actions
from stories.suggestions import actions as suggestions_actions
from stories.telling.actions import media, telling
from tests.factories.stories import told
from tests.house.test_forgetting import whole_database
from tests.stories.telling.test_media import noise, photo
from tests.stories.telling.test_telling import MEMBERS, permission, readers

WRITE = {"language": "nl", "relation": "live", "text": "Kanarie op de brug."}
SHARE = {"young": "no", "reach": "2"}


def share(client, story, **more):
    client.post(f"/vertellen/{story.uuid}/", WRITE)
    client.post(f"/vertellen/{story.uuid}/delen/", {**SHARE, **more})
    story.refresh_from_db()


def test_the_code_has_more_than_128_bits_and_only_its_hash_is_kept(begun):
    story, code = begun
    assert 31 ** len(code) > 2**128
    assert code not in whole_database()
    assert StoryKey.objects.get(story=story).digest == digest(code)


def test_a_visitor_tells_comes_back_and_takes_it_back_with_the_code(cast, client, begun):
    story, code = begun
    share(client, story)
    client.post("/mijn-verhaal/dicht/")
    assert client.get(story.get_absolute_url()).status_code == 404
    spoken = " ".join(code[i : i + 4] for i in range(0, 28, 4)).upper()
    assert client.post("/mijn-verhaal/", {"code": spoken})["Location"] == story.get_absolute_url()
    assert "Kanarie op de brug" in client.get(story.get_absolute_url()).content.decode()
    client.post(f"/verhaal/{story.uuid}/terugtrekken/")
    assert not Consent.objects.not_withdrawn().exists()


def test_nobody_else_reads_it_before_it_was_let_in_unedited(cast, client, begun):
    story, _code = begun
    share(client, story)
    assert readers(cast, story) == set()
    assert list(Story.objects.waiting_for(cast.reader("host"))) == [story]
    assert not Story.objects.waiting_for(cast.reader("participant")).exists()
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    assert readers(cast, story) == MEMBERS
    assert StoryKey.objects.get().let_in_at is not None


def test_another_text_waits_again_and_the_old_tap_does_not_let_it_in(cast, client, begun):
    story, _code = begun
    share(client, story)
    keyless_actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    before = story.text_hash
    client.post(f"/verhaal/{story.uuid}/aanpassen/")
    copy = story.drafts.get()
    client.post(f"/vertellen/{copy.uuid}/", {**WRITE, "text": "Something else."})
    client.post(f"/vertellen/{copy.uuid}/delen/", SHARE)
    assert readers(cast, story) == set()
    with pytest.raises(ValidationError):
        keyless_actions.release_story(by=cast.host, story=story, seen=before)


def test_turned_away_it_stays_with_its_teller(cast, client, begun):
    story, _code = begun
    share(client, story)
    keyless_actions.turn_away(by=cast.builder, story=story)
    assert readers(cast, story) == set()
    assert not Story.objects.waiting_for(cast.reader("host")).exists()
    assert client.get(story.get_absolute_url()).status_code == 200


def test_trying_codes_gives_one_answer_and_then_none(cast, client):
    client.get("/mijn-verhaal/")
    client.session.save()
    answers = [client.post("/mijn-verhaal/", {"code": f"wrong{n}"}).status_code for n in range(2100)]
    assert set(answers) == {404, 429}
    assert answers[-1] == 429


def test_who_is_younger_than_16_shares_with_nobody_outside_a_group(cast, client, begun):
    story, _code = begun
    share(client, story, young="yes", guardian_yes="on", child_yes="on")
    assert story.state == "draft"
    client.post(f"/vertellen/{story.uuid}/delen/", {"young": "yes", "reach": "0"})
    story.refresh_from_db()
    assert story.state == "draft"
    client.post(
        f"/vertellen/{story.uuid}/delen/",
        {"young": "yes", "guardian_yes": "on", "child_yes": "on", "reach": "0"},
    )
    story.refresh_from_db()
    assert (story.state, story.young, story.child_yes_on is None) == ("told", True, False)


def test_a_listener_needs_a_witness_or_the_code_to_go_further(cast):
    story = told(cast.community, None, 2, written_by=cast.builder, told_by="listener")
    story.read_back_on = story.told_on
    story.save()
    listening_actions.ask_witness(by=cast.builder, story=story, reach=3)
    consent = Consent.objects.not_withdrawn().get()
    assert (consent.reach, consent.asked) == (2, 3)
    with pytest.raises(ValidationError):
        listening_actions.confirm_as_witness(by=cast.builder, consent=consent)
    listening_actions.confirm_as_witness(by=cast.resident, consent=consent)
    consent = Consent.objects.not_withdrawn().get()
    assert (consent.reach, consent.witness) == (3, cast.resident)
    keyless_actions.give_story_key(by=cast.builder, story=story)
    with pytest.raises(ValidationError):
        keyless_actions.give_story_key(by=cast.builder, story=story)
    telling.change_reach(by=None, story=story, permission=permission(4))
    assert "visitor" in readers(cast, story)


def test_a_suggestion_is_seen_by_the_teller_and_changes_nothing_by_itself(cast, browse):
    story = told(cast.community, cast.resident, 2)
    form = {"words": "one year", "instead": "two years"}
    browse("host").post(f"/verhaal/{story.uuid}/voorstel/", form)
    assert "two years" not in browse("host").get(story.get_absolute_url()).content.decode()
    page = browse("resident").get(story.get_absolute_url()).content.decode()
    assert "two years" in page
    suggestion = story.suggestions.get()
    browse("resident").post(f"/voorstel/{suggestion.pk}/overnemen/")
    story.refresh_from_db()
    assert "two years" not in story.text
    assert "two years" in story.drafts.get().text


def test_yes_for_another_two_years_is_a_new_row_and_nothing_happens_by_looking(cast, browse):
    story = told(cast.community, cast.resident, 2)
    client, address = browse("resident"), f"/verhaal/{story.uuid}/nog/"
    client.get(address)
    assert Consent.objects.count() == 1
    client.post(f"{address}ja/")
    assert Consent.objects.count() == 2
    assert Consent.objects.not_withdrawn().get().reach == 2


def test_erasing_with_the_code_leaves_nothing_anywhere(
    cast, client, begun, django_capture_on_commit_callbacks
):
    story, code = begun
    media.add_picture(by=None, story=story, content=photo(), words="Kanarie beeld")
    media.add_sound(by=None, story=story, content=noise(3), words="Kanarie geluid")
    names = [name for item in StoryMedia.objects.all() for name in (item.file.name, item.small.name) if name]
    share(client, story)
    suggestions_actions.suggest(by=None, story=story, words="brug", instead="kanariebrug")
    client.post(f"/verhaal/{story.uuid}/aanpassen/")
    assert all(default_storage.exists(name) for name in names)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/verhaal/{story.uuid}/wissen/")
    left = whole_database()
    assert "anarie" not in left
    assert digest(code) not in left
    assert not any(default_storage.exists(name) or name in left for name in names)


def test_what_stands_on_paper_is_typed_in_with_its_crosses(cast, client):
    from tests.access import scene as access_scene
    from tests.access.telling import scene

    world = access_scene.build(cast, [])
    world.draft = Story.objects.create(community=cast.community, teller=cast.resident)
    scene(world)
    (receipt, code), (_other, _code) = paper_actions.print_sheets(
        by=cast.host, call=world.paper_call, number=2
    )
    values = {"text": "Met potlood.", "title": "", "pseudonym": "", "language": "nl"}
    story = paper_actions.type_in(
        by=cast.host, receipt=receipt, values=values, permission=permission(4), age={"young": False}
    )
    consent = Consent.objects.not_withdrawn().get(story=story)
    assert (consent.method, consent.reach, consent.asked) == ("paper", 2, 4)
    assert readers(cast, story) == MEMBERS
    client.post("/mijn-verhaal/", {"code": code})
    client.post(f"/verhaal/{story.uuid}/bereik/", {"reach": "4"})
    assert Story.objects.visible_to(Reader()).filter(pk=story.pk).exists()
