"""Planning a series, making its dates ahead, and changing what is still to come."""

from itertools import takewhile

from django.db import transaction
from django.utils import timezone

from communities.retention.heartbeat import each_apart
from communities.site.dates import today
from trajectories.gatherings.models import Gathering
from trajectories.planning.actions import TOLD, cancel_gathering, tell_about, was_told_of
from trajectories.series.models import SHARED, Series
from trajectories.series.recurrence import AHEAD
from trajectories.signups.actions import move_up


@transaction.atomic
def plan_series(*, by, group, values, rhythm):
    """Write down the series and make its dates of the coming year."""
    series = Series.objects.create(
        group=group,
        community=group.community,
        created_by=by,
        rrule=rhythm.text,
        first_on=rhythm.first,
        **values,
    )
    extend_series(by=by, series=series)
    return series


@transaction.atomic
def extend_series(*, by, series):
    """Make the dates up to a year ahead that were not made yet; doing it twice makes nothing twice."""
    series = Series.objects.select_for_update().get(pk=series.pk)
    return _make(by, series, _to_come(series, series.made_until))


def extend_all_series():
    """Every series a year ahead, one transaction each; how many dates were made. For the nightly command."""
    rows = Series.objects.order_by("pk").iterator()
    return sum(each_apart(rows, lambda row: len(extend_series(by=None, series=row)), job="series"))


@transaction.atomic
def change_series(*, by, series, values, rhythm, why):
    """Change what is still to come; dates that were moved or cancelled by hand stay as they are.

    Dates are taken in order: the next old one becomes the next new one, with its agenda and sign-ups. What
    somebody wrote for one date alone stays too. Dates that are left over are cancelled, or deleted when
    nothing hangs on them yet. For whoever was invited to a date or signed up, another moment is a move.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    before = {name: getattr(series, name) for name in SHARED}
    series.rrule, series.first_on = rhythm.text, rhythm.first
    for name, value in values.items():
        setattr(series, name, value)
    series.save()
    rows = Gathering.objects.filter(series=series, original_at__gt=timezone.now())
    rows = list(rows.order_by("original_at").select_for_update())
    by_hand = [row for row in rows if row.left_its_series or row.cancelled_on]
    follow = [row for row in rows if row not in by_hand]
    moments = _without_those_by_hand(_to_come(series, _last_day_that_was(series)), by_hand)
    told = [(row, _follow(row, series, moment, before)) for row, moment in zip(follow, moments, strict=False)]
    _rewrite(follow[: len(moments)])
    _tell(by, told)
    _drop(by, follow[len(moments) :], why)
    _make(by, series, moments[len(follow) :])
    return series


def _last_day_that_was(series):
    past = Gathering.objects.filter(series=series, original_at__lte=timezone.now()).order_by("original_at")
    last = past.last()
    return timezone.localdate(last.original_at) if last else None


def _without_those_by_hand(moments, by_hand):
    """A date that was moved or cancelled by hand stands for the new date that is nearest to it."""
    left = list(moments)
    for row in by_hand:
        if left:
            left.remove(min(left, key=lambda moment: abs(moment - row.original_at)))
    return left


def _to_come(series, after):
    """The moments of a series in the coming year, on days after the given one."""
    now, last_day = timezone.now(), today() + AHEAD
    days = takewhile(lambda day: day <= last_day, series.rhythm.days())
    moments = [series.moment(day) for day in days if after is None or day > after]
    return [moment for moment in moments if moment > now]


def _make(by, series, moments):
    shared = {name: getattr(series, name) for name in SHARED}
    here = {"series": series, "group_id": series.group_id, "community_id": series.community_id}
    rows = [
        Gathering(
            **here,
            **shared,
            created_by=by,
            original_at=moment,
            starts_at=moment,
            ends_at=series.end_of(moment),
        )
        for moment in moments
    ]
    series.made_until = today() + AHEAD
    series.save(update_fields=["made_until"])
    return Gathering.objects.bulk_create(rows)


def _follow(row, series, moment, before):
    """One date takes over what changed in the series, except what was written for this date alone.

    Gives the kind of news this is for people who count on it, or nothing.
    """
    now, kind = timezone.now(), ""
    counts = was_told_of(row)
    for name in SHARED:
        if getattr(row, name) == before[name] != getattr(series, name):
            setattr(row, name, getattr(series, name))
            kind = "changed" if name in TOLD else kind
    if row.ends_at - row.starts_at != series.end_of(moment) - moment:
        kind = "changed"
    if kind and counts:
        row.reworded_at = now
    if row.starts_at != moment and counts:
        kind = "moved"
        row.note_move(moment)
    row.starts_at = row.original_at = moment
    row.ends_at = series.end_of(moment)
    row.changed_at, row.sequence = now, row.sequence + 1
    return kind if counts else ""


def _tell(by, told):
    """Each date of its own, because other people may count on it; who waits moves up when there is room."""
    for row, kind in told:
        if kind:
            tell_about(by=by, gathering=row, kind=kind)
        move_up(by=by, gathering=row)


def _rewrite(rows):
    """Save them all; the slots are freed first, because two dates may change places."""
    Gathering.objects.filter(pk__in=[row.pk for row in rows]).update(original_at=None)
    fields = [*SHARED, "starts_at", "ends_at", "original_at", "was_at", "moved_at", "reworded_at"]
    fields += ["changed_at", "sequence"]
    Gathering.objects.bulk_update(rows, fields)


def _drop(by, rows, why):
    """Dates for which there is no room any more: people may count on some of them, so those stay visible."""
    counted_on = set()
    for link in Gathering._meta.related_objects:
        name = link.field.name
        found = link.related_model._base_manager.filter(**{f"{name}__in": rows})
        counted_on |= set(found.values_list(name, flat=True))
    for row in rows:
        if row.pk in counted_on or row.invited_on:
            cancel_gathering(by=by, gathering=row, why=why)
        else:
            row.delete()
