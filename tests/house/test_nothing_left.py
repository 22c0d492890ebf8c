"""After taking a story back nobody else meets a word of it anywhere; after erasing it is nowhere at all."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from communities.models import Letter
from config.website.mail.digest import make_digests
from config.website.mail.letters import post_waiting
from stories.answers import actions as answers_actions
from stories.citing import actions as citing_actions
from stories.models import (
    ChangeRound,
    Choice,
    Question,
    Quote,
    ReadingSession,
    ReportPart,
    StoryKey,
    StoryLesson,
    StoryMedia,
    StoryRef,
    StoryReport,
)
from stories.responses import actions as responses_actions
from stories.suggestions import actions as suggestions_actions
from stories.telling.actions import media, telling
from stories.telling.derived import derive
from tests.factories.stories import a_call, allow, told
from tests.house import walk
from tests.house.test_forgetting import whole_database
from tests.stories.telling.test_media import noise, photo
from trajectories.models import Signal, Theme

WORD = re.compile(r"kanarie9\d\d[a-z]*")
OTHERS = ["host", "builder", "official", "administrator", "neighbour", "visitor"]
TOKENS = {"kanarie901titel", "kanarie902tekst", "kanarie903naam", "kanarie904later"}
# Who recognised it or suggested something keeps their own words on their own page.
WRITTEN_BY_OTHERS = {"kanarie915herkend", "kanarie914voorstel"}
# What hangs on the story: words with a picture and a sound, an answer, a suggestion, and what others say about it.
HANGING = {
    f"kanarie9{n}{what}"
    for n, what in enumerate(
        ("beeld", "geluid", "antwoord", "voorstel", "herkend", "waarom", "les", "reden", "deel"), 11
    )
}


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
    draft = telling.start_changing(by=cast.resident, story=story)
    values = {"title": "kanarie901titel", "text": story.text, "pseudonym": story.pseudonym}
    telling.save_draft(by=cast.resident, story=draft, values=values)
    permission = {"reach": 4, "may_quote": True, "may_count": True, "may_teach": True}
    story = telling.tell(by=cast.resident, story=draft, permission=permission)
    responses_actions.say_how_it_is_now(by=cast.resident, story=story, words="kanarie904later")
    telling.choose_quote(by=cast.resident, story=story, start=0, end=15)
    here = {"community": cast.community, "group": cast.group}
    put = {"put_to": cast.office, "put_on": today, "answer_due": today + timedelta(days=40)}
    signal = Signal.objects.create(**here, title="Dark", words="Dark.", reach=4, **put)
    citing_actions.cite(by=cast.host, quote=story.quote, signal=signal)
    citing_actions.cite(by=cast.host, quote=story.quote, theme=Theme.objects.create(**here, words="Dark"))
    beside = {"community": cast.community, "area_code": cast.area.code, "subject": "people"}
    citing_actions.cite(by=cast.host, quote=story.quote, **beside)
    responses_actions.recognise(
        by=cast.participant, story=story, words="Here too. kanarie915herkend", pseudonym="", reach=4
    )
    _told_with_media(cast, story)
    _made_of_it(cast, story)
    return story


def _told_with_media(cast, story):
    """A picture and a sound in it, the code, an answer to its call and a suggestion."""
    for name, add, content in (
        ("kanarie911beeld", media.add_picture, photo()),
        ("kanarie912geluid", media.add_sound, noise(1)),
    ):
        draft = telling.start_draft(by=cast.resident, community=cast.community)
        item = add(by=cast.resident, story=draft, content=content, words=name)
        StoryMedia.objects.filter(pk=item.pk).update(story=story)
        draft.delete()
    story.refresh_from_db()
    story.text_hash = story.fingerprint
    story.call = a_call(cast.community, [cast.host], opened_on=timezone.localdate())
    story.save()
    allow(story, text_hash=story.text_hash)
    question = Question.objects.create(call=story.call, kind="word", text="Which word?")
    answers_actions.answer(by=cast.resident, story=story, values={question: "kanarie913antwoord"})
    suggestions_actions.suggest(by=cast.neighbour, story=story, words="rest", instead="kanarie914voorstel")
    StoryKey.objects.create(
        story=story, digest="kanarie920code", let_in_hash=story.text_hash, let_in_at=timezone.now()
    )
    derive([story])


def _made_of_it(cast, story):
    """It lies in a session, a report, a round and a lesson, each with words of others about it."""
    here = {"community": cast.community, "reach": 4, "approved_on": timezone.localdate()}
    session = ReadingSession.objects.create(**here, place="The kitchen")
    StoryRef.objects.create(story=story, session=session, why="kanarie916waarom")
    StoryLesson.objects.create(**here, story=story, words="kanarie917les")
    round_ = ChangeRound.objects.create(**here, title="Spring", ends_on=timezone.localdate())
    Choice.objects.create(round=round_, domain=0, story=story, reason="kanarie918reden")
    report = StoryReport.objects.create(**here, title="Along the water")
    ReportPart.objects.create(report=report, story=story, words="kanarie919deel")


def met(cast, browse, names=OTHERS):
    """Every word of it that somebody else meets on a page, in a search, a file or a mail."""
    found = set()
    start = ["/", cast.community.get_absolute_url(), reverse("stories"), "/verhalen/?zoek=rest"]
    start += ["/zoeken/?q=rest", "/mijn/", "/mijn/gegevens/", "/mijn/gegevens.zip", "/beheer/"]
    for name in names:
        client = walk.client_of(None if name == "visitor" else cast.user(name))
        found |= {token for token in walk.tokens_from(client, start) if WORD.fullmatch(token)}
    tomorrow = (timezone.localtime() + timedelta(days=1)).replace(hour=12)
    with time_machine.travel(tomorrow, tick=False):
        make_digests()
        post_waiting()
    letters = [f"{row.subject} {row.text} {row.html}" for row in Letter.objects.all()]
    sent = [f"{message.subject} {message.body}" for message in mail.outbox]
    return found | set(WORD.findall(" ".join(letters + sent)))


def test_after_taking_back_nobody_else_meets_a_word_of_it(cast, browse, used):
    assert met(cast, browse) >= {"kanarie902tekst", "kanarie903naam", "kanarie904later"}
    telling.withdraw(by=cast.resident, story=used)
    assert met(cast, browse) - WRITTEN_BY_OTHERS == set()
    assert TOKENS <= set(WORD.findall(browse("resident").get(used.get_absolute_url()).content.decode()))


def test_after_erasing_it_is_nowhere_not_in_the_database_nor_on_the_disk(
    cast, browse, used, django_capture_on_commit_callbacks
):
    files = {name for item in StoryMedia.objects.all() for name in (item.file.name, item.small.name) if name}
    assert set(WORD.findall(whole_database())) >= TOKENS | HANGING | {"kanarie920code"}
    assert len(files) == 3
    assert all(default_storage.exists(name) for name in files)
    with django_capture_on_commit_callbacks(execute=True):
        telling.erase(by=cast.resident, story=used)
    assert not any(default_storage.exists(name) for name in files)
    left = whole_database()
    assert WORD.findall(left) == []
    assert not any(name in left for name in files)
    assert met(cast, browse) == set()


def test_the_proof_fails_when_taking_back_forgets_the_quotes(cast, browse, used, monkeypatch):
    monkeypatch.setattr(type(Quote.objects.all()), "visible_to", lambda rows, reader: rows)
    telling.withdraw(by=cast.resident, story=used)
    assert met(cast, browse, ["host"]) != set()


def test_the_proof_fails_when_erasing_leaves_the_text(cast, used, monkeypatch):
    monkeypatch.setattr(telling, "erase", telling.withdraw)
    telling.erase(by=cast.resident, story=used)
    assert WORD.findall(whole_database()) != []
