"""An administrator of one municipality finds nothing of another in the back office, and what is done there is kept."""

from datetime import date

import pytest
from django.contrib import admin
from django.test import RequestFactory

from communities.accounts.back_office import ReadOnlyAdmin
from communities.membership.back_office import Confined, LoggedAdmin
from communities.models import (
    Appointment,
    BackOfficeDeed,
    Community,
    CouncilTerm,
    Membership,
    Office,
    Organisation,
    Posting,
    User,
)
from tests.conftest import combine
from tests.factories import communities


def _rows(town, name):
    """One row of every kind, of one municipality."""
    place = communities.CommunityFactory(municipality=town, name=f"Plek {name}", slug=f"plek-{name}")
    body = communities.OrganisationFactory(name=f"Welzijn {name}")
    office = communities.OfficeFactory(organisation=town, name=f"Loket {name}")
    official = communities.UserFactory(email=f"ambtenaar.{name}@mail.example")
    builder = communities.UserFactory(email=f"opbouw.{name}@mail.example")
    keeper = communities.UserFactory(email=f"beheer.{name}@mail.example")
    return {
        "organisation": town,
        "body": body,
        "office": office,
        "councilterm": CouncilTerm.objects.create(municipality=town, begins_on=date(2026, 3, 30)),
        "posting": communities.PostingFactory(user=official, office=office),
        "appointment": communities.AppointmentFactory(user=keeper, municipality=town),
        "community": place,
        "membership": communities.MembershipFactory(
            user=builder, community=place, role="builder", organisation=body
        ),
        "user": keeper,
        "backofficedeed": BackOfficeDeed.objects.create(
            by=keeper, municipality=town, what="changed", about="office", row="1"
        ),
    }


@pytest.fixture
def towns(cast):
    """The rows of the administrator's own municipality, and those of another."""
    here = _rows(cast.community.municipality, "hier")
    return here, _rows(communities.MunicipalityFactory(name="Verderop", code="GM9876"), "verderop")


KINDS = {
    "organisation": Organisation,
    "body": Organisation,
    "office": Office,
    "councilterm": CouncilTerm,
    "posting": Posting,
    "appointment": Appointment,
    "community": Community,
    "membership": Membership,
    "user": User,
    "backofficedeed": BackOfficeDeed,
}
GRABBED = {
    "name": "Gekaapt",
    "display_name": "Gekaapt",
    "slug": "gekaapt",
    "begins_on": "01-01-2030",
    "until": "01-01-2026",
    "function": "Gekaapt",
}


def address(kind, rest=""):
    return f"/beheer/communities/{KINDS[kind]._meta.model_name}/{rest}"


def _state(kind, row):
    return KINDS[kind].objects.filter(pk=row.pk).values().first()


@pytest.mark.parametrize("kind", KINDS)
def test_rows_of_another_municipality_are_not_found_changed_or_deleted(browse, towns, kind):
    mine, theirs = towns[0][kind], towns[1][kind]
    client, before = browse("administrator"), _state(kind, theirs)
    page = client.get(address(kind)).content.decode()
    assert f"/{mine.pk}/change/" in page
    assert f"/{theirs.pk}/change/" not in page
    for part in ("change", "delete", "history"):
        assert client.get(address(kind, f"{theirs.pk}/{part}/")).status_code in {302, 403, 404}
        assert (
            client.post(address(kind, f"{theirs.pk}/{part}/"), {**GRABBED, "post": "yes"}).status_code != 200
        )
    both = {"action": "delete_selected", "_selected_action": [theirs.pk], "post": "yes"}
    client.post(address(kind), both)
    assert _state(kind, theirs) == before


def test_every_page_of_the_back_office_is_confined_or_only_shows_what_importers_brought():
    pages = admin.site._registry.values()
    loose = [page for page in pages if not isinstance(page, (Confined, ReadOnlyAdmin))]
    assert loose == []
    assert all(isinstance(page, (LoggedAdmin, ReadOnlyAdmin)) for page in pages)
    imported = {page.model.__name__ for page in pages if not isinstance(page, Confined)}
    assert imported == {"Area", "Indicator", "FigureSource"}


def test_nothing_of_another_municipality_can_be_chosen(cast, towns):
    """Every field of every page that leads to a row: what stands in the list is of here."""
    request = RequestFactory().get("/")
    request.user, elsewhere = cast.administrator, set(towns[1].values())
    wrong = [
        (type(page).__name__, name)
        for page in admin.site._registry.values()
        if isinstance(page, Confined)
        for name, field in page.get_form(request, change=False, fields=None).base_fields.items()
        if hasattr(field, "queryset") and page.has_add_permission(request)
        if elsewhere & set(field.queryset)
    ]
    assert wrong == []


def test_nobody_is_appointed_or_given_an_office_elsewhere(browse, towns):
    mine, theirs = towns
    client = browse("administrator")
    for person, town in ((theirs["user"], mine["organisation"]), (mine["user"], theirs["organisation"])):
        data = {"user": person.pk, "municipality": town.pk, "since": "01-01-2026", "until": ""}
        assert client.post(address("appointment", "add/"), data).status_code == 200
    data = {"name": "Gekaapt", "organisation": theirs["organisation"].pk}
    assert client.post(address("office", "add/"), data).status_code == 200
    data = {"municipality": theirs["organisation"].pk, "begins_on": "01-01-2030"}
    assert client.post(address("councilterm", "add/"), data).status_code == 200
    assert not Office.objects.filter(name="Gekaapt").exists()
    assert not CouncilTerm.objects.filter(begins_on__year=2030).exists()


def test_a_community_takes_no_area_of_another_municipality(cast, browse, towns):
    own = communities.AreaFactory(municipality_code=cast.community.municipality.code)
    far = communities.AreaFactory(municipality_code="GM9876")
    place = towns[0]["community"]
    data = {"name": place.name, "slug": place.slug}
    browse("administrator").post(address("community", f"{place.pk}/change/"), {**data, "areas": [far.pk]})
    assert not place.areas.exists()
    browse("administrator").post(address("community", f"{place.pk}/change/"), {**data, "areas": [own.pk]})
    assert place.areas.get() == own


def test_a_municipality_is_not_made_in_the_back_office(browse, cast):
    data = {"name": "Nergens", "kind": "municipality", "code": "GM1234", "about": ""}
    browse("administrator").post(address("organisation", "add/"), data)
    assert not Organisation.objects.filter(name="Nergens").exists()
    browse("administrator").post(address("organisation", "add/"), {**data, "kind": "welfare"})
    assert Organisation.objects.get(name="Nergens").code == ""


def test_who_belongs_to_two_municipalities_is_closed_by_neither(cast, browse):
    person = combine(cast).host_of_two
    client = browse("administrator")
    assert person.email in client.get(address("user")).content.decode()
    client.post(address("user", f"{person.pk}/change/"), {"display_name": "Gekaapt"})
    client.post(address("user"), {"action": "drop_lost_second_factor", "_selected_action": [person.pk]})
    person.refresh_from_db()
    assert person.is_active
    assert person.display_name != "Gekaapt"
    assert not BackOfficeDeed.objects.exists()
    person.memberships.filter(community=cast.elsewhere).update(until=communities.days_ago(1))
    client.post(address("user", f"{person.pk}/change/"), {"display_name": "Van hier"})
    person.refresh_from_db()
    assert not person.is_active


def test_what_ended_is_not_begun_again_and_a_day_comes_only_nearer(cast, browse):
    """A right to read that ended would come back with it."""
    row = cast.former.memberships.get()
    ended = row.until
    for until in ("", "01-01-2099"):
        browse("administrator").post(address("membership", f"{row.pk}/change/"), {"until": until})
        row.refresh_from_db()
        assert row.until == ended
    going = cast.resident.memberships.get()
    going.until = communities.days_ago(-30)
    going.save()
    for until in ("", "01-01-2099"):
        answer = browse("administrator").post(address("membership", f"{going.pk}/change/"), {"until": until})
        assert answer.status_code == 200
    data = {"until": communities.days_ago(0).strftime("%d-%m-%Y")}
    assert browse("administrator").post(address("membership", f"{going.pk}/change/"), data).status_code == 302


def test_what_an_administrator_does_is_kept_without_what_was_written(cast, browse, towns):
    client, office = browse("administrator"), towns[0]["office"]
    BackOfficeDeed.objects.all().delete()
    client.post(address("office", f"{office.pk}/change/"), {"name": "Geheime naam"})
    client.post(
        address("councilterm", "add/"), {"municipality": office.organisation_id, "begins_on": "01-01-2030"}
    )
    client.post(address("councilterm", f"{towns[0]['councilterm'].pk}/delete/"), {"post": "yes"})
    data = {"action": "drop_lost_second_factor", "_selected_action": [cast.builder.pk]}
    client.post(address("user"), data)
    kept = BackOfficeDeed.objects.order_by("pk").values_list("by", "what", "about", "fields")
    assert list(kept) == [
        (cast.administrator.pk, "changed", "office", "name"),
        (cast.administrator.pk, "added", "councilterm", "municipality, begins_on"),
        (cast.administrator.pk, "deleted", "councilterm", ""),
        (cast.administrator.pk, "factor", "user", ""),
    ]
    assert "Geheime" not in str(list(BackOfficeDeed.objects.values()))
    page = client.get(address("backofficedeed")).content.decode()
    assert "tweede stap weggehaald" in page


def test_nobody_mends_the_list_of_deeds(cast, browse, towns):
    deed, client = towns[0]["backofficedeed"], browse("administrator")
    assert client.get(address("backofficedeed", "add/")).status_code == 403
    assert client.post(address("backofficedeed", f"{deed.pk}/delete/"), {"post": "yes"}).status_code == 403
    assert client.post(address("backofficedeed", f"{deed.pk}/change/"), {"row": "2"}).status_code == 403
    assert BackOfficeDeed.objects.visible_to(cast.reader("administrator")).get() == deed
    assert not BackOfficeDeed.objects.visible_to(cast.reader("official")).exists()
