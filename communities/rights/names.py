"""How a person appears on a page: by role, unless they said yes to a name."""

from collections.abc import Collection
from datetime import timedelta

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from communities.site.dates import today

NAME_FADES_AFTER = timedelta(days=730)


class NameVisibility(models.TextChoices):
    ROLE = "role", _("Only what I do here, no name")
    COMMUNITY = "community", _("My name, for people of my community")
    EVERYONE = "everyone", _("My name, for everyone")


class HasNameVisibility(models.Model):
    """A row that puts a person on a page carries the person's own dated yes to being named.

    Default is the role. The yes can be taken back, and two years after somebody left only the
    role remains (docs/domain.md, "Names of people").
    """

    shown_as = models.CharField(
        _("how I am shown"), max_length=10, choices=NameVisibility, default=NameVisibility.ROLE
    )
    shown_since = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


def shown_name(name: Combinable, joined: models.QuerySet | Collection[int], community: str) -> Case:
    """The expression for the name this reader may read, or an empty text where only the role may stand.

    `name` is the expression of the name itself, `joined` the subquery of communities whose members
    the reader belongs to, `community` the path from the row to its community.
    """
    recent = Q(until__isnull=True) | Q(until__gt=today() - NAME_FADES_AFTER)
    told_all = Q(shown_as=NameVisibility.EVERYONE) & recent
    told_us = Q(shown_as=NameVisibility.COMMUNITY, **{f"{community}__in": joined}) & recent
    return Case(When(told_all | told_us, then=name), default=Value(""))


def person_name(field: str = "user") -> Coalesce:
    """The chosen name of the account, or nothing when the account is gone."""
    return Coalesce(F(f"{field}__display_name"), Value(""))


BY_ROLE = {"shown_as": NameVisibility.ROLE, "shown_since": None}
