"""What a story's open consent allows now, kept on its row, so that a rule of reading asks plain columns.

Consent, key and set-aside stay the ledger; these columns say nothing of their own (docs/decisions/0028). Whoever
writes one of those rows calls `derive` in the same transaction; a test refuses any other write. Empty columns mean
that nobody but its teller reads the story.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import Case, DateTimeField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from communities.models import SetAside
from stories.consent.models import USES, Consent
from stories.keys.models import StoryKey
from stories.telling.models.kinds import KEPT
from stories.telling.models.story import Story

# A set-aside that two people let stay has no end.
WITHOUT_END = datetime(9000, 1, 1, tzinfo=UTC)


def _from_the_rows() -> dict[str, Any]:
    """What each kept column has to be: read from the open consent, the key and what is set aside."""
    consent = Consent.objects.not_withdrawn().filter(story=OuterRef("pk"))
    key = StoryKey.objects.filter(story=OuterRef("pk"))
    end = Case(When(stays_away_at__isnull=False, then=Value(WITHOUT_END)), default=F("until"))
    aside = SetAside.objects.not_ended().filter(kind="story", about=OuterRef("pk")).annotate(end=end)
    bound = Coalesce(Subquery(consent.values("text_hash")), Value(""))
    return {
        "reach": Subquery(consent.values("reach")),
        "until": Subquery(consent.values("until")),
        **{use: Coalesce(Subquery(consent.values(use)), Value(False)) for use in USES},
        "consented_hash": bound,
        # Told with an account nobody has to let it in: then the yes itself does.
        "let_in_hash": Coalesce(Subquery(key.values("let_in_hash")), bound),
        "aside_until": Subquery(aside.order_by("-end").values("end")[:1], output_field=DateTimeField()),
    }


def derive(stories: Iterable[Story | int]) -> None:
    """Bring the kept columns of these stories, or of the stories with these keys, up to date."""
    keys = [getattr(story, "pk", story) for story in stories]
    Story.objects.filter(pk__in=keys).update(**_from_the_rows())


def astray() -> QuerySet[Story]:
    """The stories of which a kept column is not what its rows say."""
    wanted = {f"wanted_{name}": expression for name, expression in _from_the_rows().items()}
    differs = Q()
    for name in KEPT:
        empty, wanted_empty = {f"{name}__isnull": True}, {f"wanted_{name}__isnull": True}
        # Comparing with an empty value says neither yes nor no: so it is asked apart.
        one_of_both = (Q(**empty) & ~Q(**wanted_empty)) | (~Q(**empty) & Q(**wanted_empty))
        other = F(f"wanted_{name}")
        differs |= one_of_both | Q(**{f"{name}__lt": other}) | Q(**{f"{name}__gt": other})
    return Story.objects.annotate(**wanted).filter(differs)


def narrow() -> int:
    """Where column and rows differ, keep the narrower of both, and say in how many stories that was.

    It never opens anything: what was written past `derive` is looked at by a person (`check_invariants`).
    """
    found = list(astray())
    for story in found:
        Story.objects.filter(pk=story.pk).update(**_narrower(story))
    return len(found)


def _narrower(story: Story) -> dict[str, Any]:
    """The smallest reach, the earliest end, only what both allow, and no hash that one of them does not have."""
    kept = {name: getattr(story, name) for name in KEPT}
    wanted = {name: getattr(story, f"wanted_{name}") for name in KEPT}
    shared = kept["reach"] is not None and wanted["reach"] is not None
    least = {name: min(kept[name], wanted[name]) if shared else None for name in ("reach", "until")}
    uses = {name: kept[name] and wanted[name] for name in USES}
    hashes = ("consented_hash", "let_in_hash")
    bound = {name: kept[name] if kept[name] == wanted[name] else "" for name in hashes}
    ends = [end for end in (kept["aside_until"], wanted["aside_until"]) if end]
    return {**least, **uses, **bound, "aside_until": max(ends, default=None)}
