"""A passkey and an app in a real browser, under our own content security policy."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from playwright.sync_api import expect

from tests.communities.accounts.logging_in import digits, mailed_code
from tests.journeys.conftest import AXE

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
NAIMA, BRAM = "naima@voorbeeld.samenspel.example", "bram@voorbeeld.samenspel.example"


def _wrong(page):
    """What axe finds on the page that is open now, and whether it scrolls sideways."""
    page.wait_for_load_state()
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{page.url}: {item['id']}" for item in found] + [f"{page.url}: too wide"] * wide


def _ask_code(page, email):
    page.goto("/account/login/")
    page.fill("#id_login", email)
    page.click("text=Stuur me een code")
    wrong = _wrong(page)
    page.fill("#id_code", mailed_code())
    page.click("text=Verder")
    return wrong


@pytest.mark.parametrize("width", [360, 1280])
def test_a_resident_makes_a_passkey_and_logs_in_with_it(visit, width):
    page, errors = visit(width=width), []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    wrong = _ask_code(page, NAIMA)
    page.goto("/account/passkey/")
    page.fill("#id_name", "Mijn telefoon")
    page.click("main button:has-text('Maak een passkey')")
    page.wait_for_url("**/account/codes/")
    wrong += _wrong(page)
    page.click("text=Ik heb ze bewaard")
    expect(page.locator("text=Geef Mijn telefoon een andere naam")).to_have_count(1)
    wrong += _wrong(page)
    page.click("text=Geef Mijn telefoon een andere naam")
    wrong += _wrong(page)
    page.goto("/account/logout/")
    page.click("main button")
    sent = len(mail.outbox)
    page.goto("/account/login/")
    page.check("#id_shared")
    page.click("button:has-text('Log in met een passkey')")
    page.wait_for_url("**/mijn/")
    assert len(mail.outbox) == sent
    assert all(cookie["expires"] == -1 for cookie in page.context.cookies() if cookie["name"] == "sessionid")
    page.goto(f"/account/passkey/{Authenticator.objects.get(type='webauthn').pk}/weg/")
    wrong += _wrong(page)
    assert (wrong, errors) == ([], [])


@pytest.mark.parametrize("scripts", [True, False])
def test_an_official_sets_up_the_app_on_the_first_day_and_uses_it_on_the_second(visit, scripts):
    page, wrong = visit(width=360, scripts=scripts), []

    def look():
        wrong.extend(_wrong(page) if scripts else [])

    page.goto("/account/login/")
    page.fill("#id_login", BRAM)
    page.click("text=Stuur me een code")
    page.fill("#id_code", mailed_code())
    page.click("text=Verder")
    assert "één keer" in page.inner_text("h1")
    page.click("text=Kies de app")
    look()
    secret = page.inner_text(".samenspel-geheim")
    page.fill("#id_code", digits(secret))
    page.click("main button:has-text('Verder')")
    paper = re.findall(r"\d{8}", page.inner_text("main"))
    page.click("text=Ik heb ze bewaard")
    expect(page).to_have_url(re.compile("/mijn/$"))
    page.goto("/account/logout/")
    page.click("main button")
    page.goto("/account/login/")
    page.fill("#id_login", BRAM)
    page.click("text=Stuur me een code")
    page.fill("#id_code", mailed_code())
    page.click("text=Verder")
    look()
    page.fill("#id_code", paper[0])
    page.click("main button:has-text('Inloggen')")
    expect(page).to_have_url(re.compile("/mijn/$"))
    page.goto("/account/app/weg/")
    assert "jij" in page.inner_text("h1")
    look()
    page.fill("#id_code", paper[1])
    page.click("main button:has-text('Verder')")
    look()
    assert "Stoppen" in page.inner_text("h1")
    assert wrong == []


def test_a_device_that_says_no_gets_a_sentence(visit):
    page = visit()
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, "isUserVerified": False}})
    page.goto("/account/login/")
    page.click("button:has-text('Log in met een passkey')")
    page.wait_for_selector("[data-passkey-failed]:visible")
    assert "andere manier" in page.inner_text("[data-passkey-failed]")
