"""The continuity letter: what somebody who decides about money should know, from live rows (O2, T7).

It takes no reader, names nobody who did not say yes to everyone, counts no people and sets no target.
"""

from dataclasses import dataclass

from communities.groups.models import ORGANISING
from communities.models import GroupMember, NameVisibility
from communities.rights.reader import VISITOR, Reach
from communities.site.dates import today
from trajectories.continuity.actions import days_ahead
from trajectories.continuity.history import history_of
from trajectories.continuity.models import Cliff, Tender
from trajectories.continuity.money import MoneyStory, money_lane, money_story
from trajectories.continuity.reads import Figures, figures, promises_of
from trajectories.picture.words import money_rows
from trajectories.table.models import Harvest


@dataclass(frozen=True)
class PublicPerson:
    """Somebody by role and since when; by name only after a yes to everyone."""

    name: str
    role: str
    since: object

    @property
    def label(self):
        """The name after a yes to everyone, else the role."""
        return self.name or self.role


@dataclass(frozen=True)
class Bond:
    """Since when a resident and a professional know each other here."""

    resident: PublicPerson
    professional: PublicPerson
    since: object


@dataclass(frozen=True)
class LetterContent:
    """The live parts of the letter."""

    on: object
    figures: Figures
    money: MoneyStory
    history: list
    people: list
    bonds: list
    promises: list
    learned: list
    ahead: list
    warned: list


def public_people(groups):
    """Who carries and guides these groups today, as everyone may read it, by group."""
    rows = GroupMember.objects.visible_to(VISITOR).current().filter(group__in=groups, role__in=ORGANISING)
    found = {}
    for row in rows.as_shown_to(VISITOR):
        named = row.shown_name if row.shown_as == NameVisibility.EVERYONE else ""
        person = PublicPerson(named, row.get_role_display(), row.since)
        found.setdefault(row.group_id, []).append((row, person))
    return found


def bonds_of(people):
    """Each pair of a resident and a guide of one group, since the day the later of the two came."""
    hosts = [person for row, person in people if row.role != "facilitator"]
    guides = [person for row, person in people if row.role == "facilitator"]
    return [Bond(host, guide, max(host.since, guide.since)) for guide in guides for host in hosts]


def learned_by(group):
    """What the group itself said it learned, as far as everybody may read it."""
    rows = Harvest.objects.visible_to(VISITOR).filter(group=group, reach=Reach.EVERYONE).exclude(insights="")
    return [row.insights for row in rows.order_by("-gathering__starts_at")[:3]]


def letter_of(trajectory):
    """The letter about one trajectory, in a constant number of queries."""
    group, now = trajectory.group, today()
    road = history_of(trajectory.group)
    periods, stops = road.periods, road.stops
    people = public_people([group.pk]).get(group.pk, [])
    return LetterContent(
        on=now,
        figures=figures(group, periods, stops),
        money=money_story(group.started_on, periods, stops, now),
        history=[row[1:] for row in money_rows(money_lane(group.started_on, periods, stops, now))],
        people=[person for _row, person in people],
        bonds=bonds_of(people),
        promises=promises_of(group),
        learned=learned_by(group),
        ahead=days_ahead(group, periods, Tender.objects.visible_to(VISITOR).around(group)),
        warned=Cliff.objects.visible_to(VISITOR).filter(group=group),
    )
