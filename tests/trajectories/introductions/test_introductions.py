"""Somebody goes along: three people see it, the resident says yes, and afterwards nothing is kept (M13)."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from communities.models import Notice, Snapshot
from config.website.my_data.own_data import forget, my_data
from tests.factories import communities
from trajectories.introductions import actions as introductions_actions
from trajectories.introductions import counting
from trajectories.models import IntroductionStep, WarmIntroduction
from trajectories.networks import actions as networks_actions

TO = {"kind": "care", "helper_name": "Mieke", "helper_organisation": "Taalhuis"}


def on(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


@pytest.fixture
def along(cast):
    """The host goes along with the resident; they talked about it."""
    return introductions_actions.talk_about(
        by=cast.host, community=cast.community, resident=cast.resident, **TO
    )


@pytest.fixture
def by_name(cast):
    return introductions_actions.talk_about(
        by=cast.host, community=cast.community, resident_name="Roos", **TO
    )


def walk(cast, introduction, *steps):
    for step in steps:
        by = cast.resident if step == "yes" and introduction.resident_id else cast.host
        introductions_actions.take_step(by=by, introduction=introduction, step=step)
    introduction.refresh_from_db()
    return introduction


def readers(cast):
    return {n for n in cast.everyone if WarmIntroduction.objects.visible_to(cast.reader(n)).exists()}


def test_before_the_yes_only_two_people_know(cast, along):
    assert readers(cast) == {"resident", "host"}
    with pytest.raises(ValidationError):
        introductions_actions.show_to_helper(by=cast.host, introduction=along, email=cast.builder.email)


def test_after_the_yes_the_helper_reads_along_and_nobody_else_does(cast, along):
    walk(cast, along, "yes")
    introductions_actions.show_to_helper(by=cast.host, introduction=along, email=" BUILDER@mail.example ")
    assert readers(cast) == {"resident", "host", "builder"}


def test_an_address_without_an_account_gives_the_same_answer(cast, browse, along):
    walk(cast, along, "yes")
    pages = [
        browse("host").post(f"/meegaan/{along.pk}/hulpverlener/", {"email": mail}, follow=True).content
        for mail in ("nobody@mail.example", cast.builder.email)
    ]
    assert all("Hoort er een account bij dat adres" in page.decode() for page in pages)


def test_a_resident_with_an_account_says_yes_by_themselves(cast, along):
    with pytest.raises(ValidationError):
        introductions_actions.take_step(by=cast.host, introduction=along, step="yes")
    said = introductions_actions.take_step(by=cast.resident, introduction=along, step="yes")
    assert (said.how, said.by) == ("online", cast.resident)


def test_somebody_without_an_account_says_yes_aloud_and_the_companion_was_there(cast, by_name):
    said = introductions_actions.take_step(by=cast.host, introduction=by_name, step="yes")
    assert (said.how, said.on) == ("spoken", timezone.localdate())


@pytest.mark.parametrize("step", ["together", "alone", "back", "helped", "nonsense"])
def test_no_step_goes_before_the_yes(cast, browse, along, step):
    browse("host").post(f"/meegaan/{along.pk}/stap/{step}/")
    assert [row.step for row in IntroductionStep.objects.all()] == ["talked"]


def test_a_helper_changes_nothing(cast, browse, along):
    walk(cast, along, "yes")
    introductions_actions.show_to_helper(by=cast.host, introduction=along, email=cast.builder.email)
    assert browse("builder").get(f"/meegaan/{along.pk}/").status_code == 200
    assert browse("builder").post(f"/meegaan/{along.pk}/stap/together/").status_code == 404
    assert browse("builder").post(f"/meegaan/{along.pk}/nee/").status_code == 404


def test_a_no_leaves_nothing(cast, browse, along):
    browse("resident").post(f"/meegaan/{along.pk}/nee/")
    assert not WarmIntroduction.objects.exists()
    assert not IntroductionStep.objects.exists()
    assert not Notice.objects.filter(kind="introduction").exists()


def test_after_four_weeks_both_are_asked_once_whether_it_helped(cast, browse, along):
    walk(cast, along, "yes", "together")
    with on(27):
        assert not introductions_actions.ask_whether_it_helped()
    for days in (28, 29):
        with on(days):
            introductions_actions.ask_whether_it_helped()
    asked = Notice.objects.filter(kind="did_it_help")
    assert {notice.person for notice in asked} == {cast.resident, cast.host}
    browse("resident").post(f"/meegaan/{along.pk}/geholpen/", {"words": "She listened."})
    browse("resident").post(f"/meegaan/{along.pk}/geholpen/", {"words": "She really listened."})
    assert "She really listened." in browse("host").get(f"/meegaan/{along.pk}/").content.decode()
    assert IntroductionStep.objects.filter(step="helped").count() == 1


def test_ninety_days_after_closing_only_month_kind_and_outcome_are_left(cast, along):
    walk(cast, along, "yes", "together", "alone")
    closed, month = along.closed_on, along.month
    introductions_actions.tell_whether_it_helped(by=cast.resident, introduction=along, words="Yes.")
    with on(89):
        assert introductions_actions.close_old_introductions() == 0
    with on(90):
        introductions_actions.close_old_introductions()
    row = WarmIntroduction.objects.values().get()
    left = {name for name, value in row.items() if value not in {None, ""}}
    assert left == {"id", "community_id", "kind", "outcome", "month", "mark"}
    assert (row["kind"], row["outcome"], row["month"]) == ("care", "alone", closed.replace(day=1)) and month
    assert not IntroductionStep.objects.exists()
    assert not Notice.objects.filter(about=str(along.pk)).exists()
    assert readers(cast) == set()


@pytest.mark.parametrize("name", ["resident", "host", "builder"])
@pytest.mark.parametrize("steps", [["yes"], ["yes", "together", "back"]])
def test_erasure_of_any_of_the_three_reaches_it(cast, along, name, steps):
    walk(cast, along, *steps)
    introductions_actions.show_to_helper(by=cast.host, introduction=along, email=cast.builder.email)
    introductions_actions.tell_whether_it_helped(by=cast.user(name), introduction=along, words="My words.")
    key, mark = cast.user(name).pk, along.mark
    forget(cast.user(name))
    assert not IntroductionStep.objects.filter(words="My words.").exists()
    rows = WarmIntroduction.objects.all()
    assert not any(key in {row.resident_id, row.companion_id, row.helper_id} for row in rows)
    if name == "resident":
        assert not IntroductionStep.objects.exists()
        assert [(row.outcome, row.helper_name) for row in rows] == (
            [] if steps == ["yes"] else [("back", "")]
        )
        assert all(row.mark not in {"", mark} for row in rows)
    else:
        assert rows.get().helper_name == ("" if name == "builder" else "Mieke")


def test_when_the_last_who_could_read_it_is_erased_it_is_gone(cast, by_name):
    forget(cast.host)
    assert not WarmIntroduction.objects.exists()


def test_all_three_find_it_in_their_own_data(cast, along):
    walk(cast, along, "yes")
    introductions_actions.show_to_helper(by=cast.host, introduction=along, email=cast.builder.email)
    for name in ("resident", "host", "builder"):
        assert my_data(cast.user(name))["trajectories.WarmIntroduction"][0]["helper_name"] == "Mieke"
    assert "trajectories.WarmIntroduction" not in my_data(cast.participant)


def test_typing_an_address_tells_nobody_whose_it_is(cast, browse, along):
    cast.stranger.display_name = "Zwaantje"
    cast.stranger.save()
    walk(cast, along, "yes")
    introductions_actions.show_to_helper(by=cast.host, introduction=along, email=cast.stranger.email)
    for address in (f"/meegaan/{along.pk}/", f"/meegaan/{along.pk}/blad/", "/mijn/gegevens/"):
        assert "Zwaantje" not in browse("host").get(address).content.decode()
    assert "Zwaantje" not in str(my_data(cast.host))


def test_a_companion_chooses_from_names_they_may_read(cast, browse):
    cast.participant.memberships.update(shown_as="community")
    communities.GroupMemberFactory(group=cast.group, user=None, name="Mevrouw Aziz", role="participant")
    page = browse("host").get("/gemeenschap/lindenhof/meegaan/").content.decode()
    assert "Participant" in page
    assert "Mevrouw Aziz" in page
    assert ">Resident<" not in page
    assert "Mevrouw Aziz" not in browse("resident").get("/gemeenschap/lindenhof/meegaan/").content.decode()


def test_a_form_with_nobody_or_with_two_people_gets_a_clear_answer(cast, browse):
    cast.participant.memberships.update(shown_as="community")
    address = "/gemeenschap/lindenhof/meegaan/"
    for who in ({}, {"who": f"account-{cast.participant.pk}", "resident_name": "Roos"}):
        page = browse("host").post(address, {**TO, **who}).content.decode()
        assert "Kies iemand uit de lijst, of schrijf een naam op." in page
        assert "Taalhuis" in page
    assert not WarmIntroduction.objects.exists()
    browse("host").post(address, {**TO, "who": f"account-{cast.participant.pk}"})
    assert WarmIntroduction.objects.get().resident == cast.participant


def closed(cast, number, kind, month):
    return WarmIntroduction.objects.create(
        community=cast.community, kind=kind, outcome="alone", month=month, mark=f"sign{number}"
    )


def test_a_quarter_is_counted_once_and_what_said_the_same_person_is_deleted(cast, browse):
    for number in range(24):
        closed(cast, number % 12, "care", date(2026, 2, 1))
    for number in range(30, 41):
        closed(cast, number, "school", date(2026, 3, 1))
    for _night in range(2):
        counting.count_introductions(date(2026, 4, 1))
    assert Snapshot.objects.get().counts == {"care": 12, "school": 11}
    assert not WarmIntroduction.objects.exclude(mark="").exists()
    networks_actions.bring(by=cast.resident, community=cast.community, words="I sing.")
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "12 mensen (zorg) en 11 mensen (school)" in page


@pytest.mark.parametrize("many", [0, 1, 9])
def test_below_ten_the_page_says_the_same_words_for_every_number(cast, browse, many):
    for number in range(many):
        closed(cast, number, "care", date(2026, 2, 1))
    counting.count_introductions(date(2026, 4, 1))
    networks_actions.bring(by=cast.resident, community=cast.community, words="I sing.")
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    part = page[page.index("Iemand gaat mee") :][:600]
    assert "zeggen we alleen als het er veel zijn" in part
    assert "mensen (" not in part
