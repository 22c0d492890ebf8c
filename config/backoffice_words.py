"""What fields are called in the back office, where a model gives no name of its own.

A name is no part of a table: it stands here, so that another word needs no migration.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

WORDS = {
    "areas": _("areas"),
    "asked_on": _("asked on"),
    "begins_on": _("begins on"),
    "code": _("code"),
    "community": _("community"),
    "decimals": _("decimals"),
    "does_not_say": _("what it does not say"),
    "folded_name": _("name to search by"),
    "imported_at": _("imported at"),
    "introduced_by": _("introduced by"),
    "is_active": _("may log in"),
    "joined_on": _("account since"),
    "key": _("key"),
    "label": _("label"),
    "level": _("kind of area"),
    "licence": _("licence"),
    "municipality": _("municipality"),
    "municipality_code": _("municipality code"),
    "name": _("name"),
    "office": _("department"),
    "opened_on": _("opened on"),
    "organisation": _("organisation"),
    "outline": _("outline"),
    "parent": _("part of"),
    "per_hundred": _("per hundred"),
    "position": _("place in the order"),
    "publisher": _("publisher"),
    "says": _("what it says"),
    "sentence": _("sentence"),
    "sha256": _("fingerprint"),
    "shown_since": _("name shown since"),
    "since": _("since"),
    "slug": _("part of the address"),
    "subject": _("subject"),
    "table": _("table"),
    "unchanged": _("same outline as the year before"),
    "unit": _("unit"),
    "until": _("until"),
    "user": _("person"),
    "year": _("year"),
}
# Help beside fields, and words of Django's own that its Dutch catalogue lacks.
ALSO = (
    gettext_noop("GM0363; municipalities only"),
    gettext_noop("GeoJSON geometry, WGS84"),
    gettext_noop("Same outline as the year before, says CBS; empty when CBS does not say."),
    gettext_noop("A share: drawn as a tally of a hundred"),
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
)


def name_fields(model):
    """Give every field of a model its word; a name that the model gave itself stays."""
    for field in model._meta.fields + model._meta.many_to_many:
        if field._verbose_name is None and field.name in WORDS:
            field.verbose_name = WORDS[field.name]
        if field.help_text in ALSO:
            field.help_text = _(field.help_text)
