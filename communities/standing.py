"""What somebody is today: where they belong, in which groups they take part, where they hold a post.

Every rule of visibility asks these few things, so they are read once per request, in three small queries by
index, and rules compare with the keys (docs/decisions/0025). A visitor asks none. Rights follow from rows that
are current today and from nothing else (2-domain.md, "Reach"). This module stands below the models: it reaches
them through the person.
"""

from communities.dates import holds

# Partners (police, school, municipality) are shown on a group's page and read nothing below rung 4.
OUTSIDE = {"partner"}
LEADING = {"host", "carrier"}


def memberships(reader):
    """(community, its municipality, role) of where the reader belongs today."""
    rows, fields = _current(reader, "memberships"), ("community", "community__municipality", "role")
    return reader.rows("memberships", rows, *fields)


def employers(reader):
    """The keys of the organisations where the reader holds a post today."""
    posts = reader.rows("posts", _current(reader, "postings"), "office__organisation")
    return sorted({organisation for (organisation,) in posts})


def joined(reader):
    """Rung 2: the keys of the communities where the reader is a member and holds no post at the municipality.

    Whoever works for the municipality reads rungs 1 and 2 nowhere in it, also when they live there: a teller
    must be able to trust the sentence that says who will read.
    """
    working = employers(reader)
    return sorted({place for place, employer, _role in memberships(reader) if employer not in working})


def lived_in(reader):
    """The keys of the communities where the reader is a resident; who is builder as well counts as builder."""
    return _belonging(reader, "resident") - built(reader)


def built(reader):
    """The keys of the communities where the reader is a community builder."""
    return _belonging(reader, "builder")


def hosted(reader):
    """The keys of the communities where the reader, a resident, leads some group as host or carrier."""
    return {place for _group, place, role in _parts(reader) if role in LEADING} & lived_in(reader)


def handled(reader):
    """The keys of the communities where the reader looks at reports: a host, carrier or builder; no official ever."""
    return (hosted(reader) | built(reader)) & set(joined(reader))


def grouped(reader, roles=None):
    """Rung 1: the keys of the groups the reader takes part in, as a member of the community; perhaps in some roles."""
    here = joined(reader)
    mine = [(group, role) for group, place, role in _parts(reader) if place in here and role not in OUTSIDE]
    return sorted({group for group, role in mine if roles is None or role in roles})


def _parts(reader):
    return reader.rows("parts", _current(reader, "group_roles"), "group", "group__community", "role")


def _belonging(reader, role):
    return {place for place, _employer, held in memberships(reader) if held == role}


def _current(reader, relation):
    return lambda: getattr(reader.user, relation).filter(holds())
