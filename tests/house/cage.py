"""A canary: a token in a field, who may read it, and what becomes of it when somebody is erased.

`hears` says, in ten lines and without asking the site's own rules, which members of the cast may read a token: the
ladder of docs/domain.md, written down a second time on purpose.
"""

from dataclasses import dataclass, replace

RESIDENTS_HERE = {"resident", "host", "participant", "host_of_two"}
GROUP_HERE = {"host", "participant", "builder"}
MEMBERS_HERE = RESIDENTS_HERE | {"builder"}
OFFICIALS_HERE = {"official", "official_who_lives_here", "official_who_hosts", "official_who_built_here"}
# Who organises the group of the cast; and who looks after the community, as host of whichever group or as builder.
ORGANISERS = {"host", "builder"}
HANDLERS = ORGANISERS | {"host_of_two"}


@dataclass(frozen=True)
class Canary:
    """A token, the rung it was put on (None: for its owners only), who may read it for another reason, and whose it is.

    With `of`, the person it is about or by, it goes with that person and with nobody else; without, with any of its
    owners. `stays_because` says why it is still there when another owner is erased.
    """

    token: str
    reach: int | None
    owners: frozenset = frozenset()
    in_group: bool = False
    of: str = ""
    stays_because: str = ""

    def hears(self, name):
        """Who may read this."""
        if name in self.owners or self.reach == 4:
            return True
        if self.reach == 3:
            return name in MEMBERS_HERE | OFFICIALS_HERE
        if self.reach == 2:
            return name in MEMBERS_HERE
        if self.reach == 1:
            return self.in_group and name in GROUP_HERE
        return False

    def is_of(self, name):
        """Whether it is about or by this person, and not about somebody who let them read it."""
        return self.of == name if self.of else name in self.owners

    def goes_with(self, name):
        """Whether nothing of it may be left when this person is erased."""
        return self.of == name if self.of else name in self.owners and not self.stays_because

    def outlives(self, name):
        """Whether it is still there when this owner is erased, for the reason it gives."""
        return name in self.owners and bool(self.stays_because) and not self.of


class Cage:
    """Hands out tokens and remembers them."""

    def __init__(self):
        self.canaries = {}

    def token(self, where, reach, owners=(), in_group=False, *, of="", stays_because=""):
        token = f"kanarie{len(self.canaries):03d}{where}"
        self.canaries[token] = Canary(token, reach, frozenset(owners), in_group, of, stays_because)
        return token

    def also_read_by(self, where, names):
        """Whoever deals with somebody by name reads what they wrote under their name."""
        for token, canary in self.canaries.items():
            if token[len("kanarie000") :] == where:
                self.canaries[token] = replace(canary, owners=canary.owners | names)
