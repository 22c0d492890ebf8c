"""Canaries in networks, what people bring, going along, and seen and heard."""

from communities.site.dates import half_of, today
from tests.factories import communities
from trajectories.introductions import actions as introductions_actions
from trajectories.models import Asset, HeardAnswer, HeardRound, SupportNetwork, WarmIntroduction
from trajectories.networks import actions as networks_actions

# The three of the one introduction that has a yes, and the companion alone of the one without.
THREE = {"resident", "host", "official_elsewhere"}
ALONE = {"participant"}
BETWEEN = "between three people: it goes with whose it is"


def plant_networks(cage, cast):
    """Public words, names by their own yes, and words that three people alone may read."""
    fields = ("name", "kind_words", "own_words", "does", "reach_at", "contact_role")
    words = {field: f"een {cage.token('netwerk' + field.replace('_', ''), 4)}" for field in fields}
    agreed = {"care_team": communities.OrganisationFactory(), "agreed_on": today()}
    agreed |= {field: cage.token(f"afspraak{field[:4]}", 4) for field in ("care_contact", "rhythm")}
    network = SupportNetwork.objects.create(community=cast.community, **words, **agreed)
    networks_actions.look_back(by=cast.host, network=network, words=cage.token("terugblik", 4))
    for name in ("resident", "participant"):
        token = cage.token(f"meebrengen{name}", 4, {name})
        Asset.objects.create(community=cast.community, by=cast.user(name), words=token)
    Asset.objects.create(community=cast.community, group=cast.group, words=cage.token("groepbrengt", 4))
    _introductions(cage, cast)
    _heard(cage, cast)


def _introduction(cage, cast, who, companion, **resident):
    """It goes with the resident; or with who goes along, when the resident has no account."""
    of = "resident" if resident.get("resident") else companion
    to = {
        "helper_name": cage.token(f"meegaannaar{companion}", None, who, of=of, stays_because=BETWEEN),
        "helper_organisation": cage.token(f"meegaanwaar{companion}", None, who, of=of, stays_because=BETWEEN),
    }
    here = {"community": cast.community, "kind": "care"}
    return introductions_actions.talk_about(by=cast.user(companion), **here, **to, **resident)


def _introductions(cage, cast):
    first = _introduction(cage, cast, THREE, "host", resident=cast.resident)
    introductions_actions.take_step(by=cast.resident, introduction=first, step="yes")
    introductions_actions.take_step(by=cast.host, introduction=first, step="together")
    helper = cast.user("official_elsewhere")
    WarmIntroduction.objects.filter(pk=first.pk).update(helper=helper)
    for name in sorted(THREE):
        words = cage.token(
            f"meegaanhielp{name.replace('_', '')}", None, THREE, of=name, stays_because=BETWEEN
        )
        introductions_actions.tell_whether_it_helped(by=cast.user(name), introduction=first, words=words)
    cage.also_read_by("naamresident", THREE)
    name = cage.token("meegaanroos", None, ALONE)
    _introduction(cage, cast, ALONE, "participant", resident_name=name)


def _heard(cage, cast):
    asked, _new = HeardRound.objects.get_or_create(group=cast.group, half=half_of(today()))
    for question, shared, rung, owners in (
        ("feel", "everyone", 4, {"participant"}),
        ("why", "hosts", None, {"participant", "host"}),
    ):
        words = cage.token(f"gezien{question}", rung, owners, of="participant")
        values = {"question": question, "shared": shared, "words": words}
        HeardAnswer.objects.create(round=asked, by=cast.participant, **values)
