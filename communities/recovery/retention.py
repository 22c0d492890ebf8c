"""How long rows are kept about codes of one person, and how they are let go of."""

from communities.recovery.models import Card, RecoveryCode
from communities.retention.jobs import Job, cutoff, delete


def old_cards(days):
    """A card that nobody took up in all this time."""
    return Card.objects.filter(made_at__lte=cutoff(days))


def old_recovery_codes(days):
    """That somebody was let back in is kept for a year, in case it was not right."""
    return RecoveryCode.objects.filter(made_at__lte=cutoff(days))


JOBS = [
    Job("cards", Card, "keep_days", old_cards, delete),
    Job("ways in", RecoveryCode, "keep_days", old_recovery_codes, delete),
]
