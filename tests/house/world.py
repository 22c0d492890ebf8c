"""The world of the one pass: the cast, one of everything that has an address, and a canary in every field."""

from dataclasses import dataclass, field

from django.urls import reverse

from tests.access import (
    calls,
    codes,
    communities,
    config,
    continuity,
    interpretation,
    networks,
    news,
    planning,
    reading,
    reports,
    scene,
    stories,
    table,
    telling,
    together,
    trajectories,
    volunteers,
)
from tests.conftest import combine
from tests.house.canary import plant

APPS = [
    communities,
    trajectories,
    volunteers,
    stories,
    config,
    news,
    together,
    planning,
    reports,
    codes,
    table,
    networks,
    continuity,
    telling,
    reading,
    interpretation,
    calls,
]
ROWS = [row for app in APPS for row in app.ROWS]
# tries a call that is not open yet (tests/access/calls.py)
TRIED = {"dichttitle", "dichtstart", "dichtvraag", "dichtkeuzea", "dichtkeuzeb"}
# The scene gives some of the cast a part that the oracle of the canaries does not know of.
ALSO_HEARS = {
    # carries an initiative in the scene (tests/access/volunteers.py), so is a host of the community
    "resident": {"code", "naampending", "wachtendtekst", "wachtendtitel", "onwettig", "naamparticipant"},
    # may confirm that the participant comes back in (tests/access/codes.py)
    "builder": {"naamparticipant"},
    "host_of_two": {"naamparticipant", *TRIED},
    # is asked by the neighbour to let them take part (tests/access/together.py)
    "host": {"naamneighbour"},
    # is the helper to whom somebody goes along with the resident (tests/access/networks.py)
    "official": {"naamresident"},
    "participant": TRIED,
    # keeps the accounts of who belongs nowhere yet, as every administrator does
    "administrator_elsewhere": {"naamstranger", "mailstranger"},
}


@dataclass
class World:
    """What the pass walks through; `people` are the readers by name, None for a visitor."""

    cast: object
    stage: object
    canaries: dict
    people: dict = field(default_factory=dict)

    @property
    def starts(self):
        """Where everybody begins."""
        return ("/", self.cast.community.get_absolute_url(), reverse("stories"), "/mijn/", "/beheer/")

    def owed(self, name):
        """The tokens this reader must come to by following links, says the oracle."""
        return {token for token, canary in self.canaries.items() if canary.hears(name)}

    def expected(self, name):
        """The tokens this reader may find: what the oracle says, and what the scene tells them."""
        also = ALSO_HEARS.get(name, set())
        return self.owed(name) | {token for token in self.canaries if token[len("kanarie000") :] in also}


def build(cast):
    """Everything at once, in the database as it is now."""
    combine(cast)
    stage = scene.build(cast, [app.scene for app in APPS])
    return World(cast, stage, plant(cast), {**cast.people, "visitor": None})
