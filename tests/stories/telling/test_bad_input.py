"""Whatever somebody types, sends or tries: a clear answer, nothing lost, nothing leaked."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from communities.site.limits import too_many_tries
from stories.keyless import actions
from stories.keyless.forms import plain_code
from stories.models import StoryMedia
from stories.telling.actions import media
from tests.factories.stories import allow, told
from tests.stories.keyless.test_alone import share
from tests.stories.telling.test_media import noise

WRITE = {"language": "ar", "relation": "live"}
OVERRIDE, EMBED, ISOLATE, CLOSE = "\u202e", "\u202b", "\u2067", "\u2069"
TURNED = f"{CLOSE}{OVERRIDE}سلام\x00 Jan{EMBED}\u200fok{ISOLATE}"


def test_ten_thousand_wrong_codes_get_one_answer_and_the_right_one_still_opens(cast, client, begun):
    story, code = begun
    client.post("/mijn-verhaal/dicht/")
    client.get("/mijn-verhaal/")
    request = RequestFactory().post("/mijn-verhaal/")
    request.user, request.session = AnonymousUser(), client.session
    first = client.post("/mijn-verhaal/", {"code": "a" * 28})
    for _try in range(10_000):
        too_many_tries(request, "receipt-tries")
    last = client.post("/mijn-verhaal/", {"code": "b" * 28})
    assert (first.status_code, last.status_code) == (404, 429)
    assert first.content == last.content
    assert client.post("/mijn-verhaal/", {"code": code}).status_code == 302
    assert client.get(f"/vertellen/{story.uuid}/").status_code == 200


@pytest.mark.parametrize("code", ["", " ", "-", "a" * 200_000, TURNED, "'; drop table", "\ud7ff" * 60])
def test_what_is_no_code_opens_nothing_and_says_so(cast, client, begun, code):
    client.post("/mijn-verhaal/dicht/")
    answer = client.post("/mijn-verhaal/", {"code": code})
    assert answer.status_code in {200, 404}
    assert "receipts" not in client.session
    if answer.status_code == 200:
        assert "samenspel-fout" in answer.content.decode() or "error" in answer.content.decode()


def test_a_code_typed_on_another_keyboard_is_the_same_code():
    assert plain_code("\u200eAB٢۳ - cd\u202c ef") == "ab23cdef"


def test_signs_that_turn_the_writing_around_stay_out_of_a_story(client, begun):
    story, _code = begun
    typed = {**WRITE, "text": TURNED, "title": TURNED, "pseudonym": TURNED, "later": "1"}
    client.post(f"/vertellen/{story.uuid}/", typed)
    story.refresh_from_db()
    assert story.text == "سلام Jan\u200fok"
    assert story.title == story.pseudonym == "سلام Janok"


def test_a_title_and_a_name_from_right_to_left_stand_apart_from_what_is_around_them(cast, browse):
    story = told(cast.community, cast.resident, 4, language="ar", pseudonym="سلام")
    story.title = "السكين"
    story.text_hash = story.fingerprint
    story.save()
    allow(story, text_hash=story.text_hash)
    for address in (story.get_absolute_url(), "/verhalen/", cast.community.get_absolute_url(), "/"):
        page = unescape(browse("visitor").get(address).content.decode())
        body = page[page.index("<body") :]
        around = re.findall(r"<([^<>]*)>[^<>]*(?:سلام|السكين)", body)
        assert all(tag == "bdi" or "dir=" in tag or tag.startswith("a ") for tag in around), around
    page = unescape(browse("resident").get(story.get_absolute_url()).content.decode())
    assert "‘<bdi>سلام</bdi>’" in page


def test_of_ten_tabs_with_one_draft_nothing_is_overwritten(client, begun):
    story, _code = begun
    address, seen = f"/vertellen/{story.uuid}/", story.changed_at.isoformat()
    typed = [{**WRITE, "seen": seen, "text": f"Tab {number}."} for number in range(10)]
    answers = [client.post(address, form, headers={"Accept": "application/json"}) for form in typed]
    assert [answer.status_code for answer in answers].count(409) == 9
    story.refresh_from_db()
    assert story.text == "Tab 0."
    page = client.post(address, typed[9]).content.decode()
    assert "Tab 0." in page
    assert "Tab 9." in page


def test_an_empty_page_is_not_shared_and_nothing_is_said_wrong(client, begun):
    story, _code = begun
    share_page = client.post(f"/vertellen/{story.uuid}/delen/", {"young": "no", "reach": "2"})
    assert "Er is nog geen tekst" in share_page.content.decode()
    story.refresh_from_db()
    assert story.state == "draft"


def test_a_sound_without_words_says_so_to_its_teller_who_writes_them_down(cast, client, browse, begun):
    story, _code = begun
    media.add_sound(by=None, story=story, content=noise(1))
    page = client.get(f"/vertellen/{story.uuid}/").content.decode()
    assert "Schrijf op wat er gezegd wordt" in page
    share(client, story)
    assert "Schrijf op wat er gezegd wordt" in client.get(story.get_absolute_url()).content.decode()
    onward = client.post(f"/verhaal/{story.uuid}/aanpassen/", {"after": "describe_media"})["Location"]
    sound = StoryMedia.objects.get(story=story.drafts.get())
    assert onward == f"/bijlage/{sound.uuid}/woorden/"
    client.post(onward, {"words": "Zij zei: de bakker."})
    client.post(f"/vertellen/{sound.story.uuid}/delen/", {"young": "no", "reach": "2"})
    page = client.get(story.get_absolute_url()).content.decode()
    assert "Zij zei: de bakker." in page
    assert "Door een mens opgeschreven." in page
    story.refresh_from_db()
    actions.release_story(by=cast.host, story=story, seen=story.text_hash)
    assert "Schrijf op wat" not in browse("participant").get(story.get_absolute_url()).content.decode()


def test_words_of_two_hundred_thousand_characters_leave_a_suggestion_unsent(cast, browse):
    story = told(cast.community, cast.resident, 2)
    form = {"words": "one year" + "x" * 200_000, "instead": OVERRIDE}
    answer = browse("host").post(f"/verhaal/{story.uuid}/voorstel/", form)
    assert answer.status_code == 200
    assert not story.suggestions.exists()
