"""Whatever is done, in whatever order: who sees a story equals what a small oracle says, on every surface.

20 lives of 50 steps on each database; continuous integration does 500 of them beside the browser.
"""

import io
import os
import zipfile

import pytest
from django.db.models import Q
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from communities.accounts.second_factor import EXAMPLE_MARK
from communities.models import Community
from config.website.mail.digest import make_digests
from stories.citing.models import StoryCitationQuerySet
from stories.models import Story
from stories.reading.finding import Asked
from stories.telling.actions import telling
from stories.telling.models.quotes import QuoteQuerySet
from stories.telling.models.story import StoryQuerySet
from tests.stories.telling import machine
from tests.stories.telling.machine import READERS, STEP, lives, run
from tests.stories.telling.surfaces import TOKEN

RUNS, STEPS = int(os.environ.get("STORY_RUNS", "20")), 50


class TestStateMachine(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.town = machine.World()

    @lives(RUNS)
    @given(st.lists(STEP, min_size=STEPS, max_size=STEPS), st.integers(min_value=0, max_value=62))
    def test_who_sees_a_story_on_every_surface_is_what_the_oracle_says_after_every_step(self, steps, place):
        run([("write", 0), ("share", 4), *steps[2:]], world=self.town.fresh(), place=place)


def _client(world, name):
    client = Client()
    if name != "visitor":
        client.force_login(world.people[name], backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session[EXAMPLE_MARK] = True
        session.save()
    return client


def _pages(world, oracle):
    """The same over HTTP: pages, file and mail of every reader."""
    story = world.story.get_absolute_url() if world.story else "/verhaal/nooit/"
    for name in READERS:
        client = _client(world, name)
        read = {oracle.told} if oracle.reads(name) else set()
        for address in ("/verhalen/", "/verhalen/?zoek=stayed", "/zoeken/?q=stayed"):
            assert set(TOKEN.findall(client.get(address).content.decode())) == read, (name, address)
        page = client.get(world.community.get_absolute_url()).content.decode()
        assert set(TOKEN.findall(page)) == read, name
        assert (client.get(story).status_code == 200) == bool(read), name
        signal = set(TOKEN.findall(client.get(world.signal.get_absolute_url()).content.decode()))
        assert signal == ({oracle.told} if oracle.quotes(name) else set()), name
        if name not in ("visitor", "teller"):
            answer = client.get("/mijn/gegevens.zip")
            held = zipfile.ZipFile(io.BytesIO(answer.content)).read("samenspel.json").decode()
            assert TOKEN.findall(held) == [], name
    assert [letter for letter in make_digests() if TOKEN.search(letter.text + letter.html)] == []


LIVES = [
    [("write", 0), ("quote", True), ("share", reach), *later]
    for reach in (1, 2, 3, 4)
    for later in (
        [],
        [("withdraw", 0)],
        [("wait", 731)],
        [("aside", 0)],
        [("write", 0), ("add", 0)],
        [("post", "member"), ("leave", "groupmate")],
        [("erase", 0), ("write", 0)],
    )
]


@pytest.mark.parametrize("steps", LIVES, ids=lambda steps: " ".join(f"{a}{b}" for a, b in steps[2:]))
def test_the_pages_the_file_and_the_mail_say_the_same(db, steps):
    run(steps, after=_pages)


def _no_end(rows, reader):
    """The rule of stories, with a yes that never ends."""
    joined = Community.objects.joined_by(reader)
    seen = Q(consents__reach=4) | Q(consents__reach__gte=2, community__in=joined)
    return Q(pk__in=Story.objects.filter(seen, consents__ended_at=None, state="told").values("pk"))


def _everywhere(_asked, _reader):
    return Story.objects.told().newest_first().with_opening()


SHARED = [("write", 0), ("quote", True), ("share", 4)]
BROKEN = {
    "withdrawing does nothing": (telling, "withdraw", lambda **_how: None, [("withdraw", 0)]),
    "erasing does nothing": (telling, "erase", lambda **_how: None, [("erase", 0)]),
    "a yes never ends": (StoryQuerySet, "_shared_with", _no_end, [("wait", 731)]),
    "what is set aside stays": (
        machine.moderation_actions,
        "agree_aside",
        lambda **how: how["set_aside"],
        [("aside", 0)],
    ),
    "search looks everywhere": (Asked, "rows", _everywhere, [("reach", 0)]),
    "a quote asks no leave": (QuoteQuerySet, "visible_to", lambda rows, reader: rows, [("quote", False)]),
    "a citation asks no leave": (
        StoryCitationQuerySet,
        "quotable",
        lambda rows: rows.all(),
        [("quote", False)],
    ),
    "everybody writes": (StoryQuerySet, "editable_by", lambda rows, reader: rows.told(), [("reach", 4)]),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_proof_fails_when_a_rule_is_broken(db, monkeypatch, rule):
    where, name, worse, steps = BROKEN[rule]
    # The last step compares every surface for every reader.
    run([*SHARED, *steps])
    monkeypatch.setattr(where, name, worse)
    with pytest.raises(AssertionError):
        run([*SHARED, *steps])
