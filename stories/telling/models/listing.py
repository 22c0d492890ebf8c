"""How stories stand in lists: their quotes and first lines, found by words, newest first. It says nothing of who reads."""

from functools import reduce
from operator import or_

from django.db import connections
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Left, Substr
from django.utils import timezone

from communities.rights.reader import VisibleQuerySet
from stories.telling.models.kinds import StoryState
from stories.telling.wording import DUTCH, OPENING, SEARCHED, in_dutch

MOST_HITS = 2000


def allowed_now(use):
    """The condition for stories whose teller allows this use (one of `USES`) at this moment."""
    return Q(**{use: True}, until__gt=timezone.now())


class StoryListing(VisibleQuerySet):
    """What any list of stories asks, whoever reads it."""

    def with_quote(self):
        """Each story with `quoted` and its translation: cut from the living text, under live consent."""
        words = Substr("text", F("quote__start") + 1, F("quote__end") - F("quote__start"))
        return self.annotate(
            has_quote=Case(When(allowed_now("may_quote") & Q(quote__isnull=False), then=1), default=0),
            quoted=Case(When(has_quote=1, then=words), default=Value("")),
            translation=Case(When(has_quote=1, then=F("quote__translation")), default=Value("")),
        )

    def search(self, words):
        """Told stories in which every word occurs: in Dutch by its stem on PostgreSQL, literally elsewhere.

        There it asks the index first which stories these are. When they are few, only they are looked at; when they
        are many, the newest are found by walking from the newest. PostgreSQL itself cannot tell the two apart, and
        reads a million stories in order for a word that nobody used (docs/decisions/0028).
        """
        words = " ".join(words.split())
        if not words:
            return self.filter(state=StoryState.TOLD)
        if connections[self.db].vendor == "postgresql":
            told = self.filter(state=StoryState.TOLD)
            hits = type(self)(self.model, using=self.db).filter(state=StoryState.TOLD)
            hits = hits.alias(dutch=DUTCH).filter(dutch=in_dutch(words)).order_by()
            few = list(hits.values_list("pk", flat=True)[: MOST_HITS + 1])
            if len(few) <= MOST_HITS:
                return told.filter(pk__in=few)
            return told.alias(dutch=DUTCH).filter(dutch=in_dutch(words))
        found = self.filter(state=StoryState.TOLD)
        for word in words.split()[:12]:
            found = found.filter(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in SEARCHED)))
        return found

    def with_opening(self):
        """Each story with its first lines as `opening`, without the rest of its text."""
        return self.annotate(opening=Left("text", OPENING)).defer("text", "later")

    def newest_first(self, before=None):
        """The order of lists. `before` is (day, uuid) of the last one seen, so that no row is skipped over
        by counting, and the address says nothing about how many there are."""
        rows = self.order_by("-told_on", "-uuid")
        if before is None:
            return rows
        day, key = before
        return rows.filter(Q(told_on__lt=day) | Q(told_on=day, uuid__lt=key), told_on__lte=day)
