"""Who is looking, and how far a row reaches.

Visibility is a queryset and nothing else (docs/architecture.md): every model with rows that are not
for everyone says in `visible_to(reader)` who may see them, and every page, search, export and
mail starts there. This module holds the two things those rules share: the reader, and the ladder.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import IntegerChoices, Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from communities.rights import standing


class Reach(IntegerChoices):
    """The one ladder for what may be kept closer (docs/domain.md, "Reach")."""

    ONLY_ME = 0, _("Only me")
    GROUP = 1, _("My group")
    COMMUNITY = 2, _("My community")
    MUNICIPALITY = 3, _("My community and the municipality")
    EVERYONE = 4, _("Everyone")


@dataclass(frozen=True)
class Reader:
    """Whoever looks at a page: a person, or a visitor without an account.

    `as_municipality` is "look with the municipality's eyes": it only ever takes rows away (P2). `receipts` are
    the codes of stories told without an account that were opened in this session.
    """

    user: Any = field(default_factory=AnonymousUser)
    as_municipality: bool = False
    receipts: tuple[int, ...] = ()
    _kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def cached(self, name: str, build: Callable[[], Any]) -> Any:
        """What a rule needs to know about this reader, built once per request."""
        if name not in self._kept:
            self._kept[name] = build()
        return self._kept[name]

    @property
    def is_known(self) -> bool:
        """True for somebody who logged in."""
        return bool(self.user.is_authenticated)

    @property
    def pk(self) -> int:
        """The key of the person; 0 for a visitor, because None would match rows of erased people."""
        return self.user.pk or 0

    @property
    def floor(self) -> Reach:
        """The lowest reach this reader looks at: officials read nothing below rung 3."""
        return Reach.MUNICIPALITY if self.as_municipality else Reach.ONLY_ME


class ReaderMiddleware:
    """Put the reader on the request, so that no view invents its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.reader = SimpleLazyObject(
            lambda: Reader(
                user=request.user,
                as_municipality=request.GET.get("ogen") == "gemeente",
                receipts=tuple(request.session.get("receipts", ())),
            )
        )
        return self.get_response(request)


class VisibleQuerySet(models.QuerySet):
    """The one door: each model says here who may see its rows, and who may change them."""

    def visible_to(self, reader: Reader) -> Self:
        """The rows this reader may see. Hidden means absent (404), never "forbidden"."""
        raise NotImplementedError

    def editable_by(self, reader: Reader) -> Self:
        """The rows this reader may change; nobody, unless a model says otherwise."""
        return self.none()

    def as_seen_by(self, reader: Reader) -> Self:
        """The visible rows, each with `may_edit`, by one EXISTS."""
        rows = self.model._default_manager.editable_by(reader)  # type: ignore[attr-defined]  # each of ours has it
        mine = rows.filter(pk=models.OuterRef("pk"))
        return self.visible_to(reader).annotate(may_edit=models.Exists(mine))


class PublicQuerySet(VisibleQuerySet):
    """Rows that everybody may see, always (rung 4, "always public")."""

    def visible_to(self, reader: Reader) -> Self:
        return self.all()


def reaches(reader: Reader, prefix: str = "", reach: str = "reach") -> Q:
    """The condition for rows on the ladder: `reach` is the field, `prefix` leads to community and group.

    Nothing here multiplies rows, so none is counted twice.
    """
    community, group = f"{prefix}community__in", f"{prefix}group__in"
    everyone = Q(**{reach: Reach.EVERYONE, f"{prefix}community__opened_on__isnull": False})
    if not reader.is_known:
        return everyone
    at_least = f"{reach}__gte"
    served = f"{prefix}community__municipality__in"
    seen = everyone | Q(**{at_least: Reach.COMMUNITY, community: standing.joined(reader)})
    seen |= Q(**{at_least: Reach.MUNICIPALITY, served: standing.employers(reader)})
    seen |= Q(**{at_least: Reach.GROUP, group: standing.grouped(reader)})
    return seen & Q(**{at_least: reader.floor})


VISITOR = Reader()
