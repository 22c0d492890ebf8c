"""Letting go after a while (4-quality.md rule 3; AVG art. 5(1)(e)): what is due, and the deed on it.

How long each kind is kept stands in config/website/my_data/register.toml, and is handed in as days. `due` is asked again
under a lock for every batch: who touched a row in the meantime keeps it.
"""

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
