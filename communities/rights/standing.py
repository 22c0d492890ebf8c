"""What somebody is today: where they belong, in which groups they take part, where they hold a post.

Every rule of visibility asks these few things, so they are read once per request, in one query by index, and
rules compare with the keys (docs/decisions/0024). A visitor asks nothing. Rights follow from rows that are
current today and from nothing else (docs/domain.md, "Reach"). This module stands below the models: it reaches
them through the person.
"""

from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from typing import Any, Protocol

from django.db import connection
from django.db.models import Value

from communities.site.dates import holds, today

# Rung 1 is for these roles and for no other: a role that is added later reads nothing of a group until it stands
# here. Partners (police, school, municipality) are shown on a group's page and read nothing below rung 4.
TAKING_PART = {"host", "carrier", "facilitator", "participant", "expert", "artist"}
LEADING = {"host", "carrier"}
_NOBODY, _NEVER = -1, date(1, 1, 1)


class Standing(Protocol):
    """What this module needs to know of a reader: who it is, and a place to keep what was asked."""

    @property
    def user(self) -> Any: ...

    @property
    def is_known(self) -> bool: ...

    def cached(self, name: str, build: Callable[[], Any]) -> Any:
        """What `build` says, asked once."""


def memberships(reader: Standing) -> list[list]:
    """(community, its municipality, role) of where the reader belongs today."""
    return _rows(reader, "memberships")


def employers(reader: Standing) -> list[int]:
    """The keys of the organisations where the reader holds a post today."""
    return sorted({organisation for organisation, _none, _role in _rows(reader, "postings")})


def administered(reader: Standing) -> list[int]:
    """The keys of the municipalities for which the reader is administrator today; it gives nothing to read."""
    return sorted({municipality for municipality, _none, _role in _rows(reader, "appointments")})


def joined(reader: Standing) -> list[int]:
    """Rung 2: the keys of the communities where the reader is a member and holds no post at the municipality.

    Whoever works for the municipality reads rungs 1 and 2 nowhere in it, also when they live there: a teller
    must be able to trust the sentence that says who will read.
    """
    working = employers(reader)
    return sorted({place for place, employer, _role in memberships(reader) if employer not in working})


def lived_in(reader: Standing) -> set[int]:
    """The keys of the communities where the reader is a resident; who is builder as well counts as builder."""
    return _belonging(reader, "resident") - built(reader)


def built(reader: Standing) -> set[int]:
    """The keys of the communities where the reader is a community builder."""
    return _belonging(reader, "builder")


def hosted(reader: Standing) -> set[int]:
    """The keys of the communities where the reader, a resident, leads some group as host or carrier.

    Not while they work for the municipality: an official decides nowhere who comes in (P1).
    """
    leading = {place for _group, place, role in _rows(reader, "group_roles") if role in LEADING}
    return leading & lived_in(reader) & set(joined(reader))


def handled(reader: Standing) -> set[int]:
    """The keys of the communities where the reader looks at reports: a host, carrier or builder; no official ever."""
    return (hosted(reader) | built(reader)) & set(joined(reader))


def grouped(reader: Standing, roles: Collection[str] | None = None) -> list[int]:
    """Rung 1: the keys of the groups the reader takes part in, as a member of the community; perhaps in some roles."""
    here, parts = joined(reader), _rows(reader, "group_roles")
    mine = [(group, role) for group, place, role in parts if place in here and role in TAKING_PART]
    return sorted({group for group, role in mine if roles is None or role in roles})


def _belonging(reader: Standing, role: str) -> set[int]:
    return {place for place, _employer, held in memberships(reader) if held == role}


def _rows(reader: Standing, kind: str) -> list[list]:
    """The rows of one kind, as (key, key of the place, role)."""
    every = reader.cached("standing", lambda: list(_asked(reader.user)) if reader.is_known else [])
    return [row for held, *row in every if held == kind]


def _asked(person: Any) -> list[tuple]:
    """All that a person is today, in one query; its text is assembled once per process, not per request."""
    sql, params = _assembled(person.__class__, connection.vendor)
    day = connection.ops.adapt_datefield_value(today())
    filled = {_NOBODY: person.pk, connection.ops.adapt_datefield_value(_NEVER): day}
    with connection.cursor() as cursor:
        cursor.execute(sql, [filled.get(param, param) for param in params])
        rows: list[tuple] = cursor.fetchall()
        return rows


@cache
def _assembled(people: Any, vendor: str) -> tuple[str, tuple]:
    """The query with its parameters: `_NOBODY` stands for the person and `_NEVER` for the day."""
    none, nothing = Value(0), Value("")
    fields = {
        "memberships": ("community", "community__municipality", "role"),
        "postings": ("office__organisation", none, nothing),
        "appointments": ("municipality", none, nothing),
        "group_roles": ("group", "group__community", "role"),
    }
    first, *others = [
        getattr(people(pk=_NOBODY), kind).filter(holds(_NEVER)).order_by().values_list(Value(kind), *names)
        for kind, names in fields.items()
    ]
    whole: tuple[str, tuple] = first.union(*others, all=True).query.sql_with_params()
    return whole
