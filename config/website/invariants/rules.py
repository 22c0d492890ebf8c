"""What must always hold and no constraint of the database can say (docs/principles.md rule 12).

Each rule gives the keys of rows that break it: never a word of what stands in them. The rooms bring their rules
in `invariants.py`.
"""

from functools import cache
from itertools import chain

from communities.site.contributions import contributions


@cache
def rules():
    """Every rule of every room, from left to right."""
    return list(chain.from_iterable(contributions("invariants", "RULES")))


def broken():
    """Per rule that does not hold, the keys of the rows that break it."""
    found = {rule.__name__: rule() for rule in rules()}
    return {name: keys for name, keys in found.items() if keys}
