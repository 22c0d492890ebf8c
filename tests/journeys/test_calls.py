"""A resident tells for a call on a phone and says where the story lies, by tap, by keyboard, without JavaScript."""

import pytest

from stories.calls.answer_scales import zone_of
from stories.models import StoryAnswer, StoryCall


def _tell(page):
    page.goto(StoryCall.objects.get(title="Wie bleef er?").get_absolute_url())
    page.get_by_role("button", name="Vertel je verhaal").click()
    page.get_by_label("Jouw verhaal").fill("Zij bleef zitten tot het licht was.")
    page.get_by_role("button", name="Verder: hoe ver mag het reizen?").click()
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name="Deel het met mijn gemeenschap").click()
    return page.get_by_role("group", name="Door wie kwam het verder?")


def _kept(page, kind="triad"):
    page.get_by_role("button", name="Bewaar mijn antwoorden").click()
    page.get_by_text("Je antwoorden zijn bewaard").wait_for()
    return StoryAnswer.objects.get(story__text__startswith="Zij bleef zitten", question__kind=kind).value


def test_a_triangle_is_answered_without_javascript(visit):
    page = visit("songul", width=360, scripts=False)
    triangle = _tell(page)
    triangle.get_by_label("tussen mensen van hier en ikzelf").click()
    page.get_by_role("group", name="Hoe stond je er daarna bij?").get_by_label("in het midden").click()
    assert zone_of(_kept(page)) == "tl"
    answers = StoryAnswer.objects.filter(story__text__startswith="Zij bleef zitten")
    assert answers.get(question__kind="slider").value == 0.5
    assert answers.count() == 2


def test_a_tap_in_the_triangle_keeps_the_very_place(visit):
    page = visit("songul", width=360)
    area = _tell(page).locator("[data-vlak]")
    size = area.bounding_box()
    area.click(position={"x": size["width"] * 0.3, "y": size["height"] * 0.93})
    value = _kept(page)
    assert value["t"] == pytest.approx(0.07, abs=0.02)
    assert value["r"] == pytest.approx(0.265, abs=0.02)
    assert sum(value.values()) == pytest.approx(1)


def test_a_triangle_is_answered_by_keyboard(visit):
    page = visit("songul", width=360)
    triangle = _tell(page)
    triangle.get_by_label("mensen van hier", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert zone_of(_kept(page)) == "l"
