"""Plain rows for tests: people, places, organisations, groups and figures."""

from datetime import timedelta

import factory
from django.utils import timezone

from communities.accounts import models as accounts_models
from communities.figures import models as figures_models
from communities.groups import models as groups_models
from communities.membership import models as membership_models
from communities.organisations import models as organisations_models
from communities.places import models as places_models


def days_ago(days):
    """The date so many days before today."""
    return timezone.localdate() - timedelta(days=days)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = accounts_models.User

    email = factory.Sequence(lambda n: f"person{n}@mail.example")
    display_name = factory.Sequence(lambda n: f"Voornaam{n} van Achternaam{n}")
    password = "!"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = organisations_models.Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = organisations_models.OrganisationKind.WELFARE


class MunicipalityFactory(OrganisationFactory):
    name = factory.Sequence(lambda n: f"Municipality {n}")
    kind = organisations_models.OrganisationKind.MUNICIPALITY
    code = factory.Sequence(lambda n: f"GM{9000 + n:04d}")


class OfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = organisations_models.Office

    organisation = factory.SubFactory(MunicipalityFactory)
    name = factory.Sequence(lambda n: f"Office {n}")


class PostingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = organisations_models.Posting

    user = factory.SubFactory(UserFactory)
    office = factory.SubFactory(OfficeFactory)
    function = "area adviser"
    since = factory.LazyFunction(lambda: days_ago(100))


class AppointmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = organisations_models.Appointment

    user = factory.SubFactory(UserFactory)
    municipality = factory.SubFactory(MunicipalityFactory)
    since = factory.LazyFunction(lambda: days_ago(100))


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = figures_models.Area

    code = factory.Sequence(lambda n: f"BU9000{n:04d}")
    year = 2025
    level = figures_models.AreaLevel.NEIGHBOURHOOD
    name = factory.Sequence(lambda n: f"Neighbourhood {n}")


class CommunityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = membership_models.Community

    name = factory.Sequence(lambda n: f"Community {n}")
    slug = factory.Sequence(lambda n: f"community-{n}")
    municipality = factory.SubFactory(MunicipalityFactory)
    own_words = "We know each other here."
    opened_on = factory.LazyFunction(lambda: days_ago(900))


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = membership_models.Membership

    community = factory.SubFactory(CommunityFactory)
    user = factory.SubFactory(UserFactory)
    role = membership_models.MembershipRole.RESIDENT
    since = factory.LazyFunction(lambda: days_ago(400))


class BuilderFactory(MembershipFactory):
    role = membership_models.MembershipRole.BUILDER
    organisation = factory.SubFactory(OrganisationFactory)


class GroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = groups_models.Group

    community = factory.SubFactory(CommunityFactory)
    title = factory.Sequence(lambda n: f"Group {n}")
    own_words = "We began with one bench."
    started_on = factory.LazyFunction(lambda: days_ago(800))


class GroupMemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = groups_models.GroupMember

    group = factory.SubFactory(GroupFactory)
    user = factory.SubFactory(UserFactory)
    role = groups_models.GroupRole.HOST
    since = factory.LazyFunction(lambda: days_ago(400))


class MeetingPlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = places_models.MeetingPlace

    community = factory.SubFactory(CommunityFactory)
    name = factory.Sequence(lambda n: f"Place {n}")


class IndicatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = figures_models.Indicator

    key = factory.Sequence(lambda n: f"indicator_{n}")
    subject = "people"
    label = "Inwoners"
    sentence = "{value} mensen wonen hier"


class FigureSourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = figures_models.FigureSource

    publisher = "CBS"
    table = factory.Sequence(lambda n: f"table {n}")
    year = 2025
    sha256 = "0" * 64


class FigureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = figures_models.Figure

    area = factory.SubFactory(AreaFactory)
    indicator = factory.SubFactory(IndicatorFactory)
    source = factory.SubFactory(FigureSourceFactory)
    value = 1200


class InvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = membership_models.Invitation

    kind = membership_models.InvitationKind.RESIDENT
    community = factory.SubFactory(CommunityFactory)
    uses_left = 1
    expires_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=14))
