"""What a group lived through: money, changes of person, and the desk it lies at.

It takes no reader: what it says is the same for everybody, so only public rows and roles count (P2, P10).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from communities.models import Duty, DutyKind, GroupRole, Posting
from communities.rights.reader import VISITOR
from communities.site.dates import today
from trajectories.continuity.history import organisation_words
from trajectories.continuity.models import Cliff, FundingPeriod
from trajectories.continuity.money import covered, gaps, times_without
from trajectories.signals.models import Answer

MONTH = 30.44
THREE_YEARS = 3 * 365 + 1


@dataclass(frozen=True)
class ChangeOfWorker:
    """One professional after another: when the chair fell empty, who came, and whether they met (T8).

    `came_on` empty: nobody came yet. `together_until`: the one before was still there until that day.
    """

    role: str
    left_on: date | None
    came_on: date | None
    met_on: date | None = None
    announced_on: date | None = None
    accepted_on: date | None = None
    together_until: date | None = None

    @property
    def is_cold(self):
        """Nobody handed over face to face, and they were never there together."""
        return self.met_on is None and self.together_until is None

    @property
    def cold_since(self):
        """The beginning of the dashed run-up in the picture."""
        return self.left_on if self.is_cold and self.came_on and self.left_on < self.came_on else None


def changes_of_worker(guides):
    """The changes among the professionals of a group, by the key of who came (0: nobody came yet).

    Who left while another was there makes an overlap; who left before the next came leaves an empty chair.
    """
    rows = sorted(guides, key=lambda row: (row.since, row.pk))
    found, followed = {}, set()
    for number, row in enumerate(rows):
        before = [r for r in rows[:number] if r.until and r.pk not in followed]
        present = [r for r in rows[:number] if r.until is None or r.until > row.since]
        last = max((r for r in before if not present or r in present), key=lambda r: r.until, default=None)
        if last:
            found[row.pk] = _change(last, row)
        followed |= {r.pk for r in before if r.until <= row.since or r == last}
    if rows and all(row.until and row.until <= today() for row in rows):
        gone = max(rows, key=lambda row: row.until)
        found[0] = _change(gone, None)
    return found


def _change(last, row):
    overlap = row is not None and last.until > row.since
    return ChangeOfWorker(
        role=last.get_role_display(),
        left_on=last.until,
        came_on=row.since if row else None,
        met_on=last.met_on,
        announced_on=last.shared_on,
        accepted_on=last.accepted_on,
        together_until=last.until if overlap else None,
    )


@dataclass(frozen=True)
class Figures:
    """What the money and the people on the other side did meanwhile; things and posts, never residents."""

    since: date
    years: int
    survived: int
    months_uncovered: int
    contacts: int
    contacts_since: date
    subsidy_since: date | None
    funder: str


def figures(group, periods, stops):
    """Years alive, periods survived, months without money, and how often it had to be explained anew (O2)."""
    now = today()
    bare = sum((gap.until - gap.since).days for gap in gaps(group.started_on, periods, stops, now))
    long = long_subsidy(periods, now)
    since = max(group.started_on, now - timedelta(days=THREE_YEARS))
    return Figures(
        since=group.started_on,
        years=int((now - group.started_on).days / 365.25),
        survived=times_without(group.started_on, periods, stops, now),
        months_uncovered=round(bare / MONTH),
        contacts=contact_posts(group, since).count(),
        contacts_since=since,
        subsidy_since=long[1] if long else None,
        funder=long[0] if long else "",
    )


def contact_posts(group, since):
    """Posts, held after a day, at departments this group has to do with: money, questions, answers."""
    offices = Q(office__funding__group=group, office__funding__public=True)
    offices |= Q(office__signals__group=group, office__signals__put_on__isnull=False)
    held = Q(until__isnull=True) | Q(until__gt=since)
    return Posting.objects.visible_to(VISITOR).filter(offices, held, since__lte=today()).distinct()


def long_subsidy(periods, now):
    """The subsidy of one funder that has gone on for three years without a day between (Awb 4:51)."""
    by_funder = {}
    for row in periods:
        if row.form == "subsidy":
            by_funder.setdefault(row.funder_id or row.funder_name, []).append(row)
    for rows in by_funder.values():
        for stretch in covered(rows):
            if stretch.since <= now < stretch.until and (now - stretch.since).days >= THREE_YEARS:
                return rows[-1].funder_name, stretch.since
    return None


@dataclass(frozen=True)
class Continuity:
    """Everything the page of a trajectory says about what comes and goes under it."""

    figures: Figures
    changes: list
    desks: list
    stewards: list
    tenders: list
    warned: list


def guides_in(road):
    """The professionals who guided, of all times."""
    return [row for row in road.members if row.role == GroupRole.FACILITATOR]


def continuity(road):
    """The same for every reader, in three questions beside the road itself."""
    around = {"group": road.group}
    duties = Duty.objects.visible_to(VISITOR).current().filter(kind=DutyKind.GUIDING, **around)
    return Continuity(
        figures=figures(road.group, road.periods, road.stops),
        changes=sorted(
            changes_of_worker(guides_in(road)).values(), key=lambda change: change.came_on or date.max
        ),
        desks=list(duties.select_related("organisation")),
        stewards=road.of("works"),
        tenders=road.of("tender"),
        warned=list(Cliff.objects.visible_to(VISITOR).filter(**around)),
    )


def promises_of(group):
    """What was promised to a group: it hangs on an office, whoever sits there (P9)."""
    rows = Answer.objects.visible_to(VISITOR).filter(signal__group=group, kind="promise")
    return rows.select_related("office__organisation", "signal").order_by("promised_by", "pk")


def public_money(groups):
    """The public periods of these groups, by group, in one query."""
    found = {}
    for row in FundingPeriod.objects.visible_to(VISITOR).filter(group__in=groups):
        found.setdefault(row.group_id, []).append(row)
    return found


def steward_label(row):
    """On the page of a community: the organisation, with the group it works for."""
    words = organisation_words(row.organisation, row.tendered)
    return _("%(who)s, for %(group)s") % {"who": words, "group": row.group} if row.group_id else words
