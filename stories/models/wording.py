"""The words of a story: what binds a consent to them, and how they are found."""

import hashlib

from django.contrib.postgres.search import SearchQuery, SearchVector


def fingerprint(*parts):
    """The hash that binds a consent to this very text (4-quality.md rule 2)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


# Found by words: an index on this expression (migration 0004), so that no second copy of a text exists.
SEARCHED = ("title", "text", "later")
DUTCH = SearchVector(*SEARCHED, config="dutch")
OPENING = 320


def in_dutch(words):
    """A query for every word by its stem, and for what begins with it: "brug" finds "bruggen" as well.

    Quoted, because in PostgreSQL's own language of queries `!` or `|` in somebody's words would mean something.
    """
    quoted = [word.replace("\\", "\\\\").replace("'", "''") for word in words.split()[:12]]
    return SearchQuery(" & ".join(f"'{word}':*" for word in quoted), config="dutch", search_type="raw")
