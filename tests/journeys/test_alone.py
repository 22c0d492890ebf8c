"""Telling without an account on a phone, with and without JavaScript; and speaking it in."""

import re
import shutil
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from stories.calls.answer_scales import zone_of
from stories.models import Story, StoryAnswer, StoryCall, StoryMedia
from tests.journeys.conftest import AXE
from tests.journeys.test_every_page import look
from tools.shot import FLAGS

MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_visitor_tells_is_let_in_and_takes_it_back_with_the_code(visit, scripts):
    page = visit(width=360, scripts=scripts)
    page.goto("/gemeenschap/kanaalbuurt/")
    page.get_by_role("link", name="Vertel je verhaal").first.click()
    page.get_by_role("button", name="Begin zonder account").click()
    code = page.locator(".samenspel-code").inner_text()
    page.get_by_role("link", name="Ik heb de code").click()
    page.get_by_label("Jouw verhaal").fill("Ik ken hier niemand. De bakker zegt dag.")
    page.get_by_role("button", name="Verder: hoe ver mag het reizen?").click()
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name="Deel het met mijn gemeenschap").click()
    expect(page.get_by_text("Niemand anders leest het nog")).to_have_count(1)
    page.get_by_role("button", name="Sluit het op dit apparaat").click()

    address = Story.objects.get(text__startswith="Ik ken hier niemand").get_absolute_url()
    assert page.goto(address).status == 404
    host = visit("naima", width=360)
    host.goto("/mijn/")
    host.get_by_role("link", name="Een verhaal zonder account wacht").click()
    waiting = host.get_by_role("listitem").filter(has_text="Ik ken hier niemand")
    waiting.get_by_role("button", name="Laat het binnen").click()
    assert visit("gerrit").goto(address).status == 200

    page.goto("/mijn-verhaal/")
    page.get_by_label("De code van je verhaal").fill(code)
    page.get_by_role("button", name="Open mijn verhaal").click()
    page.get_by_role("button", name="Trek terug").click()
    assert visit("gerrit").goto(address).status == 404


def test_a_visitor_speaks_it_in(chromium, live_server, town):
    path, args = shutil.which("chromium"), [*FLAGS, *MICROPHONE]
    browser = chromium.browser_type.launch(executable_path=path, args=args)
    page = browser.new_context(base_url=live_server.url, permissions=["microphone"]).new_page()
    page.goto("/vertellen/zonder-account/kanaalbuurt/")
    page.get_by_role("button", name="Begin zonder account").click()
    page.get_by_role("link", name="Ik heb de code").click()
    page.get_by_role("button", name="Spreek het in").click()
    page.get_by_role("button", name="Begin met opnemen").click()
    page.get_by_text(re.compile("Opname: 0:0[2-9]")).wait_for()
    page.get_by_role("button", name="Stop en bewaar het").click()
    page.get_by_text("Het geluid is bewaard bij je verhaal").wait_for()
    browser.close()
    assert StoryMedia.objects.get().content_type == "audio/webm"


def test_a_visitor_tells_for_a_call_and_answers_a_triangle_with_the_keyboard(visit):
    page = visit(width=360)
    page.goto(StoryCall.objects.get(title="Wie bleef er?").get_absolute_url())
    page.get_by_role("link", name="Vertel je verhaal").press("Enter")
    page.get_by_role("button", name="Begin zonder account").press("Enter")
    page.get_by_role("link", name="Ik heb de code").press("Enter")
    expect(page.get_by_text("Vertel over een moment waarop iemand bleef")).to_have_count(1)
    page.get_by_label("Jouw verhaal").fill("De buurman bleef zitten tot de dokter kwam.")
    page.get_by_role("button", name="Verder: hoe ver mag het reizen?").press("Enter")
    page.get_by_label("Nee", exact=True).press("Space")
    page.get_by_role("button", name="Deel het met mijn gemeenschap").press("Enter")

    triangle = page.get_by_role("group", name="Door wie kwam het verder?")
    triangle.get_by_label("mensen van hier", exact=True).press("Space")
    page.keyboard.press("ArrowDown")
    expect(triangle.get_by_label("ikzelf", exact=True)).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Bewaar mijn antwoorden").press("Enter")
    page.get_by_text("Je antwoorden zijn bewaard").wait_for()
    answer = StoryAnswer.objects.get(story__text__startswith="De buurman bleef")
    assert (answer.question.kind, zone_of(answer.value)) == ("triad", "l")
    page.get_by_role("link", name="De vragen over je verhaal").press("Enter")
    expect(page.get_by_label("ikzelf", exact=True)).to_be_checked()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_of_who_holds_a_code_and_the_printed_sheet_are_accessible(visit, width):
    page = visit("gerrit", width=width)
    page.goto("/voorbeeld/")
    code = page.locator(".samenspel-code").inner_text()
    page.goto("/mijn-verhaal/")
    page.get_by_label("De code van je verhaal").fill(code)
    page.get_by_role("button", name="Open mijn verhaal").click()
    page.wait_for_load_state()
    told = urlsplit(page.url).path
    wrong = [line for part in ("", "bij-mijn-account/", "hoe-nu/") for line in look(page, told + part)]
    assert wrong == []

    host, call = visit("naima", width=width), StoryCall.objects.get(title="Wie bleef er?")
    assert [line for part in ("", "intypen/") for line in look(host, f"/oproep/{call.pk}/{part}")] == []
    assert look(host, "/gemeenschap/kanaalbuurt/verhalen-wachten/") == []
    host.goto(f"/oproep/{call.pk}/papier/")
    host.get_by_role("button", name="Maak de formulieren").click()
    host.wait_for_load_state()
    host.evaluate(AXE.read_text())
    assert host.evaluate("axe.run({resultTypes: ['violations']})")["violations"] == []
    assert not host.evaluate("document.documentElement.scrollWidth > innerWidth")
