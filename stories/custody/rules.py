"""In whose hands the story is that a row belongs to (docs/decisions/0020)."""

from typing import Any

from django.db.models import Q

from communities.rights import standing
from communities.rights.reader import Reader


def told_by(reader: Reader, story: str = "story") -> Q:
    """Its teller: by account, or with the code that was opened in this session."""
    mine = Q(**{f"{story}__receipt__in": reader.receipts}) if reader.receipts else Q(pk__in=())
    if not reader.is_known:
        return mine
    # Who wrote it down for somebody had the code on their own screen: in their hands it is no teller's.
    own_hands = Q(**{f"{story}__written_by": reader.pk})
    return (mine & ~own_hands) | Q(**{f"{story}__teller": reader.pk})


def listens(reader: Reader) -> dict[str, Any]:
    """Written down by the reader for somebody without an account, as long as the reader takes part there.

    Who leaves, or goes to work for the municipality, reads no more of it than everybody: it was told to a
    neighbour or a builder, and they are no longer that.
    """
    here = standing.joined(reader)
    return {"teller": None, "written_by": reader.pk, "community__in": here}


def kept_by(reader: Reader, story: str = "story") -> Q:
    """Its teller; or the listener who wrote it down."""
    mine = told_by(reader, story)
    if not reader.is_known:
        return mine
    return mine | Q(**{f"{story}__{name}": value for name, value in listens(reader).items()})
