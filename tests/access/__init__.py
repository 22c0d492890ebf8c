"""The access table: every address of the site, for every kind of reader, with the answer they get.

One file per app. Each row names a route (the `name` in the URLconf), how to fill its arguments from
the scene (a function of the scene, so that foreign and non-existent objects can be asked for as
well), and who gets in. Whoever is not named gets `otherwise` (404: hidden means absent). A visitor
who would have to log in first gets LOGIN (302 to the log-in page).

    Row("story", lambda scene: [scene.story.uuid], opens=["resident", "host"], visitor=HIDDEN)

`method` is GET unless said; a POST row is sent without data, so "opens" means: anything but 404/403/
login (a form that asks for more, or a redirect after the deed). POST rows also assert that GET is
refused or only shows a page (no writing on GET).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

EVERYONE = "everyone"
MEMBERS = ["resident", "host", "participant", "builder"]
RESIDENTS = ["resident", "host", "participant"]
OFFICIALS = ["official", "official_who_lives_here"]
LOGGED_IN = [
    *MEMBERS,
    *OFFICIALS,
    "pending",
    "former",
    "former_official",
    "official_elsewhere",
    "administrator",
    "neighbour",
    "stranger",
]
OPEN, HIDDEN, LOGIN = "open", "hidden", "login"


@dataclass(frozen=True)
class Row:
    """Who gets what at one address."""

    route: str
    args: Callable = field(default=lambda scene: [])
    opens: object = EVERYONE
    visitor: str = LOGIN
    method: str = "get"
    otherwise: str = HIDDEN
    data: Callable = field(default=lambda scene: {})

    def expected(self, name):
        """What this reader gets: open, hidden, or the log-in page."""
        if name == "visitor":
            return OPEN if self.opens == EVERYONE and self.visitor != HIDDEN else self.visitor
        return OPEN if self.opens == EVERYONE or name in self.opens else self.otherwise
