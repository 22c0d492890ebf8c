"""Who gets in where: networks, what people bring, going along, and seen and heard."""

from communities.site.dates import half_of, today
from tests.access import HIDDEN, LIVING_HERE, MEMBERS, Row
from tests.factories import communities
from trajectories.introductions import actions as introductions_actions
from trajectories.models import HeardRound, SupportNetwork
from trajectories.networks import actions as networks_actions

# The host goes along with the resident; after the yes the official is the helper, because they are named.
TWO = ["resident", "host"]
THREE = [*TWO, "official"]


def slug(scene):
    return [scene.community.slug]


ROWS = [
    Row("add_network", slug, opens=LIVING_HERE),
    Row("bring", slug, opens=LIVING_HERE),
    Row("go_along", slug, opens=MEMBERS),
    Row("network", lambda s: [s.network.pk]),
    Row("network", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("change_network", lambda s: [s.network.pk], opens=LIVING_HERE),
    Row("agree", lambda s: [s.network.pk], opens=MEMBERS),
    Row("look_back", lambda s: [s.network.pk], opens=MEMBERS),
    Row("take_asset_back", lambda s: [s.asset.pk], opens=["resident"], method="post"),
    Row("take_asset_back", lambda s: [s.group_asset.pk], opens=["host", "builder"], method="post"),
    Row("introduction", lambda s: [s.talked.pk], opens=TWO),
    Row("introduction", lambda s: [s.together.pk], opens=THREE),
    Row("introduction", lambda s: [999_999], opens=[]),
    Row("introduction_sheet", lambda s: [s.talked.pk], opens=[]),
    Row("introduction_sheet", lambda s: [s.together.pk], opens=TWO),
    Row("take_step", lambda s: [s.together.pk, "alone"], opens=TWO, method="post"),
    Row("say_no", lambda s: [s.together.pk], opens=TWO, method="post"),
    Row("show_to_helper", lambda s: [s.talked.pk], opens=[]),
    Row("show_to_helper", lambda s: [s.together.pk], opens=TWO),
    Row("did_it_help", lambda s: [s.talked.pk], opens=[]),
    Row("did_it_help", lambda s: [s.together.pk], opens=THREE),
    Row("heard", lambda s: [s.round.pk], opens=["host", "participant"]),
    Row("take_heard_back", lambda s: [s.round.pk], opens=["host", "participant"], method="post"),
    Row("heard_by_hosts", lambda s: [s.cast.group.pk], opens=["host"]),
    Row("change_place", lambda s: [s.hall.pk], opens=MEMBERS),
]


def _along(cast):
    to = {"kind": "other", "helper_name": "Mieke", "helper_organisation": "Taalhuis"}
    return introductions_actions.talk_about(
        by=cast.host, community=cast.community, resident=cast.resident, **to
    )


def scene(scene):
    """A network with an agreement, two introductions, something brought, a round, and a place."""
    cast = scene.cast
    words = {"kind_words": "k", "own_words": "w", "does": "d", "reach_at": "r", "contact_role": "c"}
    scene.network = SupportNetwork.objects.create(community=cast.community, name="The ladder", **words)
    networks_actions.agree(
        by=cast.host,
        network=scene.network,
        care_team=cast.organisation,
        care_contact="",
        rhythm="weekly",
        agreed_on=today(),
    )
    scene.asset = networks_actions.bring(by=cast.resident, community=cast.community, words="I sing.")
    scene.group_asset = networks_actions.bring(
        by=cast.host, community=cast.community, words="We have pots.", group=cast.group
    )
    scene.talked, scene.together = _along(cast), _along(cast)
    introductions_actions.take_step(by=cast.resident, introduction=scene.together, step="yes")
    introductions_actions.take_step(by=cast.host, introduction=scene.together, step="together")
    scene.together.refresh_from_db()
    introductions_actions.show_to_helper(by=cast.host, introduction=scene.together, email=cast.official.email)
    scene.round = HeardRound.objects.create(group=cast.group, half=half_of(today()))
    scene.hall = communities.MeetingPlaceFactory(community=cast.community)
