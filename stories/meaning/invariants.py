"""What must always hold about what is made together of stories: each rule gives the keys of rows that break it, never their words."""

from django.db.models import Count, F, Q

from communities.site.row_keys import keys_of
from stories.meaning.models.observations import Observation, Party
from stories.meaning.models.reports import ReportPart
from stories.meaning.models.rounds import Choice, StoryRef
from stories.meaning.models.sessions import StoryLesson
from stories.telling.models.kinds import StoryState

PLACES = (
    (StoryRef, ("observation", "session", "round", "choice__round")),
    (ReportPart, ("report",)),
    (StoryLesson, ("",)),
    (Choice, ("round",)),
)


def story_lies_where_it_was_told():
    """A told story is pointed at, in its own community: who may read a page follows from that community."""
    found = []
    for model, ways in PLACES:
        here = Q()
        for way in ways:
            here |= Q(**{"__".join(filter(None, (way, "community"))): F("story__community")})
        rows = model.objects.filter(story__isnull=False)
        fits = rows.filter(here, story__state=StoryState.TOLD)
        found += [f"{model._meta.label}:{pk}" for pk in keys_of(rows.exclude(pk__in=fits.values("pk")))]
    return found


def published_observation_has_two_sides():
    """Two kinds of party said what it means, one of them a resident (docs/domain.md, stories)."""
    published = Observation.objects.filter(approved_on__isnull=False)
    resident = Observation.objects.filter(interpretations__party=Party.RESIDENT).values("pk")
    other = Observation.objects.filter(interpretations__party__in=set(Party) - {Party.RESIDENT}).values("pk")
    return keys_of(published.exclude(pk__in=resident) | published.exclude(pk__in=other))


def choice_was_made_with_residents():
    """At least half of the panel were residents on that day; who came or went that very day may be either."""
    sat = Q(round__panel__since__lt=F("on")) & (
        Q(round__panel__until=None) | Q(round__panel__until__gt=F("on"))
    )
    may_have = Q(round__panel__since__lte=F("on"), round__panel__party=Party.RESIDENT)
    may_have &= Q(round__panel__until=None) | Q(round__panel__until__gte=F("on"))
    rows = Choice.objects.annotate(
        sat=Count("round__panel", filter=sat), residents=Count("round__panel", filter=may_have)
    )
    return keys_of(rows.filter(Q(residents=0) | Q(sat__gt=F("residents") * 2)))


RULES = [
    story_lies_where_it_was_told,
    published_observation_has_two_sides,
    choice_was_made_with_residents,
]
