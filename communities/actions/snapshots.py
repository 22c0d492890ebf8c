"""Publishing counts of people, once a quarter (P10)."""

import secrets

from django.db import transaction

from communities import disclosure
from communities.dates import quarter_end
from communities.models import Snapshot

# How many quarters back a new list is compared with what people may remember: two years.
KEPT = 8


@transaction.atomic
def take_snapshot(*, what, community, quarter, answers, categories, key=""):
    """Publish a list for a quarter; once made it stays. `answers` maps the mark of a person to a category,
    `categories` are all there are, in an order that never changes: the last ones hide the small ones.

    When too few people entered or left, the numbers of the quarter before stand, with their own date.
    """
    rows = Snapshot.objects.filter(what=what, community=community, key=key).order_by("-quarter")
    if rows.filter(quarter__gte=quarter).exists():
        return None
    kept, after = list(rows[:KEPT]), disclosure.cells(answers, categories)
    if all(disclosure.may_follow(_behind(row), after) for row in kept):
        marks = {name: sorted(people) for name, people in after.items()}
        values = {"as_of": quarter_end(quarter), "counts": disclosure.numbers(after), "marks": marks}
    else:
        last = kept[0]
        values = {"as_of": last.as_of, "counts": last.counts, "marks": last.marks}
    if len(kept) == KEPT:
        rows.filter(quarter__lte=kept[-1].quarter).update(marks={})
    return Snapshot.objects.create(what=what, community=community, key=key, quarter=quarter, **values)


def _behind(row):
    return {name: set(people) for name, people in row.marks.items()}


@transaction.atomic
def forget_marks(person):
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
