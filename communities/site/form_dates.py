"""Two days in one form."""

from django.utils.translation import gettext_lazy as _


def refuse_swapped(form, name, first, last):
    """Say at field `name` that the last day lies before the first; a day that is missing is fine here."""
    if first and last and last < first:
        form.add_error(name, _("The last day lies before the first day. Did you swap them?"))
