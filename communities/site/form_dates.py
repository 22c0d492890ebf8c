"""Days in forms and addresses."""

from datetime import date, datetime

from django.utils.timezone import is_aware
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1900, 2100


def day_in(text):
    """The day that an address names (`2027-01-01`), when it is one that this site counts with; else nothing."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def moment_in(text):
    """The moment that a page carried along, under the same rule."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if is_aware(found) and FIRST_YEAR <= found.year <= LAST_YEAR else None


def refuse_swapped(form, name, first, last):
    """Say at field `name` that the last day lies before the first; a day that is missing is fine here."""
    if first and last and last < first:
        form.add_error(name, _("The last day lies before the first day. Did you swap them?"))
