"""The words of a story: what binds a consent to them, and how they are found."""

import hashlib

from django.contrib.postgres.search import SearchQuery, SearchVector


def fingerprint(*parts):
    """The hash that binds a consent to this very text (docs/principles.md rule 2)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


# Found by words: an index on this expression (migration 0005), so that no second copy of a text exists.
SEARCHED = ("title", "text", "later")
DUTCH = SearchVector(*SEARCHED, config="dutch")
OPENING = 320


# Words that PostgreSQL's Dutch leaves out; with another form beside them they would be asked for after all.
NOT_ASKED = frozenset(
    (
        "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan "
        "zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft "
        "hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen "
        "moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd doch wordt wezen kunnen ons "
        "zelf tegen na reeds wil kon niets uw iemand geweest andere "
    ).split()
)


def _forms(word):
    """A word with its plural or singular: to PostgreSQL's stems "bruggen" are not more than one "brug"."""
    if word.lower() in NOT_ASKED or not word.isalpha():
        return [word]
    found = [word, f"{word}en", f"{word}{word[-1]}en"]
    if word.endswith("en") and len(word) > 4:
        found.append(word[:-2])
        if word[-3] == word[-4]:
            found.append(word[:-3])
    return found


def _quoted(word):
    """In PostgreSQL's own language of queries `!` or `|` in somebody's words would mean something."""
    word = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{word}'"


def in_dutch(words):
    """A query for every word, in one of its forms, by its stem.

    Not "what begins with it": PostgreSQL cannot tell how rare that is, and reads a million stories in order.
    """
    each = [" | ".join(map(_quoted, _forms(word))) for word in words.split()[:12]]
    return SearchQuery(" & ".join(f"({forms})" for forms in each), config="dutch", search_type="raw")
