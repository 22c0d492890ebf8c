"""Naïma at the table with her phone: offline and back, with a second host, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import eventually
from trajectories.models import Gathering, Harvest, TablePromise, Theme


def _tonight():
    return Gathering.objects.get(start_question__startswith="Wat doe je als je kind")


def _kept():
    return Harvest.objects.values_list("told", "head_count").get(gathering=_tonight())


def _sit_down(page):
    page.goto(f"/bijeenkomst/{_tonight().pk}/")
    page.get_by_role("link", name="Aan tafel").click()


def test_what_is_said_is_kept_also_when_the_connection_is_not(visit):
    page = visit("naima", width=360)
    _sit_down(page)
    page.get_by_label("Hoeveel mensen zijn er?").fill("11")
    page.get_by_label("Wat er verteld is").fill("De telefoon ligt bij ons in de la")
    page.get_by_text("Bewaard om").wait_for()
    eventually(page, _kept, ("De telefoon ligt bij ons in de la", 11))
    page.context.set_offline(True)
    page.get_by_label("Waar we verschillen").fill("Bij ons ligt hij op tafel")
    page.get_by_text("Niet bewaard, je bent offline").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Bewaard om").wait_for()
    eventually(
        page, lambda: Harvest.objects.get(gathering=_tonight()).differences, "Bij ons ligt hij op tafel"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_hosts_at_one_table_see_both_texts_and_nothing_vanishes(visit):
    naima, gerrit = visit("naima", width=360), visit("gerrit", width=360)
    _sit_down(naima)
    _sit_down(gerrit)
    gerrit.get_by_label("Wat er verteld is").fill("Gerrit hoorde dit")
    gerrit.get_by_text("Bewaard om").wait_for()
    naima.get_by_label("Wat er verteld is").fill("Naïma hoorde dat")
    naima.get_by_text("Druk op bewaren om beide teksten te zien").wait_for()
    naima.get_by_role("button", name="Bewaar, en zet het thema erbij").click()
    expect(naima.get_by_text("Gerrit hoorde dit")).to_have_count(1)
    expect(naima.get_by_label("Wat er verteld is")).to_have_value("Naïma hoorde dat")
    naima.get_by_label("Wat er verteld is").fill("Dit en dat")
    naima.get_by_role("button", name="Bewaar, en zet het thema erbij").click()
    assert Harvest.objects.get(gathering=_tonight()).told == "Dit en dat"


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_table_to_two_yeses_and_the_next_agenda(visit, scripts):
    page = visit("naima", width=360, scripts=scripts)
    _sit_down(page)
    page.get_by_label("Wat er verteld is").fill("Iedereen kijkt, ook wij")
    page.get_by_label("Een thema: wat moet er anders?").fill("Wij kijken zelf ook de hele avond")
    page.get_by_role("button", name="Bewaar, en zet het thema erbij").click()
    page.get_by_text("Wij kijken zelf ook de hele avond").wait_for()
    page.get_by_label("Wat is er beloofd?").fill("Een avond zonder scherm proberen")
    page.get_by_label("Wie doet het?").fill("een kartrekker")
    page.get_by_role("button", name="Bewaar, en zet de belofte erbij").click()
    page.get_by_text("Een avond zonder scherm proberen").wait_for()
    page.get_by_role("button", name="Klaar: vraag twee mensen om ja").click()
    expect(page.get_by_text("Twee mensen moeten nog ja zeggen")).to_have_count(1)
    page.get_by_role("button", name="Ja, dit mag verder dan onze groep").click()
    expect(page.get_by_text("Eén bewoner zei ja.")).to_have_count(1)
    joost = visit("joost", width=360)
    joost.goto(f"/bijeenkomst/{_tonight().pk}/")
    joost.get_by_role("button", name="Ja, dit mag verder dan onze groep").click()
    assert Harvest.objects.get(gathering=_tonight()).approved_on is not None
    assert Theme.objects.filter(words="Wij kijken zelf ook de hele avond").count() == 1
    assert TablePromise.objects.filter(what="Een avond zonder scherm proberen", outcome="").count() == 1
