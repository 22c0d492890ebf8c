"""What can be reported. Each app lists its kinds in its own `reportable.py`; config gathers them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, MeetingPlace, with_words


@dataclass(frozen=True)
class Reportable:
    """One kind of row with words of people on a page.

    `rows(reader)` are those this reader may see: only they can be reported. `everything` is the bare
    queryset, for the handlers of a report alone. `authors(row)` are the accounts that wrote it, `words(row)`
    what stands in it, `back(row)` the address of the page it stands on.
    """

    key: str
    label: str
    rows: Callable
    everything: Callable
    authors: Callable
    words: Callable
    back: Callable
    field: str = "pk"

    def find(self, reader, value):
        """The row with this key in its address, if this reader may see it."""
        return self.rows(reader).filter(**{self.field: value}).first()

    def row(self, about):
        """The row itself, for its handlers; None when it is gone."""
        return self.everything().filter(pk=about).first()


def people(*accounts):
    """Those accounts that are still there."""
    return [account for account in accounts if account is not None]


KINDS = [
    Reportable(
        key="gemeenschap",
        label=_("the own words of a community"),
        rows=lambda reader: with_words(Community.objects.visible_to(reader)).filter(words_aside=False),
        everything=Community.objects.all,
        authors=lambda row: [],
        words=lambda row: [row.own_words, row.own_words_by, row.policy_wording],
        back=lambda row: row.get_absolute_url(),
    ),
    Reportable(
        key="plek",
        label=_("a meeting place"),
        rows=MeetingPlace.objects.visible_to,
        everything=MeetingPlace.objects.all,
        authors=lambda row: [],
        words=lambda row: [row.name, row.address, row.about, row.closed_why],
        back=lambda row: reverse("community", args=[row.community.slug]),
    ),
]
