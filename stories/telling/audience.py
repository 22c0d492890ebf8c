"""The rungs of the ladder in sentences: who will read it, and what cannot be called back (P6)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from communities.rights.audience import inside, officials_too
from communities.rights.reader import Reach


@dataclass(frozen=True)
class Audience:
    """One choice: how far it reaches, its name, and who can read it then."""

    reach: int
    name: str
    who: str
    button: str


def audiences(story, listens=None):
    """Four rungs, or five when the story was told in a group; roles are named, never a person.

    A listener alone shares no further than the community, and who is younger than 16 no further than
    the group (docs/domain.md, stories).
    """
    if listens is None:
        listens = story.teller_id is None
    found = [_only_me(), _community(story)]
    if story.group_id:
        found.insert(1, _group(story))
    found = found if listens else [*found, *_beyond()]
    return [rung for rung in found if rung.reach <= Reach.GROUP or not story.young]


def _only_me():
    who = _("It stays yours. Nobody else can read it, your community builder neither.")
    return Audience(Reach.ONLY_ME, _("Only me"), who, _("Keep it to myself"))


def _group(story):
    return Audience(Reach.GROUP, _("My group"), inside(story.group), _("Share with my group"))


def _community(story):
    who = _(
        "Residents who take part in %(community)s and the community builders, now and later."
        " Not the municipality. Members may print it on a card for a table; paper cannot be called back."
    ) % {"community": story.community.name}
    return Audience(Reach.COMMUNITY, _("My community"), who, _("Share with my community"))


def _beyond():
    name = _("My community and the municipality")
    all_of_us = _(
        "Everyone on the internet. If you take it back later, somebody may have read or printed it already."
    )
    return [
        Audience(Reach.MUNICIPALITY, name, officials_too(), _("Share with the municipality too")),
        Audience(Reach.EVERYONE, _("Everyone"), all_of_us, _("Share with everyone")),
    ]
