"""Tokens in what comes and goes under a group, and in letters of who leaves: a draft is its writer's alone."""

from tests.factories import communities
from trajectories.models import Handover, Tender

SHARED = "a letter that was shared stays the group's, signed by role"


def plant_continuity(cage, cast):
    """A tender for everybody; a draft, and a letter that was shared with the hosts, of a group and an office."""
    Tender.objects.create(
        community=cast.community, title=cage.token("besluit", 4), decides_on=communities.days_ago(-90)
    )
    fields = ("learned", "people", "promised", "not_again")
    part = cast.group.members.get(user=cast.builder)
    readers = {"builder", "host"}
    words = {
        name: cage.token(f"overdracht{name[:3]}", None, readers, stays_because=SHARED) for name in fields
    }
    Handover.objects.update_or_create(part=part, defaults={"shared_on": communities.days_ago(3), **words})
    post = cast.official.postings.get()
    words = {name: cage.token(f"brief{name[:3]}", None, {"official"}) for name in fields}
    Handover.objects.update_or_create(posting=post, defaults=words)
