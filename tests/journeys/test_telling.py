"""A story from the first word to taking it back, on a phone, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from stories.models import Story


def _begin(page):
    page.goto("/gemeenschap/kanaalbuurt/")
    page.get_by_role("link", name="Vertel je verhaal").first.click()
    page.get_by_role("button", name="Begin te schrijven").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_resident_tells_shares_and_takes_back_a_story(visit, scripts):
    page = visit("songul", width=360, scripts=scripts)
    _begin(page)
    page.get_by_label("Jouw verhaal").fill("Op de brug stond iemand met een paraplu. Voor mij.")
    page.get_by_label("Hoe noem je het?").fill("De paraplu")
    page.get_by_role("button", name="Verder: hoe ver mag het reizen?").click()
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name="Deel het met mijn gemeenschap").click()
    expect(page.locator("h1")).to_have_text("De paraplu")

    neighbour = visit("gerrit", width=360)
    address = Story.objects.get(title="De paraplu").get_absolute_url()
    assert neighbour.goto(address).status == 200
    assert visit("elise").goto(address).status == 404
    assert visit().goto(address).status == 404

    page.get_by_role("button", name="Trek terug").click()
    expect(page.get_by_text("Je verhaal is overal weg")).to_have_count(1)
    assert neighbour.goto(address).status == 404


def test_a_story_saves_itself_and_says_so_only_when_it_is_true(visit):
    page = visit("songul", width=360)
    _begin(page)
    page.get_by_label("Jouw verhaal").fill("Een halve zin")
    page.get_by_text("Bewaard om").wait_for()
    assert Story.objects.get(text="Een halve zin").state == "draft"
    page.context.set_offline(True)
    page.get_by_label("Jouw verhaal").fill("Een halve zin en nog wat")
    page.get_by_text("Niet bewaard, je bent offline").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Bewaard om").wait_for()
    assert Story.objects.filter(text="Een halve zin en nog wat").count() == 1


def test_a_newcomer_signs_up_with_a_mailed_code(visit, mailoutbox):
    page = visit(width=360)
    page.goto("/account/signup/")
    page.get_by_label("mailadres").fill("nieuw@mail.example")
    page.get_by_label("Hoe mogen we je noemen?").fill("Nieuw")
    page.get_by_role("button", name="Stuur me een code").click()
    code = next(line for line in mailoutbox[-1].body.splitlines() if line.strip().isdigit()).strip()
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Verder").click()
    page.goto("/mijn/")
    expect(page.locator("h1")).to_have_text("Dag Nieuw")


def test_a_host_invites_and_the_newcomer_is_let_in(visit):
    host = visit("naima", width=360)
    host.goto("/gemeenschap/kanaalbuurt/uitnodigen/")
    host.get_by_label("poster").check()
    host.get_by_role("button", name="Maak een code").click()
    code = host.locator(".samenspel-code").inner_text().replace(" ", "")
    newcomer = visit("peter", width=360)
    newcomer.goto("/uitnodiging/")
    newcomer.get_by_label("Je code").fill(code)
    newcomer.get_by_role("button", name="Verder").click()
    newcomer.get_by_role("button", name="Ja, ik doe mee").click()
    expect(newcomer.get_by_text("Somebody there")).to_have_count(0)
    host.goto("/gemeenschap/kanaalbuurt/wie-wil-meedoen/")
    host.get_by_role("button", name="Ja, welkom").last.click()
    newcomer.goto("/mijn/")
    expect(newcomer.get_by_role("link", name="Kanaalbuurt", exact=True)).to_have_count(1)
