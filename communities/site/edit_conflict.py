"""Two people change the same row: the second sees both texts, and nothing vanishes (docs/principles.md rule 7).

The page carries a fingerprint of the row as it was when somebody opened it. When the row is another one by the
time they save, the form comes back once with what they typed and, under each field that differs, what stands
there now. Saving again is their choice: they have read both.
"""

from hashlib import sha256

from django import forms
from django.utils.choices import flatten_choices
from django.utils.formats import localize
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

PARTS, ROWS = "\x1f", "\x1e"


class EditConflictMixin:
    """For a form that changes a stored row. A form without `version` in what was sent is not compared."""

    version = ""

    def remember(self):
        """Keep the row as it is stored now; on the page it becomes the hidden field `version`."""
        self.stored = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        said = ROWS.join(f"{name}{PARTS}{_plain(value)}" for name, value in self.stored.items())
        self.version = sha256(said.encode()).hexdigest()[:20]

    def full_clean(self):
        """Clean as always; then compare with what was stored since the page was opened."""
        super().full_clean()
        sent = self.data.get("version", "") if self.is_bound else ""
        if self.version and sent and sent != self.version:
            self._show_both()

    def _show_both(self):
        self.add_error(
            None,
            _(
                "Somebody else changed this while you were writing. What you wrote stands below. Where it differs you read what it says now. Put it together, and save again."
            ),
        )
        for name in self.changed_data:
            if name in self.stored:
                self.add_error(name, _("Now it says: %(words)s") % {"words": self._in_words(name)})

    def _in_words(self, name):
        field, value = self.fields[name], self.stored[name]
        if isinstance(field, forms.ModelChoiceField):
            keys = value if isinstance(value, (list, tuple)) else [value]
            value = [
                str(row) for row in field.queryset.filter(pk__in=[getattr(k, "pk", k) for k in keys if k])
            ]
        elif hasattr(field, "choices"):
            names = {str(key): str(label) for key, label in flatten_choices(field.choices)}
            value = [names.get(str(key), str(key)) for key in (value if isinstance(value, list) else [value])]
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, list):
            value = ", ".join(value)
        words = localize(localtime(value) if hasattr(value, "tzinfo") and is_aware(value) else value)
        return str(words) if value not in (None, "") else _("nothing")


def _plain(value):
    """The same text for the same stored value, also for rows and lists of rows."""
    if isinstance(value, (list, tuple, set)):
        return PARTS.join(_plain(item) for item in value)
    return str(getattr(value, "pk", value))
