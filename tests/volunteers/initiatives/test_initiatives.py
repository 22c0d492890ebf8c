"""An initiative belongs to its carriers; support is answered by name."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import communities
from trajectories.models import FundingPeriod
from volunteers.initiatives import actions as initiatives_actions
from volunteers.models import Initiative, SupportReply, SupportRequest
from volunteers.support import actions as support_actions


@pytest.fixture
def initiative(cast):
    return initiatives_actions.start_initiative(
        by=cast.resident,
        community=cast.community,
        title="Soup",
        own_words="We cook.",
        kinds=["food"],
        can_ask="Eat with us.",
        cannot_ask="Names of who eats.",
    )


def test_only_carriers_change_what_one_can_ask(cast, browse, initiative):
    address = f"/initiatief/{initiative.pk}/aanpassen/"
    data = {"kinds": ["food"], "can_ask": "Everything", "cannot_ask": "-", "stage": "running"}
    for name in ("builder", "host", "official"):
        assert browse(name).post(address, data).status_code == 404
    browse("resident").post(address, {**data, "stage": "resting"})
    assert Initiative.objects.get().stage == "resting"


def ask(cast, initiative, reach=1):
    return support_actions.ask_support(
        by=cast.resident,
        group=initiative.group,
        kind="space",
        words="A dry room.",
        asked_of=cast.organisation,
        reach=reach,
    )


def test_what_is_asked_is_seen_by_who_was_asked_and_by_nobody_further(cast, initiative):
    request = ask(cast, initiative)
    seen = {
        name
        for name in cast.everyone
        if SupportRequest.objects.visible_to(cast.reader(name)).contains(request)
    }
    assert seen == {"resident", "builder"}


def test_an_answer_is_signed_by_what_somebody_does_and_the_organisation(cast, browse, initiative):
    request = ask(cast, initiative, reach=4)
    data = {"state": "picked_up", "words": "I come on Tuesday."}
    browse("builder").post(f"/steun/{request.pk}/antwoord/", data)
    page = browse("visitor").get(initiative.get_absolute_url()).content.decode()
    assert "Opbouwwerker, Stichting Samen" in page
    assert SupportReply.objects.get().state == "picked_up"


def test_somebody_else_s_organisation_cannot_answer(cast, browse, initiative):
    request = ask(cast, initiative, reach=4)
    assert browse("official").get(f"/steun/{request.pk}/antwoord/").status_code == 404


def test_a_request_follows_the_table_of_moves_and_can_be_asked_again(cast, initiative):
    request = ask(cast, initiative)
    with pytest.raises(ValidationError):
        support_actions.reply_support(by=cast.builder, request=request, state="helped", words="Done.")
    support_actions.reply_support(
        by=cast.builder, request=request, state="not_possible", words="No room; try the church."
    )
    support_actions.reopen_support(by=cast.resident, request=request)
    assert SupportRequest.objects.get().state == "new"


def test_a_group_without_carrier_lives_on_and_says_it_looks_for_one(cast, browse, initiative):
    cast.resident.group_roles.update(until="2020-01-01", since="2019-01-01")
    page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "zoekt een kartrekker" in page


def test_an_initiative_says_what_came_and_went_and_what_stayed(cast, browse, initiative):
    page = browse("visitor").get(initiative.get_absolute_url()).content.decode()
    assert "Wat kwam en ging" not in page
    group = initiative.group
    days = {"starts_on": communities.days_ago(700), "ends_on": communities.days_ago(300)}
    row = FundingPeriod.objects.create(group=group, funder_name="Fonds Oost", form="fund", **days)
    communities.GroupMemberFactory(
        group=group, user=cast.builder, role="facilitator", until=communities.days_ago(20)
    )
    page = browse("visitor").get(initiative.get_absolute_url()).content.decode()
    assert "Wat kwam en ging" in page
    assert "1 keer hield het geld op" in page
    assert f"/geld/{row.pk}/" not in page
    assert f"/geld/{row.pk}/" in browse("resident").get(initiative.get_absolute_url()).content.decode()


def test_money_that_only_the_group_knows_makes_no_section_for_others(cast, browse, initiative):
    days = {"starts_on": communities.days_ago(700), "ends_on": communities.days_ago(300)}
    FundingPeriod.objects.create(
        group=initiative.group, funder_name="Kanariegeld", form="own", public=False, **days
    )
    for name in ("visitor", "official", "neighbour"):
        page = browse(name).get(initiative.get_absolute_url()).content.decode()
        assert "Kanariegeld" not in page
        assert "Wat kwam en ging" not in page
    assert "Kanariegeld" in browse("resident").get(initiative.get_absolute_url()).content.decode()


@pytest.mark.parametrize("rows", [1, 4])
def test_the_page_of_an_initiative_asks_a_fixed_number_of_questions(
    cast, browse, initiative, rows, django_assert_num_queries
):
    for number in range(rows):
        days = {"starts_on": communities.days_ago(700 - number), "ends_on": communities.days_ago(300)}
        FundingPeriod.objects.create(group=initiative.group, funder_name="Fonds", form="fund", **days)
        communities.GroupMemberFactory(group=initiative.group)
    client = browse("visitor")
    with django_assert_num_queries(15):
        client.get(initiative.get_absolute_url())
