"""Publishing counts of people, once a quarter (P10)."""

import secrets
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from communities.accounts.models import User
from communities.membership.models import Community
from communities.rights import disclosure
from communities.site.dates import quarter_end
from communities.snapshots.models import Snapshot

# How many quarters back a new list is compared with what people may remember: two years.
KEPT = 8


@transaction.atomic
def take_snapshot(
    *,
    what: str,
    community: Community,
    quarter: date,
    answers: disclosure.Answers,
    categories: Collection[str],
    key: str = "",
) -> Snapshot | None:
    """Publish a list for a quarter; once made it stays. `answers` maps the mark of a person to a category,
    `categories` are all there are, in an order that never changes: the last ones hide the small ones.

    When too few people entered or left, the numbers of the quarter before stand, with their own date.
    """
    lists = {key: (answers, categories)}
    return take_snapshots_at_once(what=what, community=community, quarter=quarter, lists=lists).get(key)


@transaction.atomic
def take_snapshots_at_once(
    *,
    what: str,
    community: Community,
    quarter: date,
    lists: Mapping[str, tuple[disclosure.Answers, Collection[str]]],
) -> dict[str, Snapshot]:
    """Publish several lists about the same people: they all move, or none does. By key, what was published.

    `quarter` is the first day of it; `lists` holds (answers, categories) by the key of the list, as in
    `take_snapshot`. Empty when this quarter was published already.

    If one moved and another stood still, the totals of two moments could be subtracted across the lists.
    """
    stood = Snapshot.objects.filter(what=what, community=community, key__in=lists).order_by("-quarter")
    if stood.filter(quarter__gte=quarter).exists():
        return {}
    kept = {key: list(stood.filter(key=key)[:KEPT]) for key in lists}
    after = disclosure.beside(lists)
    moves = all(disclosure.may_follow(_behind(row), after[key]) for key, rows in kept.items() for row in rows)
    return {
        key: _publish(kept[key], after[key], moves, what=what, key=key, community=community, quarter=quarter)
        for key in lists
    }


def _publish(kept: list[Snapshot], after: disclosure.Behind, moves: bool, **where: Any) -> Snapshot:
    if moves or not kept:
        marks = {name: sorted(people) for name, people in after.items()}
        counts = disclosure.numbers(after)
        values = {"as_of": quarter_end(where["quarter"]), "counts": counts, "marks": marks}
    else:
        last = kept[0]
        values = {"as_of": last.as_of, "counts": last.counts, "marks": last.marks}
    if len(kept) == KEPT:
        old = Snapshot.objects.filter(what=where["what"], community=where["community"], key=where["key"])
        old.filter(quarter__lte=kept[-1].quarter).update(marks={})
    return Snapshot.objects.create(**where, **values)


def _behind(row: Snapshot) -> disclosure.Behind:
    return {name: set(people) for name, people in row.marks.items()}


@transaction.atomic
def forget_marks(person: User) -> None:
    """Erasure: the sign of somebody becomes a sign of nobody, so that a leaving still counts as one."""
    rows = Snapshot.objects.filter(community__memberships__user=person).exclude(marks={})
    for row in rows.distinct():
        own = disclosure.mark(row.what, row.community_id, f"user {person.pk}")
        nobody = secrets.token_hex(12)
        marks = {
            name: sorted(nobody if sign == own else sign for sign in signs)
            for name, signs in row.marks.items()
        }
        if marks != row.marks:
            row.marks = marks
            row.save(update_fields=["marks"])
