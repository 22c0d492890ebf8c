"""The button that reads a story aloud: only with a voice of the device itself, in the language of the story."""

import pytest

from stories.models import Story

# A browser in a test has no voices of its own: the page is given some, as a phone would.
VOICES = """
const said = window.said = [];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => %s, cancel() {}, speak(piece) { said.push(piece.text + "|" + piece.lang); },
  addEventListener() {},
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
HERE = '[{lang: "nl-NL", localService: true}, {lang: "tr_TR", localService: true}]'
ELSEWHERE = '[{lang: "nl-NL", localService: false}]'


def _open(visit, voices, title):
    page = visit(None, width=360)
    page.add_init_script(VOICES % voices)
    page.goto(Story.objects.get(title=title).get_absolute_url())
    return page


@pytest.mark.parametrize(
    ("voices", "title", "there"),
    [(HERE, "De jas", True), (ELSEWHERE, "De jas", False), ("[]", "De jas", False), (HERE, "السكين", False)],
)
def test_the_button_is_there_only_with_a_fitting_voice_of_the_device(visit, voices, title, there):
    page = _open(visit, voices, title)
    assert page.locator("[data-read-aloud]").is_visible() is there


def test_a_story_is_read_piece_by_piece_in_its_own_language_and_stops_at_a_tap(visit):
    page = _open(visit, HERE, "De jas")
    button = page.locator("[data-read-aloud]")
    button.click()
    said = page.evaluate("window.said")
    assert said[0].startswith("Het eerste jaar hier had ik een dunne jas.")
    assert {line.split("|")[1] for line in said} == {"nl-NL"}
    assert button.inner_text() == "Stop met voorlezen"
    button.click()
    assert button.inner_text() == "Lees voor"


def test_without_javascript_there_is_no_button(visit):
    page = visit(None, width=360, scripts=False)
    page.goto(Story.objects.get(title="De jas").get_absolute_url())
    assert not page.locator("[data-read-aloud]").is_visible()
