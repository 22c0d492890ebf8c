"""The rungs of the ladder in sentences: who will read it, and what cannot be called back (P6)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from communities.visibility import Reach


@dataclass(frozen=True)
class Rung:
    """One choice: how far it reaches, its name, and who can read it then."""

    reach: int
    name: str
    who: str


def rungs(story):
    """Four rungs, or five when the story was told in a group; roles are named, never a person.

    A story written down for somebody else goes no further than the community (2-domain.md, stories).
    """
    found = [_only_me(), _community(story)]
    if story.group_id:
        found.insert(1, _group(story))
    return found if story.teller_id is None else [*found, *_beyond()]


def _only_me():
    who = _("It stays yours. Nobody else can read it, your community builder neither.")
    return Rung(Reach.ONLY_ME, _("Only me"), who)


def _group(story):
    who = _("People who take part in %(group)s, and its facilitators, now and later.")
    return Rung(Reach.GROUP, _("My group"), who % {"group": story.group.title})


def _community(story):
    who = _(
        "Residents who take part in %(community)s and the community builders, now and later."
        " Not the municipality. Members may print it on a card for a table; paper cannot be called back."
    ) % {"community": story.community.name}
    return Rung(Reach.COMMUNITY, _("My community"), who)


def _beyond():
    both = _("Also people who work for the municipality now or later, all departments.")
    name = _("My community and the municipality")
    all_of_us = _(
        "Everyone on the internet. If you take it back later, somebody may have read or printed it already."
    )
    return [
        Rung(Reach.MUNICIPALITY, name, both),
        Rung(Reach.EVERYONE, _("Everyone"), all_of_us),
    ]
