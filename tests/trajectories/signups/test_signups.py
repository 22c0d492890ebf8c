"""People say that they come, with and without an account; who waits moves up by itself."""

import uuid
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from communities.models import Notice
from config.website.mail.at_once import make_letters
from config.website.mail.letters import post_waiting
from config.website.my_data.own_data import forget
from config.website.nightly.retention_run import retain
from tests.factories import communities
from trajectories.gatherings import actions as gatherings_actions
from trajectories.models import Gathering, SignUp
from trajectories.planning import actions as planning_actions
from trajectories.signups import actions as signups_actions

VISITOR = AnonymousUser()


def gathering(cast, **more):
    fields = {"reach": 4, "start_question": "Why?", "starts_at": timezone.now() + timedelta(days=3)}
    return Gathering.objects.create(community=cast.community, group=cast.group, **fields | more)


def come(row, name="Somebody", by=VISITOR, **more):
    return signups_actions.sign_up(by=by, gathering=row, name=name, token=uuid.uuid4(), **more)


def the_sender_ran():
    """Tomorrow at noon every mail that was written down is on its way."""
    noon = (timezone.localtime() + timedelta(days=1)).replace(hour=12)
    with time_machine.travel(noon, tick=False):
        make_letters()
        post_waiting()


def waiting(row):
    return [signup.name for signup in SignUp.objects.waiting().filter(gathering=row)]


def token_on(page):
    return page.content.decode().split('name="token" value="')[1].split('"')[0]


def test_a_neighbour_scans_the_poster_and_signs_up_with_nothing_but_a_name(cast, browse):
    row = planning_actions.invite_to_gathering(by=cast.host, gathering=gathering(cast, reach=1, places=4))
    neighbour = browse("visitor")
    page = neighbour.get(f"/b/{row.code}/")
    assert "Er zijn nog 4 plekken vrij" in page.content.decode()
    assert not SignUp.objects.exists()
    form = {"token": token_on(page), "name": "Tesfay"}
    answer = neighbour.post(f"/b/{row.code}/", form, follow=True)
    assert "Er is plek voor je" in answer.content.decode()
    assert SignUp.objects.get().name == "Tesfay"
    assert neighbour.get(f"/bijeenkomst/{row.pk}/").status_code == 404


def test_a_poster_that_hangs_where_it_should_not_opens_nothing_any_more(cast, browse):
    row = planning_actions.invite_to_gathering(by=cast.host, gathering=gathering(cast, reach=1, places=4))
    come(row, "Tesfay")
    old = f"/b/{row.code}/"
    assert "Maak een nieuwe code" in browse("host").get(f"/bijeenkomst/{row.pk}/klaar/").content.decode()
    page = browse("host").post(f"/bijeenkomst/{row.pk}/nieuwe-code/", follow=True).content.decode()
    row.refresh_from_db()
    assert f"/b/{row.code}/" in page
    assert "De oude code opent niets meer" in page
    assert browse("visitor").get(old).status_code == 404
    assert browse("visitor").get(f"/b/{row.code}/").status_code == 200
    assert SignUp.objects.get().name == "Tesfay"


def test_no_code_is_made_for_who_was_never_invited(cast, browse):
    row = gathering(cast)
    assert browse("host").post(f"/bijeenkomst/{row.pk}/nieuwe-code/").status_code == 404
    row.refresh_from_db()
    assert row.code is None


def test_opening_the_poster_s_page_leaves_no_session(cast, browse):
    row = planning_actions.invite_to_gathering(by=cast.host, gathering=gathering(cast))
    answer = browse("visitor").get(f"/b/{row.code}/")
    assert "sessionid" not in answer.cookies


def test_a_double_tap_signs_up_once(cast, browse):
    row = gathering(cast, places=4)
    token = token_on(browse("visitor").get(f"/bijeenkomst/{row.pk}/aanmelden/"))
    for _tap in range(2):
        browse("visitor").post(f"/bijeenkomst/{row.pk}/aanmelden/", {"token": token, "name": "Tesfay"})
    assert SignUp.objects.count() == 1
    assert come(row, by=cast.resident) == come(row, by=cast.resident)


def test_an_open_door_has_no_sign_up(cast, browse):
    row = gathering(cast, open_door=True)
    assert browse("resident").get(f"/bijeenkomst/{row.pk}/aanmelden/").status_code == 404
    assert "Ik kom" not in browse("resident").get(f"/bijeenkomst/{row.pk}/").content.decode()
    with pytest.raises(ValidationError):
        come(row)


def test_who_waits_longest_moves_up_and_hears_of_it(cast, browse, mailoutbox):
    row = gathering(cast, places=1)
    first = come(row, "Ans")
    come(row, "Omar", mail="omar@mail.example")
    come(row, "Resident", by=cast.resident)
    assert waiting(row) == ["Omar", "Resident"]
    the_sender_ran()
    assert mailoutbox[0].subject == "Je staat op de wachtlijst: Why?"
    browse("visitor").post(f"/aanmelding/{first.code}/af/")
    assert waiting(row) == ["Resident"]
    the_sender_ran()
    mailoutbox[:] = [mail for mail in mailoutbox if mail.to == ["omar@mail.example"]]
    assert len(mailoutbox) == 2
    assert "Er is plek voor je" in mailoutbox[-1].subject
    omar = SignUp.objects.get(name="Omar")
    assert omar.get_absolute_url() in mailoutbox[-1].body
    browse("visitor").post(f"/aanmelding/{omar.code}/af/")
    assert "Er is plek voor je" in browse("resident").get("/mijn/nieuws/").content.decode()


def test_looking_at_my_place_cancels_nothing(cast, browse):
    mine = come(gathering(cast, places=1))
    for address in (f"/aanmelding/{mine.code}/", f"/aanmelding/{mine.code}/af/"):
        browse("visitor").get(address)
    assert SignUp.objects.count() == 1


def test_more_chairs_let_people_move_up(cast):
    row = gathering(cast, places=1)
    come(row, "Ans"), come(row, "Omar")
    planning_actions.change_gathering(by=cast.host, gathering=row, values={"places": 2})
    assert waiting(row) == []


def test_only_organisers_see_who_signed_up(cast, browse):
    row = gathering(cast, places=1)
    come(row, "Tesfay uit de Garenstraat", mail="tesfay@mail.example")
    for name in cast.everyone:
        pages = [f"/bijeenkomst/{row.pk}/", f"/bijeenkomst/{row.pk}/wie-komt/"]
        seen = any("Garenstraat" in browse(name).get(page).content.decode() for page in pages)
        assert seen == (name in {"host", "builder"})
    assert b"tesfay@mail" not in browse("host").get(f"/bijeenkomst/{row.pk}/wie-komt/").content


def test_the_list_as_a_file_holds_no_formulas(cast, browse):
    row = gathering(cast, places=1)
    for name in ('=HYPERLINK("http://x")', "+31", "-1", "@SUM(A1)", " =1", "Ans"):
        come(row, name)
    answer = browse("host").get(f"/bijeenkomst/{row.pk}/wie-komt.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="wie-komt.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()[1:]
    assert [line[0] for line in lines] == ['"', "'", "'", "'", "'", "A"]
    assert lines[0].startswith("\"'=HYPERLINK")


def test_nobody_signs_up_for_what_was_cancelled_or_has_been(cast):
    for more in ({"cancelled_on": "2026-11-24", "cancelled_why": "Rain."}, {"starts_at": timezone.now()}):
        with pytest.raises(ValidationError):
            come(gathering(cast, **more))


def test_the_waiting_list_does_not_grow_without_end(cast):
    row = gathering(cast, places=1)
    SignUp.objects.bulk_create(SignUp(gathering=row, name="A", token=uuid.uuid4()) for _number in range(100))
    with pytest.raises(ValidationError):
        come(row)


def test_nobody_can_send_a_stranger_a_heap_of_mail(cast, mailoutbox):
    row = gathering(cast)
    for _time in range(6):
        come(row, mail="stranger@mail.example")
    with pytest.raises(ValidationError):
        come(row, mail="Stranger@mail.example")
    the_sender_ran()
    assert len(mailoutbox) == 6


def test_one_form_sent_to_another_gathering_is_another_sign_up(cast):
    token = uuid.uuid4()
    for row in (gathering(cast), gathering(cast)):
        signups_actions.sign_up(by=VISITOR, gathering=row, name="Ans", token=token)
    assert SignUp.objects.count() == 2


def test_whoever_signed_up_hears_of_a_move_once(cast, mailoutbox):
    row = gathering(cast, places=5)
    come(row, "Participant", by=cast.participant)
    come(row, "Omar", mail="omar@mail.example")
    later = timezone.now() + timedelta(days=5)
    planning_actions.move_gathering(by=cast.host, gathering=row, starts_at=later)
    kinds = Notice.objects.filter(person=cast.participant).values_list("kind", flat=True)
    assert list(kinds) == ["signup"]
    the_sender_ran()
    assert sorted(mail.to[0] for mail in mailoutbox if "Verzet" in mail.subject) == [
        "builder@mail.example",
        "omar@mail.example",
        "participant@mail.example",
    ]


def test_sign_ups_are_deleted_three_months_after_the_gathering(cast):
    for days in (100, 80):
        row = gathering(cast, starts_at=timezone.now() - timedelta(days=days))
        SignUp.objects.create(gathering=row, name="Ans", token=uuid.uuid4())
    assert retain()["sign-ups"] == 1
    assert SignUp.objects.get().gathering == row


def test_somebody_who_is_erased_makes_room(cast):
    row = gathering(cast, places=1)
    come(row, "Resident", by=cast.resident)
    come(row, "Omar")
    forget(cast.resident)
    assert waiting(row) == []


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("name", "questions"), [("visitor", 7), ("host", 11)])
def test_a_gathering_page_asks_a_fixed_number_of_questions(
    cast, browse, rows, name, questions, django_assert_num_queries
):
    row = gathering(cast, places=5)
    for number in range(rows):
        come(row)
        gatherings_actions.add_agenda_item(
            by=cast.host, gathering=row, text=f"Item {number}", origin="residents"
        )
    client = browse(name)
    with django_assert_num_queries(questions):
        client.get(f"/bijeenkomst/{row.pk}/")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row locks")
@pytest.mark.parametrize(("places", "together"), [(1, 1), (3, 2)])
def test_two_people_who_tap_at_the_same_moment_do_not_get_the_same_last_place(places, together):
    community = communities.CommunityFactory()
    row = Gathering.objects.create(
        community=community,
        group=communities.GroupFactory(community=community),
        starts_at=timezone.now() + timedelta(days=3),
        places=places,
    )
    both_ready, failed = Barrier(2, timeout=10), []

    def tap(name):
        try:
            both_ready.wait()
            with transaction.atomic():
                come(row, name, people=together)
        except Exception as error:  # noqa: BLE001
            failed.append(error)
        finally:
            connection.close()

    people = [Thread(target=tap, args=[name]) for name in ("Ans", "Omar")]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=20)
    assert failed == []
    assert (SignUp.objects.placed().count(), SignUp.objects.waiting().count()) == (1, 1)
