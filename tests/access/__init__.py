"""The access table: every address of the site, for every kind of reader, with the answer they get.

One file per app. Each row names a route (the `name` in the URLconf), how to fill its arguments from
the scene (a function of the scene, so that foreign and non-existent objects can be asked for as
well), and who gets in. Whoever is not named gets `otherwise` (404: hidden means absent). A visitor
who would have to log in first gets LOGIN (302 to the log-in page).

    Row("story", lambda scene: [scene.story.uuid], opens=["resident", "host"], visitor=HIDDEN)

`method` is GET unless said. Every reader gets one code and no other (`expects`): 404 where it is hidden, 302 to the
log-in page, 403 where `visitor` or `otherwise` says so, and whoever gets in gets `answers`: 200 for a page and 302
after a deed, unless the row says 200 (a form that asks for more), 302 (a page that sends on), 400 or 409.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

EVERYONE = "everyone"
RESIDENTS = ["resident", "host", "participant", "host_of_two"]
MEMBERS = [*RESIDENTS, "builder"]
OFFICIALS = ["official", "official_who_lives_here", "official_who_hosts", "official_who_built_here"]
# Whoever lives here starts things here, also who works for the municipality; they read no more for it.
LIVING_HERE = [*RESIDENTS, "official_who_lives_here", "official_who_hosts"]
LOGGED_IN = [
    *MEMBERS,
    *OFFICIALS,
    "pending",
    "former",
    "former_official",
    "official_elsewhere",
    "administrator",
    "administrator_elsewhere",
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
    answers: int | None = None

    def expected(self, name):
        """What this reader gets: open, hidden, or the log-in page."""
        if name == "visitor":
            return OPEN if self.opens == EVERYONE and self.visitor != HIDDEN else self.visitor
        return OPEN if self.opens == EVERYONE or name in self.opens else self.otherwise

    def expects(self, name):
        """The exact code of the answer to this reader."""
        opened = self.answers or (200 if self.method == "get" else 302)
        said = self.expected(name)
        return {OPEN: opened, HIDDEN: 404, LOGIN: 302}.get(said, said)
