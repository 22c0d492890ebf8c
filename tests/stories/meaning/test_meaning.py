"""What people make of stories together, and how a voice that is taken back leaves no trace in it."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.models import Notice
from config.website.my_data.own_data import forget
from stories.meaning.actions import rounds, together
from stories.models import (
    ChangeRound,
    NamedTheme,
    Observation,
    Quote,
    Reading,
    ReadingSession,
    Story,
    StoryLesson,
    StoryRef,
    StoryReport,
)
from stories.reading.panels import books
from stories.telling.actions import telling
from stories.telling.photo_story import put_together, take_apart
from tests.factories import communities
from tests.factories.stories import allow, told
from trajectories.models import Signal, Theme

SECRET = "The heron knows where the purple key was buried before the flood came."
TITLE = "Heronsecret"
READERS = ["resident", "host", "participant", "builder", "official", "neighbour", "stranger", "visitor"]


def keep(cast, model, by="host", **values):
    return together.keep(by=cast.user(by), row=model(community=cast.community), values={"reach": 4, **values})


def agree(cast, row, *names):
    for name in names or ("host", "builder"):
        row = together.agree(by=cast.user(name), row=row)
    return row


@pytest.fixture
def story(cast):
    """A story for everyone, quoted, and allowed in lessons."""
    row = told(cast.community, cast.resident, 4, text=SECRET)
    Story.objects.filter(pk=row.pk).update(title=TITLE)
    row.title = TITLE
    row.text_hash = row.fingerprint
    row.save()
    allow(row, text_hash=row.text_hash, may_teach=True)
    Quote.objects.create(story=row, start=0, end=len(SECRET))
    return row


def observed(cast, story):
    row = keep(cast, Observation, words="People here look after what was lost.")
    together.lay_story(by=cast.host, row=row, story=story)
    together.interpret(by=cast.host, observation=row, words="We do not forget.")
    together.interpret(by=cast.builder, observation=row, words="It asks for time.")
    return agree(cast, row)


@pytest.fixture
def pages(cast, story):
    """The story on every page that is made together, agreed and for everyone."""
    noticed = observed(cast, story)
    session = keep(cast, ReadingSession, place="The kitchen")
    together.lay_story(by=cast.host, row=session, story=story, why="kanariewaarom it stayed with us")
    agree(cast, session)
    report = keep(cast, StoryReport, title="Along the water")
    other = told(cast.community, cast.participant, 4, text="We stayed.")
    together.add_part(by=cast.host, report=report, values={"title": "kanariekop", "story": story})
    for values in ({"observation": noticed}, {"session": session}, {"story": other, "title": "Second"}):
        together.add_part(by=cast.host, report=report, values=values)
    agree(cast, report)
    round_ = keep(cast, ChangeRound, title="This spring", ends_on=timezone.localdate())
    rounds.offer_story(by=cast.resident, round=round_, story=story)
    for name in ("host", "builder"):
        rounds.sit_down(by=cast.user(name), round=round_)
    reason = {"domain": 0, "story": story, "reason": "kanariereden it lasted"}
    rounds.choose(by=cast.host, round=round_, **reason)
    agree(cast, round_)
    lesson = keep(cast, StoryLesson, words="kanarieles wait longer", story=story)
    agree(cast, lesson)
    here = f"/gemeenschap/{cast.community.slug}/"
    rows = [noticed, session, report, round_]
    return [*(row.get_absolute_url() for row in rows), f"{here}lessen/", f"{here}samen-gelezen/"]


def traces(browse, name, pages):
    """What of the story stands on the pages for one reader; the teller's own offer is the teller's."""
    found = ""
    for page in pages:
        found += browse(name).get(page).content.decode()
    return [word for word in ("purple key", "kanarie", TITLE) if word in found]


def withdraw(cast, story):
    telling.withdraw(by=cast.resident, story=story)


def narrow(cast, story):
    only_me = {"reach": 0, "may_quote": True, "may_count": True, "may_teach": True}
    telling.change_reach(by=cast.resident, story=story, permission=only_me)


def expire(cast, story):
    past = timezone.now() - timedelta(days=1)
    allow(story, given_at=past - timedelta(days=2), until=past)


def erase(cast, story):
    telling.erase(by=cast.resident, story=story)


def leave(cast, story):
    forget(cast.resident)


@pytest.mark.parametrize("ends", [withdraw, narrow, expire, erase, leave])
def test_a_story_that_is_taken_back_leaves_no_trace_for_anybody(ends, cast, story, pages, browse):
    assert traces(browse, "visitor", pages) == ["purple key", "kanarie", TITLE]
    ends(cast, story)
    readers = [name for name in READERS if name != "resident"]
    assert {name: traces(browse, name, pages) for name in readers} == {name: [] for name in readers}
    if ends is not leave:
        assert "purple key" not in "".join(traces(browse, "resident", pages))
    report = " ".join(browse("visitor").get(pages[2]).content.decode().split())
    assert "> 3. Second" in report
    assert "> 4. " not in report


def test_a_narrowed_story_stays_for_who_may_still_read_it(cast, story, pages, browse):
    community = {"reach": 2, "may_quote": False, "may_count": False, "may_teach": False}
    telling.change_reach(by=cast.resident, story=story, permission=community)
    near, far = traces(browse, "participant", pages), traces(browse, "official", pages)
    assert (near, far) == (["kanarie", TITLE], [])
    assert "kanarieles" not in browse("participant").get(pages[4]).content.decode()


def test_no_table_but_the_story_s_own_holds_a_word_of_it(cast, story, pages):
    held = set()
    for model in apps.get_models():
        if model._meta.managed:
            for row in model._base_manager.values():
                if "purple key" in str(row.values()) or TITLE in str(row.values()):
                    held.add(model._meta.label)
    assert held == {"stories.Story"}
    telling.erase(by=cast.resident, story=story)
    assert not StoryRef.objects.filter(story__title=TITLE).exists()
    assert all(SECRET not in str(row) for m in apps.get_models() for row in m._base_manager.values())


def test_words_of_a_story_are_not_copied_into_anything(cast, story):
    noticed = keep(cast, Observation, words="Something was lost.")
    together.lay_story(by=cast.host, row=noticed, story=story)
    for words in (SECRET, f"She said: {SECRET.upper()}"):
        with pytest.raises(ValidationError):
            together.keep(by=cast.host, row=noticed, values={"words": words})
        with pytest.raises(ValidationError):
            together.interpret(by=cast.host, observation=noticed, words=words)
        with pytest.raises(ValidationError):
            together.lay_story(by=cast.host, row=noticed, story=story, why=words)
    report = keep(cast, StoryReport, title="Along the water", opening=SECRET)
    with pytest.raises(ValidationError):
        together.add_part(by=cast.host, report=report, values={"story": story})


@pytest.mark.parametrize("voices", [["host"], ["host", "participant"], ["builder", "official"]])
def test_an_observation_needs_two_kinds_of_people_one_a_resident(voices, cast):
    noticed = keep(cast, Observation, words="It is quiet.")
    for name in voices:
        together.interpret(by=cast.user(name), observation=noticed, words="It means much.")
    with pytest.raises(ValidationError):
        agree(cast, noticed)


def test_an_observation_that_loses_a_side_is_published_no_more(cast, story, browse):
    noticed = observed(cast, story)
    assert browse("visitor").get(noticed.get_absolute_url()).status_code == 200
    side = noticed.interpretations.get(party="resident")
    together.take_back_interpretation(by=cast.host, interpretation=side)
    assert browse("visitor").get(noticed.get_absolute_url()).status_code == 404


def test_changed_words_ask_for_both_yeses_again(cast, story):
    noticed = observed(cast, story)
    together.keep(by=cast.host, row=noticed, values={"words": "People look after things."})
    assert Observation.objects.get().approved_on is None


def test_a_name_over_observations_becomes_a_theme_and_a_signal_and_the_trail_stays(cast, story, browse):
    bundle = keep(cast, NamedTheme, words="Being seen", observations=[observed(cast, story)])
    agree(cast, bundle)
    page = bundle.get_absolute_url()
    browse("host").post(f"{page}thema/", {"group": cast.group.pk})
    browse("host").post(f"{page}signaal/", {"group": cast.group.pk, "title": "A bench", "words": "We ask."})
    theme, signal = Theme.objects.get(), Signal.objects.get()
    assert (theme.words, signal.theme) == ("Being seen", theme)
    shown = browse("host").get(page).content.decode()
    assert theme.get_absolute_url() in shown
    assert signal.get_absolute_url() in shown


def read_figures(cast, **values):
    at = {"area_code": cast.area.code, "subject": "people", "words": "We are many."}
    return keep(cast, Reading, **at, **values)


def test_a_reading_stands_first_beside_figures_for_a_year(cast, browse):
    communities.FigureFactory(area=cast.area)
    agree(cast, read_figures(cast), "host", "official")
    (spread,) = books([cast.area])
    assert spread.reading.words == "We are many."
    pages = {name: browse(name).get(f"/buurt/{cast.area.code}/").content.decode() for name in READERS}
    assert all("We are many." in page for page in pages.values())
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        assert books([cast.area])[0].reading is None


@pytest.mark.parametrize("people", [["builder"], ["host", "participant"], ["official", "host"]])
def test_a_reading_is_made_by_residents_with_another_party(people, cast):
    communities.FigureFactory(area=cast.area)
    with pytest.raises(ValidationError):
        agree(cast, read_figures(cast), *people, "builder" if people == ["builder"] else "participant")
    assert books([cast.area])[0].reading is None


def test_a_panel_with_too_few_residents_does_not_choose(cast, story):
    round_ = keep(cast, ChangeRound, title="This spring", ends_on=timezone.localdate())
    rounds.offer_story(by=cast.resident, round=round_, story=story)
    for name in ("builder", "official"):
        rounds.sit_down(by=cast.user(name), round=round_)
    with pytest.raises(ValidationError):
        rounds.choose(by=cast.builder, round=round_, domain=0, story=story, reason="Because.")
    for name in ("host", "participant"):
        rounds.sit_down(by=cast.user(name), round=round_)
    rounds.choose(by=cast.builder, round=round_, domain=0, story=story, reason="Because.")
    rounds.stand_up(by=cast.host, round=round_)
    with pytest.raises(ValidationError):
        rounds.choose(by=cast.builder, round=round_, domain=1, story=story, reason="Because.")


def test_everybody_who_offered_a_story_hears_what_came_of_it(cast, story, browse):
    round_ = keep(cast, ChangeRound, title="This spring", ends_on=timezone.localdate())
    rounds.offer_story(by=cast.resident, round=round_, story=story)
    rounds.close_round(by=cast.host, round=round_, differently="We wait.", told_back="Thank you.")
    assert Notice.objects.filter(kind="told_back", person=cast.resident).count() == 1
    assert "Thank you." in browse("resident").get(round_.get_absolute_url()).content.decode()


def test_one_kind_of_change_is_always_open(cast):
    assert len(ChangeRound(domains="").asked_about) == 1
    assert len(ChangeRound(domains="Between neighbours\n\nAt school\n").asked_about) == 3


def test_a_story_told_with_six_questions_is_one_text_that_comes_apart_again(cast, browse):
    answers = {"see": "A bench.", "why": "Nobody mends it.\nNobody asks.", "do": "We paint."}
    text = put_together(answers)
    assert {name: words for name, words in take_apart(text).items() if words} == answers
    assert take_apart("Just a story.") == {"see": "Just a story."}
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    page = f"/vertellen/{draft.uuid}/zes-vragen/"
    values = {**answers, "language": "nl", "relation": "live", "later": "1"}
    assert browse("resident").post(page, values).status_code == 302
    kept = Story.objects.get(pk=draft.pk)
    assert take_apart(kept.text)["do"] == "We paint."
    assert "Nobody asks." in browse("resident").get(f"/vertellen/{draft.uuid}/").content.decode()


@pytest.mark.parametrize("times", [1, 6])
def test_a_report_asks_a_fixed_number_of_questions(
    times, cast, story, pages, browse, django_assert_num_queries
):
    report = StoryReport.objects.get()
    for number in range(times):
        other = told(cast.community, cast.participant, 4, text=f"We stayed {number}.")
        together.add_part(by=cast.host, report=report, values={"story": other})
        together.add_part(by=cast.host, report=report, values={"observation": observed(cast, other)})
    client = browse("participant")
    client.get(pages[2])
    with django_assert_num_queries(11):
        client.get(pages[2])
