"""What holds for every field of every form, so that no form has to think of it (docs/principles.md rule 9).

What steers a screen or a database is taken out before a field looks at it. A field that names no limit of its own
takes 500 characters on a line and 50,000 in a text; a mail address fits where it is kept. A day lies between 1900
and 2100: people tell of their grandparents, and money is promised for a generation at most.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from communities.site.form_dates import FIRST_YEAR, LAST_YEAR
from communities.site.plain_text import LONGEST, LONGEST_LINE, clean_line, clean_text

LONGEST_MAIL = 254
# They are typed as text and become something else.
NO_TEXT = (forms.UUIDField, forms.JSONField)
MANY_LINES = (forms.Textarea, forms.HiddenInput)
TEXT_TOO_LONG = _("This is longer than 50,000 characters. Nothing was lost.")
LINE_TOO_LONG = _("This is longer than 500 characters. Nothing was lost.")


def refuse_a_far_year(day):
    """A day, or a moment, that a calendar can count with; a year further too."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise ValidationError(_("Choose a day between %(first)s and %(last)s."), code="year", params=years)


def limit(field):
    """Add to one field of one form what it does not say by itself."""
    if isinstance(field, (forms.DateField, forms.DateTimeField)):
        field.validators.append(refuse_a_far_year)
    elif isinstance(field, forms.EmailField):
        field.validators.append(MaxLengthValidator(LONGEST_MAIL))
    elif isinstance(field, forms.CharField) and not isinstance(field, NO_TEXT) and field.max_length is None:
        many = isinstance(field.widget, MANY_LINES)
        kept = (LONGEST, TEXT_TOO_LONG) if many else (LONGEST_LINE, LINE_TOO_LONG)
        field.validators.append(MaxLengthValidator(*kept))


class FormRules:
    """Stands first among the bases of a form."""

    def full_clean(self):
        for field in self.fields.values():
            if not getattr(field, "is_limited", False):
                field.is_limited = True
                limit(field)
        super().full_clean()

    def _widget_data_value(self, widget, html_name):
        """What was sent for one field, on its way to the field and back to the page."""
        found = super()._widget_data_value(widget, html_name)
        clean = clean_text if isinstance(widget, MANY_LINES) else clean_line
        if isinstance(found, (list, tuple)):
            return [clean(value) if isinstance(value, str) else value for value in found]
        return clean(found) if isinstance(found, str) else found
