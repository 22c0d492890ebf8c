"""The cast: one community, the people around it, and a reader for each of them."""

from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache

from communities.accounts.second_factor import EXAMPLE_MARK
from communities.models import GroupRole
from communities.rights.reader import Reader
from tests import databases
from tests.factories import communities
from tests.house.leaks import Watch
from trajectories.models import Trajectory


def pytest_configure(config):
    config.pluginmanager.register(Watch(), "leaks")


@dataclass
class Cast:
    """Everybody who may open a page, by the name the tests use for them."""

    community: object = None
    elsewhere: object = None
    group: object = None
    area: object = None
    office: object = None
    organisation: object = None
    people: dict = field(default_factory=dict)

    def __getattr__(self, name):
        people = self.__dict__.get("people", {})
        if name in people:
            return people[name]
        raise AttributeError(name)

    @property
    def everyone(self):
        """Names of all readers, the visitor included."""
        return [*self.people, "visitor"]

    def user(self, name):
        return AnonymousUser() if name == "visitor" else self.people[name]

    def reader(self, name, **how):
        return Reader(user=self.user(name), **how)


def _person(cast, name):
    cast.people[name] = communities.UserFactory(email=f"{name}@mail.example", display_name=name.title())
    return cast.people[name]


def _members(cast):
    """Who belongs to the community: residents, a host, a participant, a builder; and who left."""
    here = {"community": cast.community}
    communities.MembershipFactory(user=_person(cast, "resident"), **here)
    communities.MembershipFactory(user=_person(cast, "host"), **here)
    communities.MembershipFactory(user=_person(cast, "participant"), **here)
    communities.BuilderFactory(user=_person(cast, "builder"), organisation=cast.organisation, **here)
    communities.MembershipFactory(user=_person(cast, "pending"), since=None, **here)
    communities.MembershipFactory(user=_person(cast, "former"), until=communities.days_ago(30), **here)
    communities.GroupMemberFactory(group=cast.group, user=cast.people["host"], role=GroupRole.HOST)
    communities.GroupMemberFactory(
        group=cast.group, user=cast.people["participant"], role=GroupRole.PARTICIPANT
    )
    communities.GroupMemberFactory(group=cast.group, user=cast.people["builder"], role=GroupRole.FACILITATOR)
    # Whoever left the community keeps no rung through a group row that nobody ended.
    communities.GroupMemberFactory(group=cast.group, user=cast.people["former"], role=GroupRole.HOST)


def _municipality(cast):
    """Officials here and elsewhere, one who lives here too, one who left, and an administrator."""
    communities.PostingFactory(user=_person(cast, "official"), office=cast.office)
    communities.PostingFactory(user=_person(cast, "official_who_lives_here"), office=cast.office)
    communities.MembershipFactory(user=cast.people["official_who_lives_here"], community=cast.community)
    communities.PostingFactory(
        user=_person(cast, "former_official"), office=cast.office, until=communities.days_ago(9)
    )
    communities.PostingFactory(user=_person(cast, "official_elsewhere"))
    communities.AppointmentFactory(
        user=_person(cast, "administrator"), municipality=cast.community.municipality
    )


def make_cast():
    """One community with everybody around it."""
    cast = Cast()
    cast.community = communities.CommunityFactory(name="Lindenhof", slug="lindenhof")
    cast.area = communities.AreaFactory(code="BU99990101", name="Lindenhof-Noord")
    cast.community.areas.add(cast.area)
    cast.elsewhere = communities.CommunityFactory(name="Verderop", slug="verderop")
    cast.organisation = communities.OrganisationFactory(name="Stichting Samen")
    cast.office = communities.OfficeFactory(organisation=cast.community.municipality, name="Openbare ruimte")
    cast.group = communities.GroupFactory(community=cast.community, title="Ouders van de hof")
    _members(cast)
    _municipality(cast)
    communities.MembershipFactory(user=_person(cast, "neighbour"), community=cast.elsewhere)
    _person(cast, "stranger")
    return cast


def combine(cast):
    """Who is two things at once: rights of one part may not leak into the other (only the one pass needs them)."""
    here = {"community": cast.community}
    hosting = _person(cast, "official_who_hosts")
    communities.PostingFactory(user=hosting, office=cast.office)
    communities.MembershipFactory(user=hosting, **here)
    communities.GroupMemberFactory(group=cast.group, user=hosting, role=GroupRole.HOST)
    # Facilitated the group until they went to work for the municipality; nobody ended that part.
    built = _person(cast, "official_who_built_here")
    communities.PostingFactory(user=built, office=cast.office)
    ended = {"organisation": cast.organisation, "until": communities.days_ago(30)}
    communities.BuilderFactory(user=built, **here, **ended)
    communities.GroupMemberFactory(group=cast.group, user=built, role=GroupRole.FACILITATOR)
    communities.AppointmentFactory(user=_person(cast, "administrator_elsewhere"))
    # Lives in two municipalities, and is host in both: of another group than the cast's.
    twice = _person(cast, "host_of_two")
    for place in (cast.community, cast.elsewhere):
        communities.MembershipFactory(user=twice, community=place)
        group = communities.GroupFactory(community=place, title=f"Koor van {place.name}")
        communities.GroupMemberFactory(group=group, user=twice, role=GroupRole.HOST)
        Trajectory.objects.create(group=group)
    return cast


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of a database in which the migrations ran already."""
    with django_db_blocker.unblock():
        databases.set_up()
    yield
    with django_db_blocker.unblock():
        databases.tear_down()


@pytest.fixture
def cast(db):
    """The cast, made anew for each test: rows are few, so it is cheap."""
    return make_cast()


@pytest.fixture(autouse=True)
def empty_cache():
    """Limits and mailboxes count in the cache: every test begins with an empty one."""
    cache.clear()


@pytest.fixture
def browse(client, cast):
    """Open pages as somebody from the cast: `browse("resident").get("/mijn/")`."""

    def as_person(name):
        client.logout()
        if name != "visitor":
            client.force_login(cast.user(name), backend="django.contrib.auth.backends.ModelBackend")
            # Like the example's log-in: counts as a second factor while the example is on.
            session = client.session
            session[EXAMPLE_MARK] = True
            session.save()
        return client

    return as_person
