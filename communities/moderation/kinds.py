"""One kind of row that can be reported; each room lists its own in `reportable.py`."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Reportable:
    """One kind of row with words of people on a page.

    `slug` is its word in addresses, which stay Dutch. `rows(reader)` are those this reader may see: only they can be reported. `everything` is the bare
    queryset, for the handlers of a report alone. `authors(row)` are the accounts that wrote it, `words(row)`
    what stands in it, `back(row)` the address of the page it stands on.
    `derive(keys)` is called, in the same transaction, when rows with these keys were set aside or came back: for a
    kind that keeps on its own row what is set aside.
    """

    key: str
    slug: str
    label: str
    rows: Callable
    everything: Callable
    authors: Callable
    words: Callable
    back: Callable
    field: str = "pk"
    derive: Callable = lambda keys: None

    def find(self, reader, value):
        """The row with this key in its address, if this reader may see it."""
        return self.rows(reader).filter(**{self.field: value}).first()

    def row(self, about):
        """The row itself, for its handlers; None when it is gone."""
        return self.everything().filter(pk=about).first()


def people(*accounts):
    """Those accounts that are still there."""
    return [account for account in accounts if account is not None]
