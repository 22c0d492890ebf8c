"""Canaries at the table: what came of harvests on every rung, decisions, words that wait for a yes, and art."""

from django.utils import timezone

from tests.factories import communities
from tests.house.cage import ORGANISERS
from trajectories.models import (
    ArtProject,
    Decision,
    Gathering,
    Harvest,
    Insight,
    TablePromise,
    Theme,
    YearlyChange,
)

TYPED = "a line of the group that is still being typed"


def plant_table(cage, cast, trajectory):
    """On each rung an insight, a theme and a promise; lines that are still being typed; a yes given and not."""
    here = {"community": cast.community, "group": cast.group}

    def tokens(where, reach, *fields):
        return {
            field: cage.token(f"{where}{reach}{field.replace('_', '')}", reach, in_group=True)
            for field in fields
        }

    for harvest in Harvest.objects.filter(told__contains="kanarie").order_by("reach"):
        at = {**here, "harvest": harvest}
        Insight.objects.create(**at, **tokens("inzicht", harvest.reach, "words", "differently"))
        Theme.objects.create(**at, **tokens("thema", harvest.reach, "words", "in_the_way", "why", "why_that"))
        settled = {"outcome": "kept", "settled_on": timezone.localdate()}
        TablePromise.objects.create(
            **at, **settled, **tokens("beloofd", harvest.reach, "what", "who", "outcome_words")
        )
        TablePromise.objects.create(**at, **tokens("openbeloofd", harvest.reach, "what", "who"))
        harvest.noted = {"theme": cage.token(f"tafel{harvest.reach}", None, ORGANISERS, stays_because=TYPED)}
        harvest.save()
    Theme.objects.create(**here, **tokens("losthema", 2, "words"))
    for gathering in Gathering.objects.filter(harvest=None, start_question__contains="kanarie"):
        words = tokens("besluit", gathering.reach, "question", "proposal", "objections", "used")
        Decision.objects.create(gathering=gathering, passed=False, **words)
    fields = ("what", "for_whom", "why", "our_part", "who_else")
    year = timezone.localdate().year
    YearlyChange.objects.create(group=cast.group, year=year, **tokens("wacht", 1, *fields))
    YearlyChange.objects.create(
        group=cast.group, year=year, approved_on=communities.days_ago(1), **tokens("eens", 4, *fields)
    )
    art = tokens("kunst", 4, "title", "own_words", "artists", "place_text")
    ArtProject.objects.create(trajectory=trajectory, since=communities.days_ago(30), **art)
