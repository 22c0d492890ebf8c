"""In whose hands the story is that a row belongs to (docs/decisions/0020)."""

from django.db.models import Q


def told_by(reader, story="story"):
    """Its teller: by account, or with the code that was opened in this session."""
    mine = Q(**{f"{story}__receipt__in": reader.receipts}) if reader.receipts else Q(pk__in=())
    return mine | Q(**{f"{story}__teller": reader.pk}) if reader.is_known else mine


def kept_by(reader, story="story"):
    """Its teller; or the listener who wrote it down for somebody without an account."""
    mine = told_by(reader, story)
    listens = Q(**{f"{story}__teller": None, f"{story}__written_by": reader.pk})
    return mine | listens if reader.is_known else mine
