"""Canaries in what is public about places and people: names of communities, groups and offices, and meeting places."""

from datetime import time

from communities.models import InvitationKind, Posting
from tests.factories import communities


def _words(cage, where, row, *fields):
    """A token for everybody in each of these fields."""
    for field in fields:
        setattr(row, field, cage.token(f"{where}{field.replace('_', '')}", 4))
    row.save()


def plant_places(cage, cast):
    """What a community, its group, its organisations and its meeting places say about themselves."""
    own = ("own_words", "own_words_by", "policy_wording")
    _words(cage, "gemeenschap", cast.community, "name", *own)
    _words(cage, "kring", cast.group, "title", *own)
    _words(cage, "buurt", cast.area, "name")
    _words(cage, "stichting", cast.organisation, "name")
    keep = {"administrator"}
    cast.organisation.about = cage.token("overdestichting", None, keep, stays_because="about an organisation")
    cast.organisation.save()
    _words(cage, "afdeling", cast.office, "name")
    post = {"owners": {"official"}, "stays_because": "a post is of the office, not of a person"}
    function = f"als {cage.token('functie', 4, **post)}"
    Posting.objects.filter(user=cast.user("official")).update(function=function)
    place = communities.MeetingPlaceFactory(community=cast.community)
    _words(cage, "plek", place, "name", "address", "about")
    place.hours.create(
        kind="walk_in", weekday=1, opens=time(9), closes=time(12), what=cage.token("inloop", 4)
    )
    gone = communities.MeetingPlaceFactory(
        community=cast.community, closed_on=communities.days_ago(9), closed_why="?"
    )
    _words(cage, "dichteplek", gone, "name", "closed_why")
    _invited(cage, cast)


def _invited(cage, cast):
    """An official who is asked in: only who has the code reads for which work."""
    communities.InvitationFactory(
        community=None,
        office=cast.office,
        kind=InvitationKind.OFFICIAL,
        function=cage.token("uitgenodigd", None),
        created_by=cast.user("administrator"),
    )
