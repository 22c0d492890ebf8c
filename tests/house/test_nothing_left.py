"""After taking a story back nobody else meets a word of it anywhere; after erasing it is nowhere at all."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from communities.models import Letter
from config.digest import make_digests
from config.letters import post_waiting
from stories import actions
from stories.models import Quote
from tests.factories.stories import told
from tests.house.test_canary import _walk
from tests.house.test_forgetting import whole_database
from trajectories.models import Signal, Theme

WORD = re.compile(r"kanarie9\d\d[a-z]*")
OTHERS = ["host", "builder", "official", "administrator", "neighbour", "visitor"]
TOKENS = {"kanarie901titel", "kanarie902tekst", "kanarie903naam", "kanarie904later"}


@pytest.fixture
def used(cast):
    """A story for everyone that is used wherever a story can be used."""
    today = timezone.localdate()
    story = told(
        cast.community,
        cast.resident,
        4,
        text="kanarie902tekst and the rest.",
        pseudonym="kanarie903naam",
        group=cast.group,
    )
    draft = actions.start_changing(by=cast.resident, story=story)
    values = {"title": "kanarie901titel", "text": story.text, "pseudonym": story.pseudonym}
    actions.save_draft(by=cast.resident, story=draft, values=values)
    permission = {"reach": 4, "may_quote": True, "may_count": True, "may_teach": True}
    story = actions.tell(by=cast.resident, story=draft, permission=permission)
    actions.say_how_it_is_now(by=cast.resident, story=story, words="kanarie904later")
    actions.choose_quote(by=cast.resident, story=story, start=0, end=15)
    here = {"community": cast.community, "group": cast.group}
    put = {"put_to": cast.office, "put_on": today, "answer_due": today + timedelta(days=40)}
    signal = Signal.objects.create(**here, title="Dark", words="Dark.", reach=4, **put)
    actions.cite(by=cast.host, quote=story.quote, signal=signal)
    actions.cite(by=cast.host, quote=story.quote, theme=Theme.objects.create(**here, words="Dark"))
    beside = {"community": cast.community, "area_code": cast.area.code, "subject": "people"}
    actions.cite(by=cast.host, quote=story.quote, **beside)
    actions.recognise(by=cast.participant, story=story, words="Here too.", pseudonym="", reach=4)
    return story


def met(cast, browse):
    """Every word of it that somebody else meets on a page, in a search, a file or a mail."""
    found = set()
    start = ["/", cast.community.get_absolute_url(), reverse("stories"), "/verhalen/?zoek=rest"]
    start += ["/zoeken/?q=rest", "/mijn/", "/mijn/gegevens/", "/mijn/gegevens.zip", "/beheer/"]
    for name in OTHERS:
        found |= {token for token in _walk(browse(name), start)[0] if WORD.fullmatch(token)}
    tomorrow = (timezone.localtime() + timedelta(days=1)).replace(hour=12)
    with time_machine.travel(tomorrow, tick=False):
        make_digests()
        post_waiting()
    letters = [f"{row.subject} {row.text} {row.html}" for row in Letter.objects.all()]
    sent = [f"{message.subject} {message.body}" for message in mail.outbox]
    return found | set(WORD.findall(" ".join(letters + sent)))


def test_after_taking_back_nobody_else_meets_a_word_of_it(cast, browse, used):
    assert met(cast, browse) >= {"kanarie902tekst", "kanarie903naam", "kanarie904later"}
    actions.withdraw(by=cast.resident, story=used)
    assert met(cast, browse) == set()
    assert TOKENS <= set(WORD.findall(browse("resident").get(used.get_absolute_url()).content.decode()))


def test_after_erasing_it_is_nowhere_not_in_the_database_either(cast, browse, used):
    actions.erase(by=cast.resident, story=used)
    assert met(cast, browse) == set()
    assert WORD.findall(whole_database()) == []


def test_the_proof_fails_when_taking_back_forgets_the_quotes(cast, browse, used, monkeypatch):
    monkeypatch.setattr(type(Quote.objects.all()), "visible_to", lambda rows, reader: rows)
    actions.withdraw(by=cast.resident, story=used)
    assert met(cast, browse) != set()


def test_the_proof_fails_when_erasing_leaves_the_text(cast, used, monkeypatch):
    monkeypatch.setattr(actions, "erase", actions.withdraw)
    actions.erase(by=cast.resident, story=used)
    assert WORD.findall(whole_database()) != []
