"""What nobody types by accident gets an answer in words, and never reaches the database (PostgreSQL breaks on it)."""

import re
from datetime import date
from uuid import UUID

import pytest
from django import forms
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import get_resolver

from communities.models import Heartbeat
from communities.site.form_dates import day_in, moment_in
from communities.site.form_rules import FormRules
from communities.site.plain_text import LONGEST, clean_line, clean_text
from config.website.management.commands import nightly
from config.website.nightly import retention_run
from tests.house.test_no_intake import form_classes
from trajectories.continuity.forms import FundingPeriodForm
from trajectories.models import FundingPeriod, Signal

# Small pieces that only stand inside other forms.
PIECES = {"FewerPlaces", "GatheringDetailsFields", "NewcomerForm", "SharedComputerMixin"}


def patterns(resolver=None, before=""):
    for part in (resolver or get_resolver()).url_patterns:
        here = before + str(part.pattern)
        if hasattr(part, "url_patterns"):
            yield from patterns(part, here)
        else:
            yield here


def ours():
    return [row for row in patterns() if not row.startswith("beheer/")]


def test_no_address_takes_any_text():
    assert [row for row in ours() if "<str:" in row or "<path:" in row] == []
    assert len([row for row in ours() if "<word:" in row]) > 15


def example_of(pattern):
    """An address of this pattern, with a null byte in every code."""
    values = {"word": "a%00b", "int": "1", "slug": "a", "uuid": "11111111-1111-4111-8111-111111111111"}
    return "/" + re.sub(r"<(\w+):\w+>", lambda found: values[found[1]], pattern)


@pytest.mark.parametrize("who", ["visitor", "resident", "official"])
def test_a_null_byte_in_an_address_is_an_address_that_is_not_there(cast, browse, who):
    found = {example_of(row): None for row in ours() if "<word:" in row}
    for address in found:
        found[address] = browse(who).get(address).status_code
    assert set(found.values()) == {404}


@pytest.mark.parametrize(
    "name", ["q", "gemeenschap", "oproep", "thema", "zoek", "taal", "voor", "op", "next", "vel"]
)
@pytest.mark.parametrize("address", ["/zoeken/", "/vertellen/", "/verhalen/", "/account/login/"])
def test_a_null_byte_in_a_question_or_a_cookie_is_refused_at_the_door(client, db, address, name):
    assert client.get(address, {name: "a\0b"}).status_code == 400
    client.cookies["sessionid"] = "a\0b"
    assert client.get(address).status_code == 400


TYPED = {
    "/account/login/": ["login"],
    "/account/signup/": ["email", "display_name"],
    "/mijn-verhaal/": ["code"],
    "/weer-binnen/": ["code", "email"],
    "/voorbeeld/": ["person"],
}


@pytest.mark.parametrize("address", TYPED)
def test_a_null_byte_and_three_hundred_letters_in_a_form_are_no_error_of_ours(client, db, address):
    for value in ("a\0b@mail.example", "a" * 300 + "@mail.example", "a" * 5000):
        answer = client.post(address, dict.fromkeys(TYPED[address], value))
        assert answer.status_code in {200, 302, 404}, value[:20]


def test_every_form_keeps_the_rules_for_words_and_days(db):
    loose = {form.__qualname__ for form in form_classes() if not issubclass(form, FormRules)}
    assert loose - PIECES == set()


class Anything(FormRules, forms.Form):
    name = forms.CharField()
    words = forms.CharField(widget=forms.Textarea)
    several = forms.MultipleChoiceField(choices=[("a", "A")])
    mail = forms.EmailField(required=False)
    on = forms.DateField(required=False)
    at = forms.DateTimeField(required=False)
    key = forms.UUIDField(required=False)
    chosen = forms.JSONField(required=False)


def filled(**values):
    form = Anything({"name": "Bo", "words": "Hallo", "several": ["a"], **values})
    form.is_valid()
    return form


def test_marks_that_nobody_sees_leave_a_name_and_line_ends_stay_in_a_text():
    form = filled(name="\u202eBo\0\u200f\nde Wit\x1b", words="Een\r\nregel\0\u2066", several=["a\0"])
    assert form.cleaned_data == {
        "name": "Bo de Wit",
        "words": "Een\nregel",
        "several": ["a"],
        "mail": "",
        "on": None,
        "at": None,
        "key": None,
        "chosen": None,
    }
    assert "\0" not in str(form)
    assert clean_text("سلام\u200c\u200fخوب") == "سلام\u200c\u200fخوب"
    assert clean_line("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", "a" * 501),
        ("name", "\0\u202e"),
        ("words", "a" * (LONGEST + 1)),
        ("mail", "a" * 60 + "@" + "b" * 60 + ".c" * 80 + ".nl"),
        ("on", "0001-01-01"),
        ("on", "1899-12-31"),
        ("on", "2101-01-01"),
        ("on", "9999-12-31"),
        ("at", "0001-01-01T00:00"),
        ("at", "9999-12-31T23:59"),
    ],
)
def test_what_a_field_cannot_keep_is_said_at_the_field_and_stays_on_the_page(name, value):
    form = filled(**{name: value})
    assert list(form.errors) == [name]


def test_what_is_typed_as_text_and_is_none_has_no_length():
    key = UUID("11111111-1111-4111-8111-111111111111")
    form = filled(key=str(key), chosen='{"a": 1}')
    assert (form.cleaned_data["key"], form.cleaned_data["chosen"]) == (key, {"a": 1})


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_are_days(day):
    assert filled(on=day).cleaned_data["on"] == day_in(day) == date.fromisoformat(day)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "", "morgen", "2026-02-30", "2026-01-01\0"])
def test_an_address_names_a_day_that_can_be_counted_with_or_none(day):
    assert day_in(day) is None
    assert moment_in(day) is None
    assert moment_in(f"{day}T00:00:00+14:00") is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30"])
def test_what_breaks_on_a_day_that_nobody_can_count_with_is_said(cast, browse, day):
    answer = browse("visitor").get(f"/organisatie/{cast.organisation.pk}/wat-breekt/", {"op": day})
    assert answer.status_code == 200


def test_news_is_seen_until_a_day_that_exists(cast, browse):
    for until in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "a\0"):
        assert browse("resident").post("/mijn/nieuws/gezien/", {"until": until}).status_code == 302


def test_two_megabytes_in_a_signal_are_refused_and_stay_on_the_page(cast, browse):
    values = {"title": "Stoep", "words": "Stoep " * 400_000}
    page = browse("host").post(f"/groep/{cast.group.pk}/signaal/", values)
    assert page.status_code == 200
    assert not Signal.objects.exists()
    assert page.content.decode().count("Stoep") > 390_000


def test_money_until_the_end_of_time_is_refused(cast):
    form = FundingPeriodForm({"starts_on": "2026-01-01", "ends_on": "9999-12-31"})
    assert "ends_on" in form.errors


def test_money_that_was_written_down_until_the_end_of_time_stops_no_night(cast):
    FundingPeriod.objects.create(
        group=cast.group,
        funder=cast.organisation,
        starts_on="2026-01-01",
        ends_on="9999-12-31",
        form="subsidy",
    )
    call_command("nightly", verbosity=0)
    assert Heartbeat.objects.get(job="nightly").finished_at


def _breaks():
    raise OverflowError


def test_one_deed_of_the_night_that_breaks_never_stops_the_rest(db, monkeypatch):
    """The job has no pulse then, so somebody looks; who waits for a question gets it."""
    came = []
    monkeypatch.setattr(nightly, "DEEDS", [lambda: came.append(1), _breaks, lambda: came.append(2)])
    with pytest.raises(CommandError, match="PartsBroke"):
        call_command("nightly", verbosity=0)
    assert came == [1, 2]
    assert Heartbeat.objects.get(job="nightly").finished_at is None


def test_one_kind_that_cannot_go_keeps_no_other_kind(db, monkeypatch):
    came = []
    monkeypatch.setattr(
        retention_run, "carry_out", lambda job, days, after: came.append(job.name) or _breaks()
    )
    monkeypatch.setattr(retention_run, "sweep_files", lambda: came.append("files"))
    with pytest.raises(CommandError, match="PartsBroke"):
        call_command("retain", verbosity=0)
    assert came == [*(job.name for job in retention_run.jobs()), "files"]
