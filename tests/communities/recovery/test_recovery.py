"""Members without an account, and the way back in without mail."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from communities.models import Card, GroupMember, GroupRole, Membership, Notice, RecoveryCode
from communities.recovery import actions as recovery_actions
from communities.site.limits import TRIES
from config.website.my_data.own_data import forget
from stories.listening import actions as listening_actions
from stories.models import Consent, Story
from stories.telling.actions import telling
from tests.communities.accounts.logging_in import digits, log_in, set_up_app
from tests.factories import communities

SHARED = {"reach": 2, "may_quote": False, "may_count": False, "may_teach": False}


@pytest.fixture
def aziz(cast):
    return GroupMember.objects.create(
        group=cast.group, name="Mevrouw Aziz", role=GroupRole.PARTICIPANT, since=timezone.localdate()
    )


def _told_for(cast, aziz, text="Nobody else may know."):
    story = listening_actions.tell_for(by=cast.builder, member=aziz)
    story = telling.save_draft(by=cast.builder, story=story, values={"text": text})
    telling.read_back(by=cast.builder, story=story, on=timezone.localdate(), how="aloud")
    return telling.tell(by=cast.builder, story=Story.objects.get(pk=story.pk), permission=SHARED)


def test_a_host_writes_somebody_down_who_agreed_and_not_without(cast, browse):
    page, address = browse("host"), f"/groep/{cast.group.pk}/iemand-erbij/"
    row = {"name": "Mevrouw Aziz", "role": "participant"}
    assert page.post(address, row).status_code == 200
    assert not GroupMember.objects.filter(name="Mevrouw Aziz").exists()
    answer = page.post(address, {**row, "agreed": "on"})
    member = GroupMember.objects.get(name="Mevrouw Aziz")
    assert answer["Location"] == f"/groepslid/{member.pk}/"


def test_what_is_told_for_somebody_is_read_by_nobody_before_it_was_read_back(cast, aziz):
    story = listening_actions.tell_for(by=cast.builder, member=aziz)
    telling.save_draft(by=cast.builder, story=story, values={"text": "Not yet."})
    with pytest.raises(ValidationError):
        telling.tell(by=cast.builder, story=Story.objects.get(pk=story.pk), permission=SHARED)
    for name in cast.everyone:
        seen = Story.objects.visible_to(cast.reader(name)).filter(pk=story.pk).exists()
        assert seen == (name == "builder")


def test_with_the_card_the_place_and_the_stories_become_hers_and_the_listener_has_no_say(cast, aziz, browse):
    story = _told_for(cast, aziz)
    page = browse("host").post(f"/groepslid/{aziz.pk}/kaart/").content.decode()
    code = recovery_actions.make_card(by=cast.host, member=aziz)
    assert "Mevrouw Aziz" in page
    stranger = browse("stranger")
    assert stranger.get(f"/uitnodiging/{code}/")["Location"] == f"/kaart/{code}/"
    assert Story.objects.get(pk=story.pk).teller is None
    stranger.post(f"/kaart/{code}/")
    aziz.refresh_from_db()
    assert (aziz.user, aziz.name) == (cast.stranger, "")
    assert Membership.objects.current().filter(user=cast.stranger, community=cast.community).exists()
    assert Story.objects.editable_by(cast.reader("stranger")).get() == Story.objects.get(pk=story.pk)
    assert not Story.objects.editable_by(cast.reader("builder")).exists()
    assert Consent.objects.live().get().reach == 2
    assert browse("neighbour").get(f"/kaart/{code}/").status_code == 404


def test_a_new_card_makes_the_old_one_worthless_and_no_code_stands_in_the_database(cast, aziz):
    first = recovery_actions.make_card(by=cast.host, member=aziz)
    second = recovery_actions.make_card(by=cast.host, member=aziz)
    assert not Card.objects.opened_by(first).exists()
    assert Card.objects.opened_by(second).exists()
    assert not Card.objects.filter(digest__in=[first, second]).exists()


def test_an_official_who_finds_a_card_reads_nothing_with_it_below_rung_three(cast, aziz, browse):
    _told_for(cast, aziz)
    code = recovery_actions.make_card(by=cast.host, member=aziz)
    other = telling.start_draft(by=cast.participant, community=cast.community, group=cast.group)
    other = telling.save_draft(by=cast.participant, story=other, values={"text": "For us."})
    telling.tell(by=cast.participant, story=other, permission={**SHARED, "reach": 1})
    browse("official").post(f"/kaart/{code}/")
    assert not Story.objects.visible_to(cast.reader("official")).filter(pk=other.pk).exists()


def test_somebody_without_an_account_is_erased_with_everything_told_for_her(cast, aziz, browse):
    story = _told_for(cast, aziz)
    recovery_actions.make_card(by=cast.host, member=aziz)
    browse("host").post(f"/groepslid/{aziz.pk}/wissen/")
    aziz.refresh_from_db()
    assert (aziz.name, aziz.until) == ("", timezone.localdate())
    assert not Story.objects.exclude(state="erased").filter(uuid=story.uuid).exists()
    assert not Card.objects.exists()


def test_a_card_tried_ten_thousand_times_is_locked_long_before(client, db):
    statuses = [client.get(f"/kaart/wrong{n}/").status_code for n in range(5)]
    assert set(statuses) == {404}
    logged_in = Client()
    logged_in.force_login(communities.UserFactory())
    statuses = [logged_in.get(f"/kaart/wrong{n}/").status_code for n in range(TRIES + 5)]
    assert statuses == [404] * TRIES + [429] * 5


@pytest.fixture
def way(cast, django_capture_on_commit_callbacks):
    """The host made a code for the participant; returns the code."""
    with django_capture_on_commit_callbacks(execute=True):
        return recovery_actions.make_recovery_code(
            by=cast.host, community=cast.community, email="Participant@mail.example", site="https://x"
        )


def _type(code):
    client = Client()
    return client, client.post("/weer-binnen/", {"code": f"{code[:4]} {code[4:]}"})


def test_two_people_and_one_night_let_somebody_back_in(cast, way, browse):
    assert _type(way)[1].status_code == 404
    row = RecoveryCode.objects.get()
    browse("builder").post(f"/weer-binnen/{row.pk}/ja/")
    assert _type(way)[1].status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        client, answer = _type(way)
        assert answer["Location"] == "/account/email/"
        assert client.get("/mijn/").status_code == 200
        assert client.get("/account/email/").status_code == 200
        assert _type(way)[1].status_code == 404
    row.refresh_from_db()
    assert (row.made_by, row.confirmed_by) == (cast.host, cast.builder)


def test_who_chose_an_app_is_asked_for_it_here_too(cast, way, browse):
    """Two neighbours vouch for a face; what somebody keeps on their own phone they cannot vouch for."""
    own = Client()
    log_in(own, "participant@mail.example")
    secret, _answer = set_up_app(own)
    browse("builder").post(f"/weer-binnen/{RecoveryCode.objects.get().pk}/ja/")
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        client, answer = _type(way)
        assert answer["Location"] == "/account/login/tweede-stap/"
        assert client.get("/mijn/").status_code == 302
        assert client.post("/account/login/tweede-stap/", {"code": "000000"}).status_code == 200
        answer = client.post("/account/login/tweede-stap/", {"code": digits(secret)})
        assert answer["Location"] == "/account/email/"
        assert client.get("/mijn/").status_code == 200


def test_a_code_that_is_too_old_opens_nothing(cast, way, browse):
    browse("builder").post(f"/weer-binnen/{RecoveryCode.objects.get().pk}/ja/")
    with time_machine.travel(timezone.now() + timedelta(hours=73), tick=False):
        assert _type(way)[1].status_code == 404


def test_one_person_alone_lets_nobody_in(cast, way, browse):
    row = RecoveryCode.objects.get()
    assert browse("host").post(f"/weer-binnen/{row.pk}/ja/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert _type(way)[1].status_code == 404


def test_the_owner_hears_of_it_at_the_old_address_and_stops_it_with_one_tap(cast, way, mailoutbox, client):
    (mail,) = mailoutbox
    assert mail.to == ["participant@mail.example"]
    link = next(line for line in mail.body.splitlines() if "/stop/" in line).removeprefix("https://x")
    assert client.get(link).status_code == 200
    assert RecoveryCode.objects.open().exists()
    client.post(link)
    assert not RecoveryCode.objects.open().exists()
    assert Notice.objects.filter(kind="way_in", person=cast.participant).exists()


@pytest.mark.parametrize("name", ["builder", "official_who_lives_here", "host", "neighbour", "nobody"])
def test_no_code_is_made_for_who_works_here_for_oneself_or_for_a_stranger_and_the_page_says_the_same(
    name, cast, browse
):
    form = {"email": f"{name}@mail.example", "known": "on"}
    page = browse("host").post(f"/gemeenschap/{cast.community.slug}/weer-binnen/", form)
    assert "Print deze bladzijde nu" in page.content.decode()
    assert not RecoveryCode.objects.exists()


def test_whoever_was_made_builder_meanwhile_is_not_let_in(cast, way, browse):
    browse("builder").post(f"/weer-binnen/{RecoveryCode.objects.get().pk}/ja/")
    communities.BuilderFactory(user=cast.participant)
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert _type(way)[1].status_code == 404


def test_a_page_that_saves_itself_after_its_teller_was_erased_brings_nothing_back(cast, browse):
    page = browse("resident")
    draft = telling.start_draft(by=cast.resident, community=cast.community)
    forget(cast.resident)
    answer = page.post(
        f"/vertellen/{draft.uuid}/", {"text": "Still here?"}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 403
    assert answer.json()["saved"] is False
    assert not Story.objects.filter(text="Still here?").exists()


def test_erasing_twice_at_once_ends_well(cast):
    again = type(cast.resident).objects.get(pk=cast.resident.pk)
    forget(cast.resident)
    forget(again)
    assert not type(again).objects.filter(email="resident@mail.example").exists()


def test_the_last_host_can_be_erased_and_the_page_looks_for_somebody(cast, browse):
    form = browse("host")
    form.get(f"/groep/{cast.group.pk}/woorden/")
    forget(cast.former)
    forget(cast.host)
    assert form.post(f"/groep/{cast.group.pk}/woorden/", {"own_words": "Mine."}).status_code == 302
    cast.group.refresh_from_db()
    assert cast.group.own_words != "Mine."
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "zoekt een kartrekker" in page
