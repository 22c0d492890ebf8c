"""What is not needed any more goes, each kind in its own time; the clock is moved, nobody waits."""

import uuid
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth import user_logged_in
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from communities.admission.actions import accept, leave
from communities.models import (
    Appointment,
    BackOfficeDeed,
    Card,
    GroupMember,
    Heartbeat,
    Invitation,
    KnownBrowser,
    Letter,
    Membership,
    Notice,
    Posting,
    RecoveryCode,
    Report,
    RetentionLogEntry,
    User,
)
from communities.news.actions import notify
from communities.retention.jobs import carry_out
from communities.site.dates import today
from config.website.nightly import retention_run
from config.website.nightly.retention_run import jobs, planned, retain
from stories.models import Story, StoryKey
from stories.telling.actions.telling import save_draft, start_changing, start_draft
from tests.factories import communities, stories
from tests.stories.telling.test_files import folder, left_behind
from trajectories.models import Gathering, SignUp

__all__ = ["folder"]

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as travel:
        yield travel


def later(clock, **span):
    clock.move_to(START + timedelta(**span))


def night(capture):
    with capture(execute=True):
        return retain()


def log_in(person):
    user_logged_in.send(sender=type(person), request=None, user=person)


def row(name):
    return next(job for job in jobs() if job.name == name)


def test_a_draft_nobody_touched_for_half_a_year_goes_and_one_still_written_on_stays(cast, clock):
    old = start_draft(by=cast.resident, community=cast.community)
    alive = start_draft(by=cast.resident, community=cast.community)
    later(clock, days=170)
    save_draft(by=cast.resident, story=alive, values={"text": "Nog een zin."})
    later(clock, days=179)
    assert retain()["drafts"] == 0
    later(clock, days=180)
    assert retain()["drafts"] == 1
    assert not Story.objects.filter(pk=old.pk).exists()
    assert Story.objects.filter(pk=alive.pk).exists()


def test_a_change_begun_long_ago_goes_and_the_told_story_stands(cast, clock):
    story = stories.told(cast.community, cast.resident, 4)
    start_changing(by=cast.resident, story=story)
    later(clock, days=181)
    assert retain()["drafts"] == 1
    assert list(Story.objects.all()) == [story]


def test_a_year_after_leaving_only_role_and_dates_are_left_of_somebody(cast, clock):
    GroupMember.objects.filter(user=cast.host).update(expertise="kanarie weet van bomen", shown_as="everyone")
    leave(by=cast.host, community=cast.community)
    later(clock, days=364)
    retain()
    assert cast.host.memberships.count() == 1
    later(clock, days=365)
    done = retain()
    assert cast.host.memberships.count() == cast.host.group_roles.count() == 0
    part = GroupMember.objects.get(role="host", until=START.date())
    assert (part.name, part.expertise, part.shown_as, part.shown_since) == ("", "", "role", None)
    # The former resident of the cast, whose part in the group nobody ever ended, goes as well.
    assert (done["memberships"], done["parts in groups"]) == (1, 1)
    assert Membership.objects.filter(user=None).count() == 2


def test_a_part_that_nobody_ended_ends_a_year_after_its_person_left_the_community(cast, clock):
    later(clock, days=336)
    assert retain()["parts in groups"] == 1
    assert cast.former.group_roles.count() == 0
    assert cast.participant.group_roles.count() == 1


def test_whoever_comes_back_keeps_their_part(cast, clock):
    communities.MembershipFactory(user=cast.former, community=cast.community, since=today())
    later(clock, days=400)
    retain()
    assert cast.former.group_roles.count() == 1


def test_a_request_nobody_answered_goes_after_three_months(cast, clock):
    later(clock, days=89)
    assert retain()["unanswered requests"] == 0
    later(clock, days=90)
    assert retain()["unanswered requests"] == 1
    assert cast.pending.memberships.count() == 0


def test_a_post_and_an_appointment_lose_their_person_after_two_years(cast, clock):
    Appointment.objects.filter(user=cast.administrator).update(until=today())
    Posting.objects.filter(user=cast.official).update(until=today())
    later(clock, days=730)
    done = retain()
    assert (done["posts"], done["appointments"]) == (2, 1)
    assert cast.official.postings.count() == cast.administrator.appointments.count() == 0
    assert Posting.objects.filter(user=None, function="area adviser").count() == 2


def test_codes_go_two_weeks_after_they_expired_were_voided_or_used(cast, clock):
    used = communities.InvitationFactory(community=cast.community, expires_on=today() + timedelta(days=90))
    communities.InvitationFactory(community=cast.community, expires_on=today())
    communities.InvitationFactory(
        community=cast.community, expires_on=today() + timedelta(days=90), voided_on=today()
    )
    poster = communities.InvitationFactory(community=cast.community, expires_on=today() + timedelta(days=90))
    accept(by=cast.stranger, invitation=used)
    later(clock, days=13)
    assert retain()["invitations"] == 0
    later(clock, days=14)
    assert retain()["invitations"] == 3
    assert list(Invitation.objects.all()) == [poster]


def test_news_goes_after_three_months_and_news_for_later_stays(cast, clock):
    place = cast.community
    notify(by=None, people=[cast.resident], kind="let_in", about="now", community=place)
    later_on = timezone.now() + timedelta(days=300)
    notify(by=None, people=[cast.resident], kind="let_in", about="later", community=place, due=later_on)
    Letter.objects.create(person=cast.resident, to="resident@mail.example", text="kanarie")
    later(clock, days=90)
    done = retain()
    assert (done["notices"], done["letters"]) == (1, 1)
    assert Notice.objects.get().about == "later"


def test_expired_sessions_go(cast, clock, browse):
    browse("resident").get("/mijn/")
    before = Session.objects.count()
    later(clock, days=31)
    assert retain()["sessions"] == before == 1


@pytest.fixture
def sleeper(db, clock):
    return communities.UserFactory(email="slaper@mail.example", display_name="Sanne Slaapt", last_login=START)


def test_a_sleeping_account_is_told_twice_and_then_erased(
    sleeper, clock, django_capture_on_commit_callbacks, mailoutbox
):
    heard = {}
    for days in range(660, 740):
        later(clock, days=days)
        night(django_capture_on_commit_callbacks)
        heard[days] = (len(mailoutbox), User.objects.filter(pk=sleeper.pk).exists())
    changes = {day: seen for day, seen in heard.items() if seen != heard.get(day - 1)}
    assert changes == {660: (0, True), 670: (1, True), 716: (2, True), 730: (2, False)}
    assert [mail.to for mail in mailoutbox] == [["slaper@mail.example"]] * 2
    assert "Sanne Slaapt" in mailoutbox[0].body
    assert "23 november 2028" in mailoutbox[0].body
    assert "/account/login/" in mailoutbox[1].body


def test_somebody_who_logs_in_after_the_first_mail_is_left_alone(
    sleeper, clock, django_capture_on_commit_callbacks, mailoutbox
):
    later(clock, days=670)
    night(django_capture_on_commit_callbacks)
    later(clock, days=700)
    log_in(sleeper)
    for days in (716, 730, 800, 1300):
        later(clock, days=days)
        night(django_capture_on_commit_callbacks)
    assert len(mailoutbox) == 1
    assert User.objects.filter(pk=sleeper.pk).exists()
    later(clock, days=700 + 670)
    night(django_capture_on_commit_callbacks)
    assert len(mailoutbox) == 2


def test_nobody_is_erased_untold_when_the_job_slept_for_years(
    sleeper, clock, django_capture_on_commit_callbacks, mailoutbox
):
    nights = {1000: (1, True), 1045: (1, True), 1046: (2, True), 1059: (2, True), 1060: (2, False)}
    for days, expected in nights.items():
        later(clock, days=days)
        night(django_capture_on_commit_callbacks)
        assert (len(mailoutbox), User.objects.filter(pk=sleeper.pk).exists()) == expected


def test_whoever_never_came_back_after_joining_counts_from_that_day(db, clock):
    User.objects.create_user("nooit@mail.example")
    later(clock, days=669)
    assert planned()["first mails"] == 0
    later(clock, days=670)
    assert planned()["first mails"] == 1


def scene_of_everything(cast, clock):
    """Something of every kind that is due two years from the start."""
    start_draft(by=cast.resident, community=cast.community)
    leave(by=cast.host, community=cast.community)
    Appointment.objects.filter(user=cast.administrator).update(until=today())
    communities.InvitationFactory(community=cast.community)
    notify(by=None, people=[cast.resident], kind="let_in", about="x", community=cast.community)
    Session.objects.create(session_key="k", session_data="", expire_date=timezone.now())
    User.objects.filter(pk=cast.resident.pk).update(last_login=timezone.now() + timedelta(days=300))
    later(clock, days=690)
    retain()
    later(clock, days=736)
    Letter.objects.create(person=cast.builder, made_at=START)
    start_draft(by=cast.stranger, community=cast.community)
    Story.objects.update(changed_at=START)
    User.objects.filter(pk=cast.builder.pk).update(last_login=START + timedelta(days=60))
    Letter.objects.filter(person=cast.builder, key__startswith="account").delete()
    for number in range(3):
        communities.InvitationFactory(
            community=cast.community, expires_on=today() - timedelta(days=20 + number)
        )
    RecoveryCode.objects.create(community=cast.community, user=cast.resident, digest="x", made_at=START)
    part = cast.group.members.first()
    Card.objects.create(member=part, digest="x", made_at=START - timedelta(days=400))
    old = {"kind": "place", "about": 1, "community": cast.community, "opened_at": START - timedelta(days=400)}
    for closed_at in (None, START - timedelta(days=100)):
        Report.objects.create(**old, closed_at=closed_at)
    communities.MembershipFactory(community=cast.community, since=None)
    Membership.objects.filter(since=None).update(asked_on=START.date())
    notify(by=None, people=[cast.stranger], kind="let_in", about="y", community=cast.community)
    Notice.objects.update(due=START)
    communities.MembershipFactory(until=today() - timedelta(days=370))
    communities.GroupMemberFactory(until=today() - timedelta(days=370))
    communities.PostingFactory(since=START.date() - timedelta(days=90), until=START.date())
    communities.AppointmentFactory(since=START.date() - timedelta(days=90), until=START.date())
    town = cast.community.municipality
    BackOfficeDeed.objects.create(municipality=town, at=START, what="changed", about="office", row="1")
    KnownBrowser.objects.create(user=cast.resident, digest="x", until=START.date())
    Session.objects.create(session_key="l", session_data="", expire_date=START)
    held = Gathering.objects.create(community=cast.community, group=cast.group, starts_at=START)
    SignUp.objects.create(gathering=held, name="Ans", token=uuid.uuid4())
    StoryKey.objects.create(digest="x", made_at=timezone.now() - timedelta(days=366))
    gone = communities.UserFactory(last_login=START)
    User.objects.filter(pk=gone.pk).update(joined_on=START.date())
    Letter.objects.create(person=gone, key="account-last-x", made_at=timezone.now() - timedelta(days=15))


def test_the_dry_run_prints_exactly_the_numbers_the_real_run_then_does(cast, clock, folder):
    scene_of_everything(cast, clock)
    left_behind(folder, "left.jpg", days=2)
    dry, real, again = StringIO(), StringIO(), StringIO()
    call_command("retain", dry_run=True, stdout=dry)
    before = planned()
    call_command("retain", stdout=real)
    call_command("retain", stdout=again)
    assert dry.getvalue() == real.getvalue()
    assert all(before.values()), "the scene has something of every kind"
    assert {line.split()[0] for line in again.getvalue().splitlines()} == {"0"}
    assert sum(planned().values()) == 0


def test_the_ledger_and_the_heartbeat_hold_numbers_and_nothing_else(cast, clock, folder):
    scene_of_everything(cast, clock)
    left_behind(folder, "left.jpg", days=2)
    RetentionLogEntry.objects.all().delete()
    wanted = planned()
    call_command("retain", stdout=StringIO())
    assert dict(RetentionLogEntry.objects.values_list("job", "count")) == wanted
    beat = Heartbeat.objects.get(job="retention")
    assert beat.outcome == wanted
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM communities_retentionlogentry")
        assert "@" not in str(cursor.fetchall())


def test_a_run_that_was_killed_half_way_goes_on_where_it_stopped(cast, clock):
    for number in range(7):
        communities.InvitationFactory(
            community=cast.community, expires_on=today() - timedelta(days=20 + number)
        )
    small = type(row("invitations"))(**{**vars(row("invitations")), "batch": 3})
    assert len(carry_out(small, 14)) == 3
    assert RetentionLogEntry.objects.get(job="invitations").count == 3
    assert retain()["invitations"] == 4
    assert RetentionLogEntry.objects.get(job="invitations").count == 7


def test_a_broken_run_leaves_no_sign_of_success_and_names_no_value(cast, clock):
    start_draft(by=cast.resident, community=cast.community)
    later(clock, days=200)

    def refuse(rows):
        raise ValueError("kanarie in an error")

    broken = type(row("drafts"))(**{**vars(row("drafts")), "let_go": refuse})
    kept = list(retention_run.jobs())
    retention_run.jobs()[:] = [broken]
    try:
        with pytest.raises(CommandError) as stopped:
            call_command("retain", stdout=StringIO())
    finally:
        retention_run.jobs()[:] = kept
    assert str(stopped.value) == "retention stopped: PartsBroke. The log says where."
    assert Heartbeat.objects.get(job="retention").finished_at is None
