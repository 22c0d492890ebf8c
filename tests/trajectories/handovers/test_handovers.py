"""Who leaves hands over: a letter, a meeting, the yes of residents; and nothing becomes ownerless."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from communities.admission import actions as admission_actions
from communities.models import Duty, GroupMember, Membership, Notice, Posting
from config.website.my_data.own_data import forget
from config.website.nightly.desks import fall_to_desks
from tests.factories import communities
from trajectories.handovers import actions as handovers_actions
from trajectories.models import Answer, Gathering, Handover, Trajectory
from trajectories.signals import actions as signals_actions
from volunteers.support import actions as support_actions


@pytest.fixture
def trajectory(cast):
    return Trajectory.objects.create(group=cast.group)


@pytest.fixture
def letter(cast, trajectory):
    """The builder wrote a letter and shared it."""
    part = cast.group.members.get(user=cast.builder)
    fresh = Handover(part=part, learned="Cook before you talk.")
    row = handovers_actions.write_handover(by=cast.builder, handover=fresh, values={"not_again": "No forms."})
    return handovers_actions.share_handover(by=cast.builder, handover=row)


def held(cast, days=2):
    starts = timezone.now() - timedelta(days=days)
    here = {"community": cast.community, "group": cast.group, "reach": 2, "start_question": "Why?"}
    return Gathering.objects.create(**here, starts_at=starts)


def test_a_letter_is_written_from_prompts_kept_private_and_shared_with_a_tap(cast, browse, trajectory):
    address = f"/groep/{cast.group.pk}/overdracht/"
    assert "Wat weet je nu" in browse("builder").get(address).content.decode()
    browse("builder").post(address, {"learned": "Cook before you talk."})
    draft = Handover.objects.get()
    assert browse("host").get(draft.get_absolute_url()).status_code == 404
    browse("builder").post(f"/overdracht/{draft.pk}/deel/")
    assert "Cook before you talk." in browse("host").get(draft.get_absolute_url()).content.decode()
    for name in ("resident", "participant", "official", "administrator", "visitor"):
        assert browse(name).get(draft.get_absolute_url()).status_code == 404
    assert browse("builder").post(address, {"learned": "Other words."}).status_code in {200, 302}
    assert Handover.objects.get(pk=draft.pk).learned == "Cook before you talk."


def test_going_on_writing_keeps_one_letter(cast, browse, trajectory):
    address = f"/groep/{cast.group.pk}/overdracht/"
    browse("builder").post(address, {"learned": "One."})
    browse("builder").post(address, {"learned": "Two."})
    assert [row.learned for row in Handover.objects.all()] == ["Two."]


def test_an_empty_letter_is_not_shared(cast, trajectory):
    part = cast.group.members.get(user=cast.builder)
    draft = handovers_actions.write_handover(by=cast.builder, handover=Handover(part=part), values={})
    with pytest.raises(ValidationError):
        handovers_actions.share_handover(by=cast.builder, handover=draft)


def test_it_is_cold_until_they_met_and_residents_said_yes(cast, browse, letter):
    with pytest.raises(ValidationError):
        handovers_actions.accept_handover(by=cast.host, handover=letter)
    browse("host").post(f"/overdracht/{letter.pk}/ontmoet/", {"gathering": held(cast).pk})
    letter.refresh_from_db()
    assert letter.state == "met"
    assert browse("builder").post(f"/overdracht/{letter.pk}/akkoord/").status_code == 404
    browse("host").post(f"/overdracht/{letter.pk}/akkoord/")
    letter.refresh_from_db()
    assert (letter.state, letter.accepted_by) == ("accepted", cast.host)
    assert Notice.objects.filter(person=cast.builder, kind="handover").exists()


def test_meeting_takes_the_cold_away_from_page_and_picture(cast, browse, trajectory, letter):
    GroupMember.objects.filter(pk=letter.part_id).update(until=communities.days_ago(9))
    communities.GroupMemberFactory(group=cast.group, role="facilitator", since=communities.days_ago(5))
    cold = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    handovers_actions.meet(by=cast.host, handover=letter, gathering=held(cast))
    warm = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert 'class="overdracht-koud"' in cold
    assert "Koud:" in cold
    assert 'class="overdracht-koud"' not in warm
    assert "De kartrekkers hebben nog geen ja gezegd" in warm
    assert "Cook before you talk." not in warm


def test_a_meeting_that_has_to_come_is_no_meeting(cast, letter):
    with pytest.raises(ValidationError):
        handovers_actions.meet(by=cast.host, handover=letter, gathering=held(cast, days=-4))


def test_an_official_hands_over_a_department_and_the_next_one_accepts(cast, browse):
    browse("former_official").post(f"/afdeling/{cast.office.pk}/overdracht/", {"promised": "Light."})
    letter = Handover.objects.get()
    browse("former_official").post(f"/overdracht/{letter.pk}/deel/")
    browse("official").post(f"/overdracht/{letter.pk}/ontmoet/", {"met_on": communities.days_ago(1)})
    browse("official").post(f"/overdracht/{letter.pk}/akkoord/")
    letter.refresh_from_db()
    assert letter.state == "accepted"
    assert browse("official_elsewhere").get(letter.get_absolute_url()).status_code == 404


def test_a_draft_goes_with_its_writer_and_a_shared_letter_stays_signed_by_role(cast, browse, letter):
    Handover.objects.create(posting=cast.official.postings.get(), learned="Mine alone.")
    forget(cast.official)
    forget(cast.builder)
    assert [row.learned for row in Handover.objects.all()] == ["Cook before you talk."]
    page = browse("host").get(letter.get_absolute_url()).content.decode()
    assert "Cook before you talk." in page
    assert "Builder" not in page


def colleague(cast):
    return communities.BuilderFactory(organisation=cast.organisation, community=cast.elsewhere).user


def test_when_the_builder_leaves_guiding_falls_to_the_organisation(cast, browse, trajectory):
    next_to = colleague(cast)
    admission_actions.leave(by=cast.builder, community=cast.community)
    duty = Duty.objects.get()
    assert (duty.organisation, duty.kind) == (cast.organisation, "guiding")
    assert Notice.objects.filter(person=next_to, kind="desk").count() == 1
    page = browse("visitor").get(trajectory.get_absolute_url()).content.decode()
    assert "ligt nu bij Stichting Samen" in page


def test_it_falls_too_when_the_account_is_erased_or_an_administrator_ends_it(cast, trajectory):
    forget(cast.builder)
    assert Duty.objects.get().organisation == cast.organisation


def test_at_night_the_desk_is_told_once_and_relieved_when_somebody_guides_again(cast, trajectory):
    next_to = colleague(cast)
    Membership.objects.filter(user=cast.builder).update(until=communities.days_ago(1))
    for _night in range(3):
        call_command("nightly")
    assert Duty.objects.count() == Notice.objects.filter(person=next_to, kind="desk").count() == 1
    new = communities.BuilderFactory(organisation=cast.organisation, community=cast.community).user
    communities.GroupMemberFactory(
        group=cast.group, user=new, role="facilitator", since=communities.days_ago(0)
    )
    call_command("nightly")
    assert not Duty.objects.filter(until=None).exists()


def test_support_that_was_picked_up_and_promises_lie_at_the_desk(cast, trajectory):
    asked = {"kind": "space", "words": "A room.", "asked_of": cast.organisation, "reach": 4}
    request = support_actions.ask_support(by=cast.host, group=cast.group, **asked)
    support_actions.reply_support(by=cast.builder, request=request, state="picked_up", words="We look.")
    signal = signals_actions.raise_signal(by=cast.host, group=cast.group, title="Dark", words="It is dark.")
    signal = signals_actions.put_signal(by=cast.host, signal=signal, office=cast.office)
    Answer.objects.create(
        signal=signal,
        office=cast.office,
        kind="promise",
        words="Light.",
        by=cast.former_official,
        promised_by=communities.days_ago(-30),
    )
    Membership.objects.filter(user=cast.builder).update(until=communities.days_ago(1))
    found = fall_to_desks()
    assert {duty.kind for duty in found} == {"guiding", "support", "promise"}
    assert fall_to_desks() == []
    assert Notice.objects.filter(person=cast.official, kind="desk").exists()
    assert {duty.kind for duty in Duty.objects.visible_to(cast.reader("visitor"))} == {"guiding", "promise"}


def test_the_last_host_may_leave_and_the_group_looks_for_a_new_one(cast, browse, trajectory):
    part = cast.group.members.get(user=cast.host)
    GroupMember.objects.filter(user=cast.former).update(until=communities.days_ago(2))
    browse("host").post(f"/groepslid/{part.pk}/stopt/")
    page = browse("visitor").get(trajectory.get_absolute_url())
    assert page.status_code == 200
    people_page = browse("visitor").get(cast.community.get_absolute_url()).content.decode()
    assert "zoekt een kartrekker" in people_page.lower()


def test_who_left_can_write_for_a_year_and_not_after(cast, browse, trajectory):
    admission_actions.leave(by=cast.builder, community=cast.community)
    address = f"/groep/{cast.group.pk}/overdracht/"
    assert browse("builder").get(address).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=370), tick=False):
        assert browse("builder").get(address).status_code == 404
    assert Posting.objects.filter(user=cast.builder).count() == 0
