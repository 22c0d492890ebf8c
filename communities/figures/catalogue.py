"""The catalogue: which indicators are shown, in which words, and what they do not say (O4, P3, P4)."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from communities.figures.imports.columns import column_keys, squeezed
from communities.figures.imports.errors import ImportRefused
from communities.figures.models import Indicator

OURS = Path(__file__).parents[1] / "catalogue.toml"
WORDS = (
    "subject",
    "label",
    "unit",
    "sentence",
    "says",
    "does_not_say",
    "decimals",
    "per_hundred",
    "position",
)


class Catalogue:
    """The entries of one TOML file, found by the columns they name."""

    def __init__(self, path=OURS):
        try:
            data = tomllib.loads(Path(path).read_text())
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ImportRefused(_("The catalogue %(path)s cannot be read.") % {"path": path}) from error
        self.subjects = data.get("subjects", {})
        self.entries = data.get("indicator", [])
        for number, entry in enumerate(self.entries, 1):
            if not entry.get("key") or not entry.get("columns") or "{value}" not in entry.get("sentence", ""):
                raise ImportRefused(
                    _(
                        "Indicator %(number)s of the catalogue needs a key, columns and a sentence with {value}."
                    )
                    % {"number": number}
                )
            entry["position"] = number
        self.by_column = {squeezed(name): entry for entry in self.entries for name in entry["columns"]}

    def entry(self, key):
        """What the catalogue says of a column, however its publisher writes it; nothing when it is kept unshown."""
        return self.by_column.get(squeezed(key))

    def spoken(self, keys):
        """(how many kinds of figures of these columns are shown, how many are kept)."""
        entries = {key: self.entry(key) for key in keys}
        shown = {entry["key"] for entry in entries.values() if entry}
        return len(shown), len(shown) + sum(entry is None for entry in entries.values())

    def indicators(self, keys, titles):
        """The indicator of each column, made or brought up to date; others are kept without a sentence."""
        labels = dict(zip(column_keys(titles), titles, strict=True))
        found = {}
        for key in keys:
            entry = self.entry(key)
            if entry:
                words = {name: entry[name] for name in WORDS if name in entry}
                row, _made = Indicator.objects.update_or_create(key=entry["key"], defaults=words)
            else:
                label = re.sub(r"_\d+$", "", labels.get(key, key)) or key
                row, _made = Indicator.objects.get_or_create(
                    key=f"kolom:{key}"[:120], defaults={"label": label[:160], "position": 9999}
                )
            found[key] = row.pk
        return found


@lru_cache
def ours():
    """The catalogue that comes with the site."""
    return Catalogue()


def subject_title(subject):
    """The heading of a subject, in Dutch, as the catalogue gives it."""
    return ours().subjects.get(subject, subject)
