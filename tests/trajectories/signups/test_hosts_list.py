"""The host's list: who phones is added, names are taken off, and several people come on one name."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from communities.models import Notice, User
from config.website.mail.at_once import make_letters
from config.website.mail.letters import post_waiting
from trajectories.models import Gathering, SignUp
from trajectories.planning import actions as planning_actions
from trajectories.signups import actions as signups_actions
from trajectories.signups.models import TOGETHER_AT_MOST


def gathering(cast, **more):
    fields = {"reach": 4, "start_question": "Why?", "starts_at": timezone.now() + timedelta(days=3)}
    return Gathering.objects.create(community=cast.community, group=cast.group, **fields | more)


def come(row, name="Somebody", by=None, **more):
    by = by or AnonymousUser()
    return signups_actions.sign_up(by=by, gathering=row, name=name, token=uuid.uuid4(), **more)


def names(rows):
    return [row.name for row in rows]


def token_on(page):
    return page.content.decode().split('name="token" value="')[1].split('"')[0]


def the_sender_ran():
    noon = (timezone.localtime() + timedelta(days=1)).replace(hour=12)
    with time_machine.travel(noon, tick=False):
        make_letters()
        post_waiting()


def test_a_host_adds_somebody_who_phoned(cast, browse):
    row = gathering(cast, places=2)
    address = f"/bijeenkomst/{row.pk}/wie-komt/erbij/"
    assert address in browse("host").get(f"/bijeenkomst/{row.pk}/wie-komt/").content.decode()
    form = {"token": token_on(browse("host").get(address)), "name": "Mevrouw Jansen", "people": "2"}
    for _tap in range(2):
        page = browse("host").post(address, form, follow=True).content.decode()
    assert "Mevrouw Jansen heeft een plek" in page
    assert "Er zijn 2 van de 2 plekken bezet" in page
    form |= {"token": str(uuid.uuid4()), "name": "Omar", "people": ""}
    page = browse("host").post(address, form, follow=True).content.decode()
    assert "Omar staat op de wachtlijst" in page
    assert SignUp.objects.count() == 2


def test_who_phones_cannot_be_added_to_what_is_over(cast):
    row = gathering(cast, cancelled_on="2026-11-24", cancelled_why="Rain.")
    with pytest.raises(ValidationError):
        signups_actions.add_signup(by=cast.host, gathering=row, name="Ans", token=uuid.uuid4())


def test_somebody_taken_off_the_list_hears_of_it_and_who_waits_moves_up(cast, browse, mailoutbox):
    row = gathering(cast, places=1)
    omar = come(row, "Omar", mail="omar@mail.example")
    come(row, "Resident", by=cast.resident)
    address = f"/wie-komt/{omar.pk}/eraf/"
    assert "krijgt er een mail over" in browse("host").get(address).content.decode()
    page = browse("host").post(address, follow=True).content.decode()
    assert "Omar" not in page
    assert names(SignUp.objects.placed()) == ["Resident"]
    the_sender_ran()
    (mail,) = [mail for mail in mailoutbox if mail.to == ["omar@mail.example"]]
    assert mail.subject == "Je staat niet meer op de lijst: Why?"
    mine = browse("visitor").get(omar.get_absolute_url()).content.decode()
    assert "Je staat niet meer op de lijst" in mine and "/af/" not in mine
    assert browse("host").post(address).status_code == 404


def test_a_host_reads_it_when_somebody_cannot_be_mailed(cast, browse):
    row = gathering(cast)
    User.objects.filter(pk=cast.resident.pk).update(digest="never")
    for signup in (come(row, "Ans"), come(row, by=cast.resident)):
        page = browse("host").get(f"/wie-komt/{signup.pk}/eraf/").content.decode()
        assert "laat het zelf weten" in page


def test_a_resident_who_was_taken_off_can_sign_up_again(cast, browse):
    row = gathering(cast)
    signups_actions.remove_signup(by=cast.host, signup=come(row, by=cast.resident))
    notice = Notice.objects.get(person=cast.resident)
    assert "Je staat niet meer op de lijst" in browse("resident").get("/mijn/nieuws/").content.decode()
    assert browse("resident").get(f"/aanmelding/{notice.about}/").status_code == 200
    assert "Ik kom" in browse("resident").get(f"/bijeenkomst/{row.pk}/").content.decode()
    come(row, "Back", by=cast.resident)
    assert names(SignUp.objects.placed()) == ["Back"]


def test_a_family_has_all_its_places_or_waits_and_who_fits_comes_in(cast):
    row = gathering(cast, places=5)
    first = come(row, "Ans", people=2)
    come(row, "Family", people=4)
    come(row, "Omar", people=3)
    assert names(SignUp.objects.placed()) == ["Ans", "Omar"]
    come(row, "Tesfay")
    assert names(SignUp.objects.waiting()) == ["Family", "Tesfay"]
    signups_actions.cancel_signup(by=AnonymousUser(), signup=first)
    assert names(SignUp.objects.waiting()) == ["Family"]
    assert signups_actions.free_places(row) == 1


def test_more_people_than_fit_in_all_are_refused_in_words(cast, browse):
    row = gathering(cast, places=3)
    form = {"token": str(uuid.uuid4()), "name": "Ans", "people": "4"}
    page = browse("visitor").post(f"/bijeenkomst/{row.pk}/aanmelden/", form).content.decode()
    assert "Er passen in totaal 3 mensen" in page
    assert not SignUp.objects.exists()


@pytest.mark.parametrize("people", [0, TOGETHER_AT_MOST + 1])
def test_the_database_refuses_a_sign_up_of_nobody_or_of_a_crowd(cast, people):
    row = gathering(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        SignUp.objects.create(gathering=row, name="Ans", token=uuid.uuid4(), people=people)


def test_a_reminder_needs_an_address(cast, browse):
    row = gathering(cast)
    form = {"token": str(uuid.uuid4()), "name": "Ans", "wants_reminder": "on"}
    page = browse("visitor").post(f"/bijeenkomst/{row.pk}/aanmelden/", form).content.decode()
    assert "Voor een herinnering hebben we je mailadres nodig" in page
    page = browse("resident").post(f"/bijeenkomst/{row.pk}/aanmelden/", form, follow=True).content.decode()
    assert "De dag ervoor krijg je een mail" in page


def test_the_page_promises_word_only_to_whom_word_comes(cast, browse):
    row = gathering(cast, places=1)
    come(row, "Ans")
    mine = come(row, by=cast.resident)
    assert "Dan hoor je het van ons" in browse("resident").get(mine.get_absolute_url()).content.decode()
    User.objects.filter(pk=cast.resident.pk).update(digest="never")
    page = browse("resident").get(mine.get_absolute_url()).content.decode()
    assert "Dan hoor je het van ons" not in page and "Kijk hier nog eens" in page


def test_a_host_who_cancels_reads_whom_no_mail_reaches(cast, browse):
    row = gathering(cast)
    address = f"/bijeenkomst/{row.pk}/gaat-niet-door/"
    signups_actions.add_signup(by=cast.host, gathering=row, name="Mevrouw Jansen", token=uuid.uuid4())
    come(row, mail="omar@mail.example")
    assert (
        browse("host").get(f"/bijeenkomst/{row.pk}/wie-komt/").content.decode().count("geen mailadres") == 1
    )
    page = browse("host").post(address, {"why": "It storms."}, follow=True).content.decode()
    assert "Eén naam op de lijst heeft geen mailadres" in page


def _change(cast, row, **more):
    form = {"start_question": row.start_question, "reach": "4", "movements": [], **more}
    return form


def test_a_host_is_warned_before_there_are_fewer_places_than_people_who_have_one(cast, browse):
    row = gathering(cast, places=5)
    for name in ("Ans", "Omar"):
        come(row, name, people=2)
    address = f"/bijeenkomst/{row.pk}/aanpassen/"
    assert "Toch opslaan" not in browse("host").get(address).content.decode()
    form = _change(cast, row, places="3")
    page = browse("host").post(address, form).content.decode()
    assert "Er hebben al 4 mensen een plek" in page and "Toch opslaan" in page
    row.refresh_from_db()
    assert row.places == 5
    assert browse("host").post(address, form | {"fewer_is_right": "on"}).status_code == 302
    row.refresh_from_db()
    assert (row.places, SignUp.objects.placed().count()) == (3, 2)
    assert browse("host").post(address, form).status_code == 302


def test_more_chairs_for_a_whole_series_let_people_move_up(cast, browse):
    form = {"start_question": "Why?", "often": "weeks", "every": "1", "clock": "19:30", "minutes": "120"}
    form |= {"first_on": str(timezone.localdate() + timedelta(days=3)), "count": "2", "places": "1"}
    browse("host").post(f"/groep/{cast.group.pk}/reeks/", form)
    row = Gathering.objects.first()
    come(row, "Ans"), come(row, "Omar")
    address = f"/reeks/{row.series_id}/aanpassen/"
    browse("host").post(address, form | {"places": "2"})
    assert names(SignUp.objects.waiting()) == []
    page = browse("host").post(address, form).content.decode()
    assert "Er hebben al 2 mensen een plek" in page


def test_a_change_of_chairs_alone_is_no_news(cast):
    row = gathering(cast, places=5)
    come(row, by=cast.resident)
    Notice.objects.all().delete()
    planning_actions.change_gathering(by=cast.host, gathering=row, values={"places": 4})
    assert not Notice.objects.exists()


def test_only_who_organises_adds_and_takes_off(cast, browse):
    row = gathering(cast)
    mine = come(row, by=cast.resident)
    for name in cast.everyone:
        opened = 200 if name in {"host", "builder"} else 302 if name == "visitor" else 404
        for address in (f"/bijeenkomst/{row.pk}/wie-komt/erbij/", f"/wie-komt/{mine.pk}/eraf/"):
            assert browse(name).get(address).status_code == opened, (name, address)
