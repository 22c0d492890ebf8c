""" "Klopt hier iets niet?": who says so, who looks, what is set aside, and how it comes back."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from communities.models import GroupRole, Notice, Opening, Report, ReportLine, SetAside
from communities.moderation import actions
from communities.moderation.registry import community_of, reportables
from config.website.my_data.own_data import forget
from stories.models import Story
from stories.telling.actions import telling
from tests.communities.moderation.rows import one_of_everything
from tests.factories import communities
from tests.factories.stories import told

SAID = {"category": "hurts", "words": "This is about my sister."}


@pytest.fixture
def story(cast):
    return told(cast.community, cast.resident, 4)


@pytest.fixture
def second_host(cast):
    """Another resident who carries something here."""
    cast.people["second"] = communities.MembershipFactory(community=cast.community).user
    group = communities.GroupFactory(community=cast.community)
    communities.GroupMemberFactory(group=group, user=cast.user("second"), role=GroupRole.CARRIER)
    return cast.user("second")


def say(client, story, **words):
    return client.post(f"/klopt-niet/verhaal/{story.uuid}/", {**SAID, **words})


def put_aside(cast, report, first="host", second="builder"):
    made = actions.propose_aside(by=cast.user(first), report=report, reason="It names a child.")
    return actions.agree_aside(by=cast.user(second), set_aside=made)


def test_a_visitor_says_so_without_an_account_and_nothing_about_them_is_kept(cast, story, browse):
    answer = say(browse("visitor"), story)
    assert answer.status_code == 200
    line = ReportLine.objects.get()
    assert (line.words, line.by) == ("This is about my sister.", None)
    told_to = set(Notice.objects.filter(kind="report").values_list("person__email", flat=True))
    assert told_to == {"host@mail.example", "builder@mail.example"}


def test_what_is_gone_or_hidden_cannot_be_reported(cast, browse):
    hidden = told(cast.community, cast.resident, 2)
    gone = told(cast.community, cast.resident, 4)
    telling.erase(by=cast.resident, story=gone)
    for row in (hidden, gone):
        assert say(browse("visitor"), row).status_code == 404
    for address in (
        "/klopt-niet/verhaal/x/",
        "/klopt-niet/stem/99999999999999999999/",
        "/klopt-niet/niets/1/",
    ):
        assert browse("visitor").get(address).status_code == 404


def test_a_flood_from_one_browser_is_one_line(cast, story, client):
    statuses = [say(client, story, words=f"Again {n}").status_code for n in range(200)]
    assert set(statuses) == {200, 429}
    assert ReportLine.objects.count() == 1
    assert Notice.objects.filter(kind="report", person=cast.host).count() == 1


def test_an_event_behind_one_address_never_meets_a_limit(cast, story):
    from django.test import Client

    answers = [say(Client(REMOTE_ADDR="192.0.2.7"), story).status_code for _person in range(300)]
    assert set(answers) == {200}
    assert Report.objects.count() == 1
    assert ReportLine.objects.count() == 300


def test_browsers_that_throw_their_cookies_away_meet_one_wide_limit(cast, story, settings, monkeypatch):
    from django.test import Client

    from communities.moderation import views

    monkeypatch.setattr(views, "OF_NEW_BROWSERS", 5)
    answers = [say(Client(), story).status_code for _try in range(8)]
    assert answers == [200] * 5 + [429] * 3


def test_two_people_one_a_resident_set_it_aside_and_it_comes_back_by_itself(cast, story, browse):
    say(browse("visitor"), story)
    report = Report.objects.get()
    made = actions.propose_aside(by=cast.builder, report=report, reason="It names a child.")
    assert browse("visitor").get(story.get_absolute_url()).status_code == 200
    actions.agree_aside(by=cast.host, set_aside=made)
    for name in ("visitor", "participant", "builder", "official"):
        assert browse(name).get(story.get_absolute_url()).status_code == 404
    assert browse("resident").get(story.get_absolute_url()).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=13, hours=23), tick=False):
        assert not Story.objects.visible_to(cast.reader("visitor")).exists()
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1), tick=False):
        assert Story.objects.visible_to(cast.reader("visitor")).get() == story


def test_one_person_alone_sets_nothing_aside(cast, story, browse):
    say(browse("visitor"), story)
    made = actions.propose_aside(by=cast.host, report=Report.objects.get(), reason="No.")
    with pytest.raises(ValidationError):
        actions.agree_aside(by=cast.host, set_aside=made)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetAside.objects.filter(pk=made.pk).update(agreed_by=cast.host, agreed_at=timezone.now())


def test_two_builders_without_a_resident_set_nothing_aside(cast, story, browse):
    colleague = communities.BuilderFactory(community=cast.community, organisation=cast.organisation).user
    say(browse("visitor"), story)
    made = actions.propose_aside(by=cast.builder, report=Report.objects.get(), reason="No.")
    with pytest.raises(ValidationError):
        actions.agree_aside(by=colleague, set_aside=made)


@pytest.mark.parametrize(
    "name", ["official", "official_who_lives_here", "administrator", "resident", "neighbour"]
)
def test_officials_authors_and_others_handle_nothing(name, cast, story, browse):
    communities.GroupMemberFactory(group=cast.group, user=cast.official_who_lives_here, role=GroupRole.HOST)
    communities.GroupMemberFactory(group=cast.group, user=cast.resident, role=GroupRole.HOST)
    say(browse("visitor"), story)
    report = Report.objects.get()
    assert browse(name).get(report.get_absolute_url()).status_code == 404
    assert browse(name).post(report.get_absolute_url(), {"reason": "No."}).status_code == 404


def test_the_author_is_told_may_object_and_sees_who_opened_it(cast, story, browse):
    say(browse("visitor"), story)
    report = Report.objects.get()
    browse("builder").post(f"/melding/{report.pk}/lezen/")
    aside = put_aside(cast, report)
    assert Notice.objects.filter(kind="set_aside", person=cast.resident, about=aside.pk).exists()
    page = browse("resident").get(aside.get_absolute_url()).content.decode()
    assert "It names a child." in page and "las het op" in page
    assert "This is about my sister." not in page
    browse("resident").post(aside.get_absolute_url(), {"objection": "It is my own child."})
    assert Notice.objects.filter(kind="objection", person=cast.host).exists()
    assert "It is my own child." in browse("host").get(aside.get_absolute_url()).content.decode()


def test_it_stays_away_only_when_both_say_so(cast, story, browse):
    say(browse("visitor"), story)
    aside = put_aside(cast, Report.objects.get())
    later = timezone.now() + timedelta(days=15)
    browse("host").post(f"/terzijde/{aside.pk}/oordeel/", {"away": "1"})
    with time_machine.travel(later, tick=False):
        assert Story.objects.visible_to(cast.reader("visitor")).exists()
    browse("builder").post(f"/terzijde/{aside.pk}/oordeel/", {"away": "0"})
    with time_machine.travel(later, tick=False):
        assert Story.objects.visible_to(cast.reader("visitor")).exists()
    browse("builder").post(f"/terzijde/{aside.pk}/oordeel/", {"away": "1"})
    with time_machine.travel(later, tick=False):
        assert not Story.objects.visible_to(cast.reader("visitor")).exists()
    assert Notice.objects.filter(kind="stays_away", person=cast.resident).exists()


def test_either_of_them_puts_it_back_at_once(cast, story, browse):
    say(browse("visitor"), story)
    aside = put_aside(cast, Report.objects.get())
    browse("host").post(f"/terzijde/{aside.pk}/terug/")
    assert browse("visitor").get(story.get_absolute_url()).status_code == 200


def test_a_report_opens_that_one_row_to_its_handlers_and_it_is_recorded(cast, browse):
    private = told(cast.community, cast.participant, 1, group=cast.group, text="Only for my group.")
    other = told(cast.community, cast.participant, 1, group=cast.group, text="Another of the group.")
    say(browse("builder"), private)
    report = Report.objects.get()
    elsewhere = communities.GroupFactory(community=cast.community)
    communities.GroupMemberFactory(group=elsewhere, user=cast.resident, role=GroupRole.HOST)
    page = browse("resident").get(report.get_absolute_url()).content.decode()
    assert "Only for my group." not in page
    browse("resident").post(f"/melding/{report.pk}/lezen/")
    page = browse("resident").get(report.get_absolute_url()).content.decode()
    assert "Only for my group." in page and "Another of the group." not in page
    assert Opening.objects.get().by == cast.resident
    for row in (private, other):
        assert browse("resident").get(row.get_absolute_url()).status_code == 404


def test_what_may_be_against_the_law_goes_at_once_and_needs_an_administrator_and_a_resident(
    cast, story, browse, second_host
):
    say(browse("visitor"), story, category="unlawful")
    report = Report.objects.get()
    assert browse("administrator").get(report.get_absolute_url()).status_code == 200
    made = actions.propose_aside(by=cast.host, report=report, reason="A threat.")
    assert browse("visitor").get(story.get_absolute_url()).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1), tick=False):
        assert Story.objects.visible_to(cast.reader("visitor")).exists()
    with pytest.raises(ValidationError):
        actions.agree_aside(by=second_host, set_aside=made)
    actions.agree_aside(by=cast.administrator, set_aside=made)
    with time_machine.travel(timezone.now() + timedelta(days=13), tick=False):
        assert not Story.objects.visible_to(cast.reader("visitor")).exists()


def test_who_is_named_asks_the_teller_who_decides_how(cast, story, browse):
    say(browse("visitor"), story, category="named", words="The third line is about me.")
    report = Report.objects.get()
    address = f"/genoemd/{report.pk}/"
    assert "The third line is about me." in browse("resident").get(address).content.decode()
    for name in ("participant", "official", "neighbour"):
        assert browse(name).get(address).status_code == 404
    telling.withdraw(by=cast.resident, story=story)
    assert browse("resident").get(address).status_code == 404
    assert not ReportLine.objects.exists()


def test_erasing_the_teller_or_the_reporter_leaves_no_word_of_it(cast, story, browse):
    browse("participant").post(f"/klopt-niet/verhaal/{story.uuid}/", {**SAID, "known": "on"})
    assert ReportLine.objects.get().by == cast.participant
    forget(cast.participant)
    assert not ReportLine.objects.exists()
    say(browse("visitor"), story)
    forget(cast.resident)
    assert not Report.objects.exists()


@pytest.mark.parametrize("key", reportables())
def test_every_kind_can_be_reported_on_its_page_and_set_aside(key, cast, browse, second_host):
    row, kind = one_of_everything(cast)[key], reportables()[key]
    address = f"/klopt-niet/{kind.slug}/{getattr(row, kind.field)}/"
    page = browse("visitor").get(kind.back(row))
    if page.status_code == 302:
        page = browse("visitor").get(page["Location"])
    if key != "voice":
        assert address in page.content.decode()
    assert browse("visitor").post(address, SAID).status_code == 200
    cast.people["other"] = second_host
    report = Report.objects.get()
    assert report.community == community_of(row)
    assert kind.rows(cast.reader("visitor")).filter(pk=row.pk).exists()
    put_aside(cast, report, "other", "builder")
    assert not kind.rows(cast.reader("visitor")).filter(pk=row.pk).exists()


def test_the_page_of_a_handler_asks_as_much_for_three_lines_as_for_one(
    cast, story, browse, django_assert_num_queries
):
    from django.test import Client

    say(Client(), story)
    host = browse("host")
    address = Report.objects.get().get_absolute_url()
    host.get(address)
    with django_assert_num_queries(8):
        host.get(address)
    for _more in range(2):
        say(Client(), story)
    with django_assert_num_queries(8):
        host.get(address)


def test_the_telling_page_says_where_help_is(cast, browse):
    page = browse("resident").get("/vertellen/").content.decode()
    assert all(number in page for number in ("tel:112", "tel:113", "tel:08002000", "huisarts"))
