"""Coming in, being named, leaving: rights follow from dated rows and from nothing else."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from communities.admission import actions as admission_actions
from communities.founding import actions as founding_actions
from communities.models import Community, GroupMember, Invitation, Membership, Posting
from communities.personal import actions as personal_actions
from tests.factories import communities
from tests.factories.stories import told


def joined(cast, name):
    return Community.objects.joined_by(cast.reader(name)).contains(cast.community)


def test_a_link_lets_in_one_person_once(cast):
    link = admission_actions.invite(by=cast.host, community=cast.community, kind="resident")
    admission_actions.accept(by=cast.stranger, invitation=link)
    assert joined(cast, "stranger")
    with pytest.raises(ValidationError):
        admission_actions.accept(by=cast.neighbour, invitation=link)


def test_a_poster_lets_nobody_in_before_a_host_said_yes(cast):
    poster = admission_actions.invite(by=cast.host, community=cast.community, kind="poster")
    admission_actions.accept(by=cast.stranger, invitation=poster)
    assert not joined(cast, "stranger")
    admission_actions.admit_member(by=cast.host, membership=cast.stranger.memberships.get())
    assert joined(cast, "stranger")


def test_a_builder_is_sent_by_an_organisation_and_waits_for_a_resident(cast):
    link = admission_actions.invite(
        by=cast.builder, community=cast.community, kind="builder", organisation=cast.organisation
    )
    admission_actions.accept(by=cast.stranger, invitation=link)
    assert not joined(cast, "stranger")


def test_a_host_alone_cannot_appoint_a_builder(cast, browse):
    page = browse("host").get(f"/gemeenschap/{cast.community.slug}/uitnodigen/").content.decode()
    assert 'value="builder"' not in page
    assert (
        'value="builder"'
        in browse("builder").get(f"/gemeenschap/{cast.community.slug}/uitnodigen/").content.decode()
    )


def test_a_code_that_is_old_voided_or_unknown_looks_the_same(cast, browse):
    old = communities.InvitationFactory(community=cast.community, expires_on=communities.days_ago(1))
    voided = communities.InvitationFactory(community=cast.community, voided_on=communities.days_ago(0))
    client = browse("stranger")
    pages = [client.get(f"/uitnodiging/{code}/") for code in (old.code, voided.code, "nietbestaand")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content.split(b"<main")[1] for page in pages}) == 1


def test_trying_codes_ends_after_twenty_tries(cast, browse):
    client = browse("stranger")
    answers = [client.get(f"/uitnodiging/poging{number}/").status_code for number in range(25)]
    assert answers[:20] == [404] * 20
    assert answers[20:] == [429] * 5


def test_nothing_happens_when_somebody_only_looks_at_an_invitation(cast, browse):
    link = admission_actions.invite(by=cast.host, community=cast.community, kind="resident")
    browse("stranger").get(link.get_absolute_url())
    assert Membership.objects.filter(user=cast.stranger).count() == 0
    assert Invitation.objects.get(pk=link.pk).uses_left == 1


def test_an_official_comes_in_with_an_administrator_s_code(cast, browse):
    data = {"office": cast.office.pk, "function": "adviser"}
    browse("administrator").post(f"/gemeente/{cast.community.municipality.code}/uitnodigen/", data)
    admission_actions.accept(by=cast.stranger, invitation=Invitation.objects.get())
    assert Posting.objects.get(user=cast.stranger).function == "adviser"
    assert Community.objects.served_by(cast.reader("stranger")).contains(cast.community)


def test_everything_ends_on_the_day_a_post_ends(cast):
    story = told(cast.community, cast.resident, 3)
    page = type(story).objects.visible_to
    assert page(cast.reader("official")).contains(story)
    Posting.objects.filter(user=cast.official).update(until=timezone.localdate())
    assert not page(cast.reader("official")).contains(story)


def test_leaving_ends_every_part_and_deletes_nothing(cast):
    admission_actions.leave(by=cast.host, community=cast.community)
    assert not joined(cast, "host")
    assert not GroupMember.objects.current().filter(user=cast.host).exists()
    assert GroupMember.objects.filter(user=cast.host).count() == 1


def test_two_residents_make_a_community_live(cast):
    area = communities.AreaFactory(code="BU77770001", municipality_code="GM7777")
    made = founding_actions.start_community(by=cast.stranger, area=area, name="Nieuw", own_words="Wij.")
    with pytest.raises(ValidationError):
        founding_actions.open_community(by=cast.stranger, community=made)
    communities.MembershipFactory(community=made, user=cast.neighbour)
    founding_actions.open_community(by=cast.neighbour, community=made)
    assert Community.objects.visible_to(cast.reader("visitor")).contains(made)


def test_a_name_stands_nowhere_until_its_owner_said_yes_and_goes_when_taken_back(cast, browse):
    row = cast.builder.memberships.get()
    address = cast.community.get_absolute_url()
    cast.builder.display_name = "Kwispelstaart"
    cast.builder.save()

    def named(reader):
        return "Kwispelstaart" in browse(reader).get(address).content.decode()

    assert not named("resident")
    personal_actions.show_as(by=cast.builder, row=row, shown_as="community")
    assert (named("resident"), named("official"), named("visitor")) == (True, False, False)
    personal_actions.show_as(by=cast.builder, row=row, shown_as="everyone")
    assert named("visitor")
    personal_actions.show_as(by=cast.builder, row=row, shown_as="role")
    assert not named("resident")


def test_two_years_after_somebody_left_only_the_role_remains(cast):
    member = cast.group.members.get(user=cast.host)
    member.shown_as, member.until = "everyone", communities.days_ago(10)
    member.save()

    def name():
        rows = GroupMember.objects.visible_to(cast.reader("visitor")).as_shown_to(cast.reader("visitor"))
        return rows.get(pk=member.pk).shown_name

    assert name() == "Host"
    with time_machine.travel(timezone.now() + timedelta(days=731), tick=False):
        assert name() == ""


def test_an_erased_account_gives_a_visitor_no_rights(cast):
    cast.resident.memberships.update(user=None)
    story = told(cast.community, cast.participant, 2)
    assert not type(story).objects.visible_to(cast.reader("visitor")).contains(story)
    assert not Community.objects.joined_by(cast.reader("visitor")).exists()


def test_the_example_log_in_opens_no_real_account(cast, client):
    assert client.post("/voorbeeld/", {"person": cast.resident.email}).status_code == 404


def test_without_the_example_its_pages_are_not_there(cast, client, settings):
    settings.EXAMPLE = False
    assert client.get("/voorbeeld/").status_code == 404
    assert client.get("/voorbeeld/post/").status_code == 404


@pytest.mark.parametrize("email", ["resident@mail.example", "nobody@mail.example"])
def test_logging_in_answers_the_same_for_known_and_unknown_addresses(cast, client, email):
    answer = client.post("/account/login/", {"login": email})
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/code/confirm/")


def test_the_back_office_is_for_administrators_and_shows_no_story(cast, browse):
    story = told(cast.community, cast.resident, 4, text="A secret garden.")
    assert browse("builder").get("/beheer/").status_code == 302
    client = browse("administrator")
    assert client.get("/beheer/").status_code == 200
    assert client.get(f"/beheer/stories/story/{story.pk}/change/").status_code == 404


def test_an_administrator_reads_nothing_more_than_a_visitor(cast):
    story = told(cast.community, cast.resident, 2)
    assert not type(story).objects.visible_to(cast.reader("administrator")).contains(story)


def test_a_place_is_added_with_hours_in_words(cast, browse):
    data = {"name": "De Sluis", "hours": "inloop; dinsdag; 9:30; 12:00\ninloop; donderdag; 9:30; 12:00"}
    browse("resident").post(f"/gemeenschap/{cast.community.slug}/plek/", data)
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "dinsdag en donderdag, 9.30 tot 12.00" in page


def test_an_administrator_cannot_let_themselves_in(cast, browse):
    client = browse("administrator")
    assert client.get("/beheer/communities/membership/add/").status_code == 403
    assert client.get("/beheer/communities/posting/add/").status_code == 403
    row = cast.former.memberships.get()
    address = f"/beheer/communities/membership/{row.pk}/change/"
    client.post(address, {"user": cast.administrator.pk, "until": ""})
    row.refresh_from_db()
    assert row.user == cast.former


def test_an_administrator_cannot_take_over_an_account(cast, browse):
    address = f"/beheer/communities/user/{cast.resident.pk}/change/"
    data = {"email": "mine@mail.example", "display_name": "Resident", "is_active": "on"}
    browse("administrator").post(address, data)
    cast.resident.refresh_from_db()
    assert cast.resident.email == "resident@mail.example"


def test_an_administrator_sees_no_people_of_another_municipality(cast, browse):
    page = browse("administrator").get("/beheer/communities/user/").content.decode()
    assert "resident@mail.example" in page
    assert "neighbour@mail.example" not in page


def test_a_beginner_invites_the_second_resident_and_they_open_together(cast, browse):
    area = communities.AreaFactory(code="BU77770001", municipality_code="GM7777")
    browse("stranger").post(f"/buurt/{area.code}/begin/", {"name": "De Hoek", "own_words": "Wij."})
    answer = browse("stranger").post("/gemeenschap/de-hoek/uitnodigen/", {"kind": "resident"}, follow=True)
    assert answer.status_code == 200
    link = Invitation.objects.get()
    browse("neighbour").post(link.get_absolute_url())
    browse("neighbour").post("/gemeenschap/de-hoek/open/")
    assert browse("visitor").get("/gemeenschap/de-hoek/").status_code == 200


def test_the_back_office_has_no_door_of_its_own(cast, browse):
    assert "/account/login/" in browse("visitor").get("/beheer/login/")["Location"]
    assert browse("resident").get("/beheer/", follow=True).status_code == 404


def test_the_back_office_holds_nothing_but_reference_data_and_people(cast, browse):
    client = browse("administrator")
    page = client.get("/beheer/").content.decode()
    assert "/beheer/account/" not in page
    assert client.get("/beheer/account/emailaddress/").status_code == 404
    assert client.get("/beheer/auth/group/").status_code == 404


def test_leaving_out_cookies_is_no_way_round_the_limit(cast, monkeypatch):
    monkeypatch.setattr("communities.site.limits.TRIES_OF_ALL", 30)
    answers = [Client().get(f"/uitnodiging/poging{number}/").status_code for number in range(35)]
    assert answers == [404] * 30 + [429] * 5
    assert Session.objects.count() == 0


def test_logging_out_makes_a_shared_browser_forget(cast, browse):
    client = browse("resident")
    answer = client.post("/account/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/mijn/").status_code == 302


def begin(browse, name, **more):
    return browse("stranger").post(f"/buurt/{AREA}/begin/", {"name": name, "own_words": "", **more})


AREA = "BU77770001"


def test_nobody_prepares_a_second_community_before_the_first_one_is_open(cast, browse):
    communities.AreaFactory(code=AREA, municipality_code="GM7777")
    begin(browse, "De Vaart")
    page = begin(browse, "Spam twee").content.decode()
    assert "Je bereidt De Vaart al voor" in page
    assert list(Community.objects.filter(opened_on=None).values_list("name", flat=True)) == ["De Vaart"]
    admission_actions.leave(by=cast.stranger, community=Community.objects.get(name="De Vaart"))
    assert begin(browse, "Toch anders").status_code == 302


def test_a_community_of_the_same_name_is_asked_about_and_may_be_another_one(cast, browse):
    communities.AreaFactory(code=AREA, municipality_code=cast.community.municipality.code)
    page = begin(browse, f" {cast.community.name.upper()} ").content.decode()
    assert "bestaat al" in page and not Community.objects.filter(opened_on=None).exists()
    assert begin(browse, cast.community.name.upper(), another="on").status_code == 302


def test_a_page_that_is_being_prepared_is_seen_by_who_prepares_it_and_by_no_official(cast, browse):
    communities.AreaFactory(code=AREA, municipality_code=cast.community.municipality.code)
    begin(browse, "Nog dicht")
    address = Community.objects.get(name="Nog dicht").get_absolute_url()
    assert browse("stranger").get(address).status_code == 200
    for name in ("official", "administrator", "visitor", "resident"):
        client = browse(name)
        assert client.get(address).status_code == 404
        assert "Nog dicht" not in client.get("/mijn/", follow=True).content.decode()
