"""What trajectories bring to shared pages."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from communities import standing
from communities.dates import today
from communities.generic import NowItem, Panel
from communities.models import Community, Group, GroupMember, GroupRole, Office, Organisation
from communities.models.groups import ORGANISING
from trajectories.cards import methods
from trajectories.models import (
    ArtProject,
    Change,
    FundingPeriod,
    Gathering,
    Handover,
    Harvest,
    RoleAgreement,
    Signal,
    Stewardship,
    Trajectory,
)
from trajectories.money import covered
from trajectories.road import VISITOR
from trajectories.timeline import draw

YEAR = timedelta(days=365)
SOON = 3
LATELY = 12


def when_in_words(at):
    """ "Tomorrow, 9:30" or "Thursday 3 December, 19:30": words, not a countdown."""
    local = timezone.localtime(at)
    day, clock = local.date(), date_format(local, "G.i")
    if day == today():
        return _("Today, %(clock)s") % {"clock": clock}
    if day == today() + timedelta(days=1):
        return _("Tomorrow, %(clock)s") % {"clock": clock}
    return _("%(day)s, %(clock)s") % {"day": capfirst(date_format(local, "l j F")), "clock": clock}


def coming_gatherings(group, reader):
    """The next gatherings of a group that this reader may know of."""
    rows = Gathering.objects.visible_to(reader).filter(group=group, starts_at__gte=this_morning())
    return [_gathering_item(row) for row in rows.select_related("place", "group")[:LATELY]]


def past_gatherings(group, reader):
    """The latest gatherings of a group that this reader may know of."""
    rows = Gathering.objects.visible_to(reader).filter(group=group, starts_at__lt=this_morning())
    return rows.order_by("-starts_at")[:LATELY]


def this_morning():
    """The first moment of today: a gathering of tonight is still to come."""
    return timezone.make_aware(datetime.combine(today(), time.min))


def _gathering_item(row):
    where = row.place.name if row.place else row.place_text
    parts = [row.group.title, where, row.provided, _("Walk in, no need to sign up") if row.open_door else ""]
    title = str(row)
    if row.cancelled_on:
        title, parts = _("Does not take place: %(title)s") % {"title": row}, [row.cancelled_why.rstrip(".")]
    sentence = ". ".join(part for part in parts if part)
    url = reverse("gathering", args=[row.pk])
    return NowItem(row.starts_at, when_in_words(row.starts_at), title, url, f"{sentence}.")


def harvests_of(group, reader):
    """The newest harvests of a group that this reader may read."""
    rows = Harvest.objects.visible_to(reader).filter(group=group).select_related("gathering")
    return rows.order_by("-gathering__starts_at")[:SOON]


def art_of(trajectory, changes, reader):
    """Art under this road; each with the day since which it goes on without it, or None (T6)."""
    rows = ArtProject.objects.as_seen_by(reader).filter(trajectory=trajectory).select_related("place")
    return [(row, row.outlives(changes)) for row in rows]


def people_of(group, reader):
    """Who is in a group, since when, each with the name this reader may read."""
    rows = GroupMember.objects.visible_to(reader).filter(group=group)
    return rows.as_shown_to(reader).order_by("since", "pk")


def may_ask_to_join(group, reader):
    """Whether this reader, a member of the community, may ask to take part and did not yet."""
    mine = GroupMember.objects.filter(group=group, user=reader.pk, until=None)
    return group.community_id in standing.joined(reader) and not mine.exists()


def together(trajectory, reader):
    """How a group usually works, and who does what for those who take part; None when nothing is said."""
    cards = [methods()[key] for key in trajectory.methods if key in methods()]
    rows = RoleAgreement.objects.visible_to(reader).standing().filter(group=trajectory.group)
    agreements = list(rows)
    said = trajectory.rhythm or cards or agreements or trajectory.may_edit
    return {"cards": cards, "agreements": agreements} if said else None


def now_items(reader, communities):
    """What is going on in these communities: what comes, and what still waits for an answer."""
    coming = Gathering.objects.visible_to(reader).filter(
        community__in=communities, starts_at__gte=this_morning()
    )
    items = [_gathering_item(row) for row in coming.select_related("place", "group")[:SOON]]
    waiting = Signal.objects.visible_to(reader).filter(community__in=communities).waiting()
    items += [_signal_item(row) for row in waiting.select_related("put_to__organisation")[:SOON]]
    return items


def _signal_item(signal):
    office = signal.put_to
    if signal.is_overdue:
        since = date_format(signal.answer_due, "j F Y")
        title = _("No answer yet since %(since)s: %(title)s") % {"since": since, "title": signal.title}
    else:
        title = _("Waiting for an answer: %(title)s") % {"title": signal.title}
    asked = _("Asked of %(office)s. An answer is due by %(due)s.")
    sentence = asked % {"office": office, "due": date_format(signal.answer_due, "j F Y")}
    when = _("Since %(day)s") % {"day": date_format(signal.put_on, "j F")}
    return NowItem(signal.put_on, when, title, signal.get_absolute_url(), sentence)


def road_panel(community, reader):
    """The long road: the trajectory that is on its way longest is drawn, the others are linked.

    Longest on its way is a place in time, not a rank; the others follow the alphabet (P4).
    """
    rows = Trajectory.objects.visible_to(reader).filter(group__community=community).with_status()
    rows = list(rows.select_related("group__community").order_by("group__started_on", "pk"))
    if not rows:
        return None
    first = next((row for row in rows if row.status not in {"resting", "rounded_off"}), rows[0])
    others = sorted((row for row in rows if row != first), key=lambda row: row.group.title)
    values = {"trajectory": first, "picture": draw(first), "others": others}
    return Panel("weg", _("The long road"), "trajectories/road_panel.html", values)


@dataclass(frozen=True)
class Person:
    """One line of "who is who"."""

    name: str
    role: str
    about: str
    since: date
    group: str

    @property
    def role_on_its_own(self):
        """The role where no name may stand: it begins the line."""
        return capfirst(self.role)


def people_rows(community, reader):
    """Residents who carry something, and who facilitate: name if this reader may read it, else the role."""
    rows = GroupMember.objects.visible_to(reader).current().filter(group__community=community)
    rows = rows.filter(role__in=ORGANISING).as_shown_to(reader).select_related("group")
    people = [
        Person(row.shown_name, row.get_role_display(), row.expertise, row.since, row.group.title)
        for row in rows
        if row.role != GroupRole.FACILITATOR
    ]
    return sorted(people, key=lambda p: (not p.name, p.name.lower(), p.since))


def groups_without_lead(community, reader):
    """Groups that look for somebody to carry them."""
    return Group.objects.visible_to(reader).filter(community=community).with_lead().filter(has_lead=False)


def waiting_for_answer(municipality):
    """Every signal that waits for an answer in a municipality, in the order of asking; no reader (P2)."""
    here = Community.objects.visible_to(VISITOR).filter(municipality=municipality)
    rows = Signal.objects.visible_to(VISITOR).filter(community__in=here).waiting()
    return rows.select_related("community", "put_to__organisation")[:50]


@dataclass(frozen=True)
class Ending:
    """A group whose last money ends within a year, for the bar on the municipality page."""

    group: Group
    ends_on: date
    decision_by: date | None
    share: float
    decision_share: float | None


def funding_ending_within_a_year(municipality):
    """Groups whose last public money ends within a year, by the day it ends (T7); no reader (P2)."""
    now = today()
    rows = FundingPeriod.objects.visible_to(VISITOR).filter(
        group__community__municipality=municipality, ends_on__gte=now
    )
    by_group = {}
    for period in rows.select_related("group__community"):
        by_group.setdefault(period.group, []).append(period)
    found = [_ending(group, periods, now) for group, periods in by_group.items()]
    return sorted((e for e in found if e.ends_on <= now + YEAR), key=lambda e: (e.ends_on, e.group.title))


def _ending(group, periods, now):
    # Only what follows on today's money counts: money that begins after a gap does not cover it.
    stretch = next((s for s in covered(periods) if s.since <= now), None) or covered(periods)[0]
    ends_on = stretch.until - timedelta(days=1)
    decisions = [p.decision_by for p in periods if p.decision_by and now <= p.decision_by <= ends_on]
    decision = min(decisions) if decisions else None
    share = round((ends_on - now).days / YEAR.days * 100, 1)
    at = round((decision - now).days / YEAR.days * 100, 1) if decision else None
    return Ending(group, ends_on, decision, share, at)


def organisations_working_in(municipality):
    """Who works in this municipality or gives money under a group there, by the alphabet; no reader (P2)."""
    here = Community.objects.visible_to(VISITOR).filter(municipality=municipality)
    work = Stewardship.objects.visible_to(VISITOR).current().filter(community__in=here)
    money = FundingPeriod.objects.visible_to(VISITOR).filter(
        group__community__in=here, funder__isnull=False, ends_on__gte=today()
    )
    return Organisation.objects.visible_to(VISITOR).filter(
        Q(pk__in=work.values("organisation")) | Q(pk__in=money.values("funder"))
    )


def my_groups(reader):
    """The groups I take part in, with where to find them."""
    return Group.objects.joined_by(reader).select_related("community")


def my_waiting(reader):
    """What waits for me: signals put to my office, and harvests of my groups that ask for a yes."""
    asked = Signal.objects.answerable_by(reader).waiting().select_related("community")
    items = [
        NowItem(
            row.put_on,
            _("Answer due by %(due)s") % {"due": date_format(row.answer_due, "j F Y")},
            row.title,
            row.get_absolute_url(),
            str(row.community),
        )
        for row in asked[:20]
    ]
    for offer in GroupMember.objects.offered_to(reader).select_related("group"):
        title = _("Will you help carry %(group)s?") % {"group": offer.group}
        items.append(NowItem(today(), _("You were asked"), title, reverse("role_offer", args=[offer.pk])))
    rows = Harvest.objects.visible_to(reader).to_agree_by(reader)
    rows = rows.exclude(approved_by_resident=reader.pk).exclude(approved_by_other=reader.pk)
    for row in rows.select_related("gathering", "group")[:20]:
        url = reverse("gathering", args=[row.gathering_id])
        when = _("Read and say yes")
        items.append(NowItem(row.gathering.starts_at.date(), when, str(row.gathering), url, row.group.title))
    items += [_handover_item(row) for row in _open_handovers(reader)]
    return items + _changes_to_agree(reader)


def _changes_to_agree(reader):
    rows = Change.objects.visible_to(reader).to_agree_by(reader).select_related("group")
    return [
        NowItem(
            timezone.localdate(row.changed_at),
            _("Read and say yes"),
            _("What changed in %(year)s") % {"year": row.year},
            reverse("changed", args=[row.group_id, row.year]),
            row.group.title,
        )
        for row in rows[:20]
    ]


def _open_handovers(reader):
    rows = Handover.objects.visible_to(reader).filter(accepted_on=None)
    return rows.select_related("part__group", "posting__office__organisation")[:20]


def _handover_item(row):
    when = capfirst(row.state.label)
    return NowItem(
        row.shared_on or today(), when, _("Handover: %(what)s") % {"what": row}, row.get_absolute_url()
    )


def offices_to_hand_over(reader):
    """Departments for which this reader may write a letter to who comes after."""
    return Office.objects.handed_over_by(reader).select_related("organisation")
