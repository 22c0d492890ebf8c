"""Saying yes to words of the group."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from communities.models import Community
from communities.rights.reader import Reader
from communities.site.dates import today


def approve(*, by, row, community, seen=""):
    """Two different people, at least one a resident, before words leave the group (docs/domain.md).

    `seen` marks the version somebody read: a yes never goes to words that were changed meanwhile.
    `ValidationError` when the words changed since they were read, when the same person says yes twice, and
    when a second yes would leave no resident among the two.
    """
    if seen and row.changed_at.isoformat() != seen:
        raise ValidationError(_("It was changed meanwhile. Please read it again before you say yes."))
    if by.pk in {row.approved_by_resident_id, row.approved_by_other_id}:
        raise ValidationError(_("You already said yes. Somebody else has to read it too."))
    lives_here = Community.objects.lived_in_by(Reader(user=by)).contains(community)
    if lives_here and row.approved_by_resident_id is None:
        row.approved_by_resident = by
    elif row.approved_by_other_id is None:
        row.approved_by_other = by
    else:
        raise ValidationError(_("A resident still has to say yes."))
    if row.approved_by_resident_id and row.approved_by_other_id:
        row.approved_on = today()
    row.save()
    return row
