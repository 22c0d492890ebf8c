"""Small numbers protect people: what is published over time gives no hidden count away (P10)."""

from datetime import date
from itertools import combinations, product

import pytest

from communities.models import Snapshot
from communities.rights import disclosure
from communities.snapshots.actions import take_snapshot
from config.website.my_data.own_data import forget

K = 5


@pytest.fixture(autouse=True)
def five(settings):
    settings.SMALL_NUMBER = K


def one_way(counts):
    """What is published of one list of counts; None when nothing may be shown."""
    people = {(name, n): name for name, total in counts.items() for n in range(total)}
    return disclosure.numbers(disclosure.cells(people, counts)) or None


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"zorg": 14, "wonen": 9, "geld": 3, "school": 2}, {"zorg": 14, "wonen": 9, "overig": 5}),
        ({"zorg": 14, "wonen": 9, "geld": 3}, {"zorg": 14, "overig": 12}),
        ({"ja": 3, "nee": 1}, None),
        ({"ja": 12, "nee": 1}, {"overig": 13}),
        ({"ja": 12}, {"ja": 12}),
        ({"ja": 4}, None),
        ({}, None),
    ],
)
def test_a_list_puts_small_categories_together_or_shows_nothing(counts, shown):
    assert one_way(counts) == shown


def test_numbers_stand_in_the_order_of_the_alphabet_and_never_of_size():
    assert list(one_way({"wonen": 30, "geld": 2, "auto": 6, "school": 3})) == [
        "auto",
        "wonen",
        "overig",
    ]


def test_somebody_who_answers_twice_counts_once():
    assert disclosure.numbers(disclosure.cells({f"p{n % 6}": "ja" for n in range(60)}, ["ja"])) == {"ja": 6}


# The first attack: subtraction. The attacker knows the rule, every category and what is shown, and tries
# every table of whole numbers that could have led to it. A count that is the same in all of them is found out.

CATEGORIES = ("care", "homes", "money")


def blanks_beside_a_total(counts):
    """A broken way: leave small cells blank next to a total."""
    shown = {name: n for name, n in counts.items() if n == 0 or n >= K}
    return {**shown, "total": sum(counts.values())}


def found_by_subtraction(publish, at_most=16):
    worlds = {}
    for numbers in product(range(at_most + 1), repeat=len(CATEGORIES)):
        counts = dict(zip(CATEGORIES, numbers, strict=True))
        # A larger total also fits larger worlds than are tried here.
        if sum(numbers) > at_most:
            continue
        worlds.setdefault(str(publish(counts)), []).append(counts)
    return [
        (shown, name)
        for shown, possible in worlds.items()
        for name in CATEGORIES
        if len({counts[name] for counts in possible}) == 1 and 0 < possible[0][name] < K
    ]


def test_no_small_count_can_be_computed_by_subtraction():
    assert found_by_subtraction(one_way) == []


def test_blank_cells_beside_a_total_give_small_counts_away():
    assert found_by_subtraction(blanks_beside_a_total) != []


def test_without_a_smallest_number_small_counts_simply_stand_there(settings):
    settings.SMALL_NUMBER = 1
    assert found_by_subtraction(one_way) != []


# The second attack: looking twice. The attacker adds and subtracts what was published at two moments.
# When plus and minus leave one small set of people, its size is a count that was never to be known.


def singled_out(earlier, later):
    behind = [people for cells in (earlier, later) for name, people in cells.items() if name]
    for signs in product((-1, 0, 1), repeat=len(behind)):
        score = {}
        for sign, people in zip(signs, behind, strict=True):
            for person in people:
                score[person] = score.get(person, 0) + sign
        left = [n for n in score.values() if n]
        if 0 < len(left) < K and set(left) == {1}:
            return True
    return False


def lives_of_a_list():
    """Small histories: so many at first, then some come in, some leave, some change their mind."""
    for care, homes, money, entering, leaving, changing in product(
        (5, 9), (4, 6), (0, 3), (0, 1, 6), (0, 1, 5), (0, 1)
    ):
        first = {f"c{n}": "care" for n in range(care)}
        first |= {f"h{n}": "homes" for n in range(homes)} | {f"m{n}": "money" for n in range(money)}
        second = {**first, **{f"new{n}": ("care", "homes")[n % 2] for n in range(entering)}}
        for n in range(leaving):
            second.pop(f"c{n}")
        for n in range(changing):
            second[f"h{n}"] = "care"
        yield first, second, {**second, "late": "care"}


def published(history, live):
    """What stood on the page at each moment: `live` is the broken way, in which numbers move at once."""
    stood = []
    for answers in history:
        cells = disclosure.cells(answers, CATEGORIES)
        held = stood and not all(disclosure.may_follow(before, cells) for before in stood)
        stood.append(stood[-1] if held and not live else cells)
    return stood


def found_by_looking_twice(live):
    return [
        history
        for history in lives_of_a_list()
        if any(singled_out(a, b) for a, b in combinations(published(history, live), 2))
    ]


def test_nobody_is_singled_out_by_looking_twice():
    assert found_by_looking_twice(live=False) == []


def test_live_numbers_single_people_out():
    assert len(found_by_looking_twice(live=True)) > 20


def crowd(first, last):
    return disclosure.cells({f"p{n}": "care" for n in range(first, last)}, CATEGORIES)


def test_a_list_moves_when_enough_people_came_or_left():
    assert disclosure.may_follow(crowd(0, 6), crowd(0, 11))
    assert disclosure.may_follow(crowd(0, 6), crowd(3, 9))
    assert not disclosure.may_follow(crowd(0, 6), crowd(0, 5))


def test_a_number_does_not_even_disappear_because_one_person_left():
    assert not disclosure.may_follow(crowd(0, 5), crowd(0, 4))
    assert disclosure.may_follow(crowd(0, 6), crowd(20, 21))


# Snapshots


def signs(community, people):
    return {disclosure.mark("test", community.pk, f"user {pk}"): "ja" for pk in people}


def snap(community, quarter, people):
    return take_snapshot(
        what="test", community=community, quarter=quarter, answers=signs(community, people), categories=["ja"]
    )


Q = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1)]


def test_a_withdrawal_never_shows_as_one_less(cast):
    snap(cast.community, Q[0], range(8))
    snap(cast.community, Q[1], range(7))
    assert [(row.counts, row.as_of) for row in Snapshot.objects.all()] == [
        ({"ja": 8}, date(2025, 3, 31)),
        ({"ja": 8}, date(2025, 3, 31)),
    ]
    snap(cast.community, Q[2], range(5, 17))
    assert Snapshot.objects.last().counts == {"ja": 12}
    assert Snapshot.objects.last().as_of == date(2025, 9, 30)


def test_going_back_to_what_stood_before_is_compared_with_everything_that_stood(cast):
    snap(cast.community, Q[0], range(8))
    snap(cast.community, Q[1], range(20))
    snap(cast.community, Q[2], range(9))
    assert Snapshot.objects.last().counts == {"ja": 20}


def test_a_quarter_is_published_once(cast):
    assert snap(cast.community, Q[0], range(8)) is not None
    assert snap(cast.community, Q[0], range(30)) is None
    assert Snapshot.objects.get().counts == {"ja": 8}


def test_signs_are_gone_after_two_years(cast):
    for n in range(10):
        snap(cast.community, date(2023 + n // 4, n % 4 * 3 + 1, 1), range(n * 20, n * 20 + 20))
    kept = [bool(row.marks) for row in Snapshot.objects.order_by("quarter")]
    assert kept == [False, False] + [True] * 8
    assert all(row.counts for row in Snapshot.objects.all())


def test_an_erased_person_still_counts_as_one_who_left(cast):
    people = [*(user.pk for user in (cast.resident, cast.host)), *range(90_000, 90_006)]
    snap(cast.community, Q[0], people)
    own = disclosure.mark("test", cast.community.pk, f"user {cast.resident.pk}")
    assert own in str(Snapshot.objects.get().marks)
    forget(cast.resident)
    assert own not in str(Snapshot.objects.get().marks)
    snap(cast.community, Q[1], people[1:])
    assert [row.counts for row in Snapshot.objects.all()] == [{"ja": 8}, {"ja": 8}]
