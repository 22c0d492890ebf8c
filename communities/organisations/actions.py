"""What administrators did, written down."""

from django.db import transaction

from communities.organisations.models import BackOfficeDeed, Organisation
from communities.rights.reader import Reader


@transaction.atomic
def note_deed(*, by, what, row, fields=()):
    """Write down who did what to which row, for each municipality this person is administrator of; no values."""
    return BackOfficeDeed.objects.bulk_create(
        BackOfficeDeed(
            by=by,
            municipality=municipality,
            what=what,
            about=row._meta.model_name,
            row=str(row.pk)[:40],
            fields=", ".join(fields)[:200],
        )
        for municipality in Organisation.objects.administered_by(Reader(user=by))
    )
