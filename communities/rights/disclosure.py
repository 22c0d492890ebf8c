"""Small numbers protect people (P10): the one module that every count of people goes through.

A count of fewer than k people (`settings.SMALL_NUMBER`) is never shown, and cannot be computed from
what is shown: not by subtraction, not by looking twice (docs/domain.md, "Disclosure control"). Nothing
here knows a reader: what is published is the same for everybody (P2). Why it is done in this way
stands in docs/decisions/0016-small-numbers.md.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

OTHER = "overig"
UNSHOWN = ""
# The mark of a person -> the category of what they answered; and a category -> the marks of who is behind it.
Answers = Mapping[str, str]
Behind = dict[str, set[str]]
Counts = dict[str, int]


def mark(what: str, community: int, person: str) -> str:
    """A keyed, one-way sign for somebody in one kind of list of one community.

    It answers "is this the same person as last time?" and nothing else: it leads to no account, and
    the sign of the same person in another list is another one.
    """
    return salted_hmac(f"disclosure {what} {community}", person, algorithm="sha256").hexdigest()[:24]


def _partition(counts: Counts) -> tuple[list[str], list[str]] | None:
    """Which categories stand on their own and which go together; None when nothing may be shown.

    Which category helps to hide the small ones follows from the order in which categories are declared,
    never from how large they are: the rule is open, so whoever knows it must not be able to turn it round.
    For the same reason what is put together is never as large as small categories could ever be.
    """
    if OTHER in counts:
        raise ValueError(f"{OTHER!r} is the name of what is put together.")
    k = settings.SMALL_NUMBER
    alone = [name for name, n in counts.items() if n >= k]
    together = [name for name, n in counts.items() if 0 < n < k]
    largest = len(together) * (k - 1)
    while together and (len(together) < 2 or not k <= sum(counts[n] for n in together) != largest):
        if not alone:
            return None
        together.append(alone.pop())
    return alone, together


def cells(answers: Answers, categories: Collection[str]) -> Behind:
    """Who is behind each number of a one-way list: `answers` maps a person to one of the `categories`.

    A person is counted once because a mapping holds them once. Who may not be shown stands under
    UNSHOWN. There is never an empty cell next to a total: small categories are put together.
    `KeyError` for an answer that is no category, `ValueError` when a category is called OTHER.
    """
    people: Behind = {name: set() for name in categories}
    for person, category in answers.items():
        people[category].add(person)
    found = _partition({name: len(them) for name, them in people.items()})
    if found is None:
        return {UNSHOWN: set(answers)}
    alone, together = found
    shown = {name: people[name] for name in alone}
    return {**shown, OTHER: set().union(*(people[name] for name in together))} if together else shown


def beside(lists: Mapping[str, tuple[Answers, Collection[str]]]) -> dict[str, Behind]:
    """Lists about the same people, each `(answers, categories)`: all are shown, or none is.

    One list tells how many people there are. A list that is not shown beside it would then say exactly
    how its small categories are filled; the search in tests/stories/answers/test_patterns.py found it.
    """
    found = {key: cells(*each) for key, each in lists.items()}
    if any(UNSHOWN in behind for behind in found.values()):
        return {key: {UNSHOWN: set().union(*behind.values())} for key, behind in found.items()}
    return found


def numbers(behind: Behind) -> Counts:
    """The numbers of these cells, in the order of the alphabet, what was put together last (P4)."""
    shown = sorted((name for name in behind if name != UNSHOWN), key=lambda name: (name == OTHER, name))
    return {name: len(behind[name]) for name in shown}


def _unions(behind: Behind) -> Iterator[frozenset[str]]:
    groups = [people for name, people in behind.items() if name != UNSHOWN]
    for size in range(len(groups) + 1):
        for some in combinations(groups, size):
            yield frozenset().union(*some)


def may_follow(before: Behind, after: Behind) -> bool:
    """Whether a list may take the place of an earlier one: looking twice must give nobody away.

    Every number, and every sum of numbers, stays the same people or differs by at least k people who
    entered or left since. So nobody who comes in or takes something back is seen as plus or minus one.
    """
    k: int = settings.SMALL_NUMBER
    if not numbers(before):
        return True
    crowd = len(set().union(*before.values()) ^ set().union(*after.values()))
    if not numbers(after):
        return crowd >= k
    apart = {len(old ^ new) for old in set(_unions(before)) for new in set(_unions(after))}
    return not any(0 < n < k for n in (*apart, crowd))


def crowd_in_words(count: int | None) -> str:
    """How many people came, without a number; nothing when nobody counted (docs/domain.md, "Disclosure control")."""
    if count is None:
        return ""
    return _("a small group") if count < settings.SMALL_NUMBER else _("a larger group")
