"""Plant the organisations, people, communities and places of the example town."""

from communities.models import (
    Appointment,
    Area,
    Community,
    CouncilTerm,
    MeetingPlace,
    Membership,
    Office,
    OpeningHours,
    Organisation,
    Posting,
    User,
)
from config.example.content import day, rows

DOMAIN = "@voorbeeld.samenspel.example"


def plant_offices(town):
    """Organisations and their offices."""
    for row in rows("organisations", "people.toml"):
        values = {"name": row["name"], "kind": row["kind"], "about": row.get("about", "")}
        town[row["key"]] = Organisation.objects.create(code=row.get("code", ""), **values)
    for row in rows("offices", "people.toml"):
        town[row["key"]] = Office.objects.create(organisation=town[row["organisation"]], name=row["name"])


def plant_communities(town):
    """The communities, their areas, places and hours; and when new councils began."""
    for row in rows("communities", "places.toml"):
        words = {name: row[name] for name in ("name", "own_words", "own_words_by", "policy_wording")}
        community = Community.objects.create(
            slug=row["key"], municipality=town["gemeente"], opened_on=day(row["opened"]), **words
        )
        community.areas.set(Area.objects.newest().filter(code__in=row["areas"]))
        town[row["key"]] = community
        for place in row["places"]:
            _plant_place(town, community, place)
    for begins in rows("council_terms", "places.toml"):
        CouncilTerm.objects.create(municipality=town["gemeente"], begins_on=day(begins))


def _plant_place(town, community, row):
    place = MeetingPlace.objects.create(
        community=community,
        name=row["name"],
        address=row.get("address", ""),
        about=row.get("about", ""),
        closed_on=day(row.get("closed", "")),
        closed_why=row.get("closed_why", ""),
    )
    town[f"place {place.name}"] = place
    for kind, weekdays, opens, closes, what in row.get("hours", []):
        OpeningHours.objects.bulk_create(
            OpeningHours(place=place, kind=kind, weekday=n, opens=opens, closes=closes, what=what)
            for n in weekdays
        )


def plant_people(town):
    """The cast of the example, with their memberships, posts and appointments."""
    for row in rows("people", "people.toml"):
        person = User.objects.create_user(f"{row['key']}{DOMAIN}", row["name"], is_active="gone" not in row)
        town[row["key"]] = person
        shown = {"shown_as": row.get("shown", "role")}
        for community, since, role in row.get("members", []):
            organisation = town[row["organisation"]] if role == "builder" else None
            Membership.objects.create(
                user=person,
                community=town[community],
                role=role,
                organisation=organisation,
                since=day(since),
                **shown,
            )
        for community in row.get("knocks", []):
            Membership.objects.create(user=person, community=town[community], role="resident", since=None)
        _plant_posts(town, person, row, shown)


def _plant_posts(town, person, row, shown):
    for office, function, since, until in row.get("posts", []):
        Posting.objects.create(
            user=person, office=town[office], function=function, since=day(since), until=day(until), **shown
        )
    if row.get("administrator"):
        Appointment.objects.create(user=person, municipality=town["gemeente"], since=day("-500d"))
