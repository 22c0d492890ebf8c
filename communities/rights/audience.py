"""How far words of a group go, in one sentence each: who will read it (docs/domain.md, "Reach")."""

from typing import Any, Protocol

from django.utils.translation import gettext as _

from communities.rights.reader import Reach


class Together(Protocol):
    """What a sentence says of a group: its name, and the community it is of."""

    title: Any
    community: Any


def inside(group: Together) -> str:
    """Who reads what stays in a group."""
    words = _("People who take part in %(group)s, and its facilitators, now and later.")
    return words % {"group": group.title}


def officials_too() -> str:
    """Who reads what the municipality may read."""
    return _("Also people who work for the municipality now or later, all departments.")


def group_audiences(group: Together) -> list[tuple[Reach, str]]:
    """(reach, who reads it then) for what a group decides to let go further, from near to far."""
    near = _("Residents who take part in %(community)s and the community builders. Not the municipality.")
    return [
        (Reach.GROUP, inside(group)),
        (Reach.COMMUNITY, near % {"community": group.community}),
        (Reach.MUNICIPALITY, officials_too()),
        (Reach.EVERYONE, _("Also people from elsewhere, on the internet.")),
    ]


def group_audience(group: Together, reach: int) -> tuple[str, str] | None:
    """The name and the sentence of one rung; nothing below the group's."""
    return next(((str(step.label), who) for step, who in group_audiences(group) if step == reach), None)
