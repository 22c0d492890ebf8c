"""The money under a group, derived from its public funding periods and never stored (P5, T7, S6).

It takes no reader: what it says is the same for everybody, so only funding marked public counts.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from trajectories.picture.data import AHEAD, COVERED, GAP, Money

DAY = timedelta(days=1)
LAST_DAY = date.max - DAY


@dataclass(frozen=True)
class Stretch:
    """A stretch of days from `since` up to but not including `until`."""

    since: date
    until: date


def covered(periods):
    """The periods melted together: stretches in which there was money from anybody."""
    out = []
    for period in sorted(periods, key=lambda p: p.starts_on):
        until = min(period.ends_on, LAST_DAY) + DAY
        if out and period.starts_on <= out[-1].until:
            out[-1] = Stretch(out[-1].since, max(out[-1].until, until))
        else:
            out.append(Stretch(period.starts_on, until))
    return out


def pauses(changes, today):
    """The stretches in which a trajectory rested or was rounded off; an open one runs until today."""
    out, since = [], None
    for change in changes:
        paused = change.status in {"resting", "rounded_off"}
        if paused and since is None:
            since = change.on
        elif not paused and since is not None:
            out.append((since, change.on))
            since = None
    if since is not None:
        out.append((since, None))
    return out


def gaps(start, periods, stops, today):
    """Where there was no money while people went on; days of rest do not count as a gap (P5)."""
    edges, at = [], start
    for stretch in covered(periods):
        if stretch.since > at:
            edges.append(Stretch(at, min(stretch.since, today)))
        at = max(at, stretch.until)
    if at < today:
        edges.append(Stretch(at, today))
    for since, until in stops:
        edges = [piece for gap in edges for piece in _without(gap, since, until or today)]
    return [gap for gap in edges if gap.since < gap.until]


def times_without(start, periods, stops, today):
    """How often money ended while people went on: a period that joins the one before it is no end.

    Money from before a group came to this site counts as well.
    """
    stretches = covered(periods)
    first, ends = min([start, *(s.since for s in stretches)]), {s.until for s in stretches}
    return sum(1 for gap in gaps(first, periods, stops, today) if gap.since in ends)


def _without(gap, since, until):
    return [Stretch(gap.since, min(gap.until, since)), Stretch(max(gap.since, until), gap.until)]


@dataclass(frozen=True)
class MoneyStory:
    """What there is to say about the money of one group today."""

    is_covered: bool
    alive_without: bool
    ends_on: date | None
    decision_by: date | None


def money_story(start, periods, stops, today):
    """Whether there is money today, until when, and which day a decision is needed."""
    now = [s for s in covered(periods) if s.since <= today < s.until]
    resting = any(until is None for _since, until in stops)
    decisions = [p.decision_by for p in periods if p.decision_by and p.decision_by >= today]
    return MoneyStory(
        is_covered=bool(now),
        alive_without=not now and not resting and start <= today,
        ends_on=now[-1].until - DAY if now else None,
        decision_by=min(decisions) if decisions else None,
    )


def money_lane(start, periods, stops, today):
    """The rows of the money lane: each period, each gap, and what lies ahead without anything."""
    rows = [
        Money(
            label=f"{p.funder_name}, {p.get_form_display()}",
            short=p.funder_name,
            since=max(p.starts_on, start),
            until=p.ends_on + DAY,
            kind=COVERED,
        )
        for p in periods
        if p.ends_on >= start
    ]
    for gap in gaps(start, periods, stops, today):
        rows.append(Money(_("went on without money"), gap.since, gap.until, GAP, _("without money")))
    last = max((s.until for s in covered(periods)), default=today)
    if not any(until is None for _since, until in stops):
        rows.append(Money(_("nothing yet"), max(last, today), None, AHEAD, _("nothing yet")))
    return tuple(sorted(rows, key=lambda row: row.since))
