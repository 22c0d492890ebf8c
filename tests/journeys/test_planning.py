"""A host plans a year on a phone, prints an invitation and a poster, and a neighbour scans it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from trajectories.models import Gathering, Series, SignUp


def _next_tuesday():
    today = timezone.localdate()
    return today + timedelta(days=(1 - today.weekday()) % 7 or 7)


def _plan(page, group):
    page.goto(f"/groep/{group.pk}/reeks/")
    page.get_by_label("Startvraag").fill("Wat doen we met de zomer?")
    page.get_by_label("Elke week, of om de paar weken").check()
    page.get_by_label("Om de hoeveel weken of maanden?").fill("3")
    page.get_by_label("Wanneer is de eerste keer?").fill(_next_tuesday().isoformat())
    page.get_by_label("Hoe laat begint het?").fill("19:30")
    page.get_by_label("oppas").check()
    page.get_by_label("Hoeveel mensen passen erin?").fill("1")
    page.get_by_role("button", name="Plan de reeks").click()


def _invite(page):
    page.get_by_role("link", name="Nodig uit").first.click()
    expect(page.get_by_text("Er staat nog geen vraag van bewoners op deze agenda.")).to_have_count(1)
    page.get_by_role("button", name="Nodig toch alvast uit").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_host_plans_a_year_and_a_neighbour_scans_the_poster(visit, scripts):
    host = visit("naima", width=360, scripts=scripts)
    _plan(host, Gathering.objects.filter(group__title="Wijkacademie Opgroeien").first().group)
    series = Series.objects.get(start_question="Wat doen we met de zomer?")
    expect(host.locator("h1")).to_have_text(re.compile(r"Elke 3 weken op dinsdag,\s+19.30"))
    _invite(host)
    first = Gathering.objects.filter(series=series).first()
    for paper in ("uitnodiging", "poster"):
        host.goto(f"/bijeenkomst/{first.pk}/{paper}/")
        host.emulate_media(media="print")
        assert not host.locator("header").first.is_visible()
        assert host.locator("img.samenspel-qr").is_visible()
        host.emulate_media(media="screen")

    neighbour = visit(width=360, scripts=scripts)
    neighbour.goto(f"/b/{first.code}/")
    neighbour.get_by_label("Hoe mag de kartrekker je noemen?").fill("De buurman van 12")
    neighbour.get_by_role("button", name="Ik kom", exact=True).dblclick()
    neighbour.wait_for_url("**/aanmelding/**")
    expect(neighbour.get_by_text("Er is plek voor je.")).to_have_count(1)
    assert SignUp.objects.filter(gathering=first).count() == 1

    late = visit("songul", width=360, scripts=scripts)
    late.goto(f"/b/{first.code}/")
    late.get_by_role("button", name="Zet mij op de wachtlijst").click()
    neighbour.get_by_role("button", name="Ik kom toch niet").click()
    late.reload()
    expect(late.get_by_text("Er is plek voor je.")).to_have_count(1)
    host.goto(f"/bijeenkomst/{first.pk}/wie-komt/")
    expect(host.locator("ol li b")).to_have_text(["Songül"])
