"""The rungs of the ladder in sentences: who will read it, and what cannot be called back (P6)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from communities.visibility import Reach


@dataclass(frozen=True)
class Rung:
    """One choice: its name, who can read it, and what the button then says."""

    reach: int
    name: str
    who: str
    button: str


def rungs(story):
    """Four rungs, or five when the story was told in a group; roles are named, never a person."""
    names = {"community": story.community.name, "group": story.group.title if story.group else ""}
    found = [
        Rung(
            Reach.ONLY_ME,
            _("Only me"),
            _("It stays yours. Nobody else can read it, your community builder neither."),
            _("Keep it for myself"),
        )
    ]
    if story.group:
        who = _("People who take part in %(group)s, and its facilitators, now and later.")
        found.append(Rung(Reach.GROUP, _("My group"), who % names, _("Share with my group")))
    who = _(
        "Residents who take part in %(community)s and the community builders, now and later. Not the municipality."
    )
    found.append(Rung(Reach.COMMUNITY, _("My community"), who % names, _("Share with my community")))
    if story.teller_id is None:
        return found
    who = _("Also people who work for the municipality now or later, all departments.")
    found.append(
        Rung(
            Reach.MUNICIPALITY,
            _("My community and the municipality"),
            who,
            _("Share with community and municipality"),
        )
    )
    who = _(
        "Everyone on the internet. If you take it back later, somebody may have read or printed it already."
    )
    found.append(Rung(Reach.EVERYONE, _("Everyone"), who, _("Share with everyone")))
    return found
