"""Who gets in where: at the table, and what comes of a gathering."""

from django.utils import timezone

from tests.access import EVERYONE, HIDDEN, LIVING_HERE, MEMBERS, Row
from tests.factories import communities
from trajectories.models import ArtProject, Insight, TablePromise, Theme, YearlyChange

ORGANISERS = ["host", "builder"]
GROUP = ["host", "participant", "builder"]


def group(scene):
    return [scene.cast.group.pk]


def year(scene):
    return [scene.cast.group.pk, timezone.localdate().year]


ROWS = [
    Row("at_table", lambda s: [s.closed.pk], opens=ORGANISERS),
    Row("at_table", lambda s: [s.closed.pk], opens=ORGANISERS, method="post", visitor=403, answers=409),
    Row("at_table", lambda s: [s.open_door.pk], opens=ORGANISERS),
    Row("harvest_reach", lambda s: [s.harvest.pk], opens=ORGANISERS),
    Row("write_insight", lambda s: [s.closed.pk], opens=ORGANISERS),
    Row("write_insight", lambda s: [s.group_only.pk], opens=[]),
    Row("make_theme", lambda s: [s.insight.pk], opens=ORGANISERS, method="post"),
    Row("name_theme", group, opens=ORGANISERS),
    Row("theme", lambda s: [s.theme.pk], opens=MEMBERS, visitor=HIDDEN),
    Row("theme", lambda s: [s.inside.pk], opens=GROUP, visitor=HIDDEN),
    Row("theme", lambda s: [999_999], opens=[], visitor=HIDDEN),
    Row("explore_theme", lambda s: [s.theme.pk], opens=ORGANISERS),
    Row("settle_promise", lambda s: [s.promised.pk], opens=ORGANISERS),
    Row("decide", lambda s: [s.closed.pk], opens=["host"]),
    Row("found", group),
    Row("write_change", group, opens=ORGANISERS),
    Row("changed", year),
    Row("changed", lambda s: [s.cast.group.pk, 1950], opens=[], visitor=HIDDEN),
    Row("change", lambda s: [s.waiting.pk], opens=GROUP, visitor=HIDDEN, answers=302),
    Row("change", lambda s: [s.agreed.pk], opens=EVERYONE, answers=302),
    Row("rewrite_change", lambda s: [s.waiting.pk], opens=ORGANISERS),
    Row("rewrite_change", lambda s: [s.agreed.pk], opens=[]),
    Row("approve_change", lambda s: [s.waiting.pk], opens=GROUP, method="post"),
    Row("add_art", lambda s: [s.trajectory.pk], opens=["host"]),
    Row("change_art", lambda s: [s.art.pk], opens=["host"]),
    Row(
        "start_initiative",
        lambda s: [s.community.slug],
        opens=LIVING_HERE,
        data=lambda s: {"thema": s.inside.pk},
    ),
]


def scene(scene):
    """A theme of the community, one from a harvest that only the group reads, and words that wait for a yes."""
    cast = scene.cast
    here = {"community": cast.community, "group": cast.group}
    scene.theme = Theme.objects.create(**here, words="The street is dark.")
    scene.inside = Theme.objects.create(**here, harvest=scene.harvest, words="We are tired.")
    scene.insight = Insight.objects.create(**here, harvest=scene.harvest, words="Light is company.")
    scene.promised = TablePromise.objects.create(
        **here, harvest=scene.harvest, what="Ask about the lamp.", who="a host"
    )
    words = {
        "group": cast.group,
        "year": timezone.localdate().year,
        "what": "People say hello.",
        "for_whom": "Who walks here.",
        "why": "It is ours again.",
        "our_part": "We sat on the bench.",
    }
    scene.waiting = YearlyChange.objects.create(**words)
    scene.agreed = YearlyChange.objects.create(**words, approved_on=timezone.localdate())
    scene.art = ArtProject.objects.create(
        trajectory=scene.trajectory,
        title="The wall",
        own_words="We paint who came.",
        artists="a painter",
        since=communities.days_ago(30),
    )
