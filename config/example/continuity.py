"""Plant what came and went under the groups: organisations, a tender, a letter, and the warnings of the night."""

from communities.models import Posting
from config.example.content import day, rows
from trajectories.continuity.actions import warn_of_cliffs
from trajectories.models import Handover, Stewardship, Tender


def plant_continuity(town):
    """A cold handover (nobody met), a tender ahead, and everybody told in time about money that ends."""
    for row in rows("stewardships", "continuity.toml"):
        Stewardship.objects.create(
            organisation=town[row["organisation"]],
            community=town[row["community"]],
            group=town.get(row.get("group")),
            since=day(row["since"]),
            until=day(row.get("until", "")),
            tendered=row.get("tendered", False),
        )
    for row in rows("tenders", "continuity.toml"):
        days = {"decides_on": day(row["decides_on"]), "starts_on": day(row["starts_on"])}
        Tender.objects.create(community=town[row["community"]], title=row["title"], **days)
    for row in rows("handovers", "continuity.toml"):
        words = {name: row[name] for name in ("learned", "people", "promised", "not_again")}
        office = town[row["office"]]
        Handover.objects.create(
            posting=Posting.objects.get(user=town[row["person"]], office=office),
            to_posting=Posting.objects.get(user=town[row["to"]], office=office),
            shared_on=day(row["shared"]),
            **words,
        )
    warn_of_cliffs()
