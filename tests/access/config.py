"""Who gets in where: the pages that need every app."""

from tests.access import HIDDEN, LOGGED_IN, Row
from tests.factories import communities

ROWS = [
    Row("home"),
    Row("example_people"),
    Row("example_mailbox"),
    Row("search"),
    Row("area", lambda s: [s.cast.area.code]),
    Row("area", lambda s: ["BU00000000"], opens=[], visitor=HIDDEN),
    Row("municipality", lambda s: [s.community.municipality.code]),
    Row("municipality", lambda s: ["GM0000"], opens=[], visitor=HIDDEN),
    Row("community", lambda s: [s.community.slug]),
    Row("community", lambda s: [s.hidden_community.slug], opens=["neighbour"], visitor=HIDDEN),
    Row("my_page", opens=LOGGED_IN),
    Row("my_data", opens=LOGGED_IN),
    Row("my_data_file", opens=LOGGED_IN),
    Row("forget_me", opens=LOGGED_IN),
    Row("forget_me", opens=LOGGED_IN, method="post"),
    Row("why"),
    Row("who_sees_what"),
    Row("privacy"),
    Row("accessibility"),
    Row("colophon"),
    Row("health"),
    Row("robots"),
    Row("security_txt"),
]


def scene(scene):
    """A community that the neighbour is preparing, which nobody else sees."""
    scene.hidden_community = communities.CommunityFactory(opened_on=None)
    communities.MembershipFactory(community=scene.hidden_community, user=scene.cast.neighbour)
