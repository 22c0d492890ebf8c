"""Plant what came of gatherings: themes, promises, decisions, what changed, and art."""

from communities.site.dates import today
from config.example.content import day, moment, rows
from trajectories.models import (
    ArtProject,
    Decision,
    Gathering,
    Harvest,
    Insight,
    Signal,
    TablePromise,
    Theme,
    YearlyChange,
)

FILE = "table.toml"
CAN = ("in_the_way", "why", "why_that", "who_can")


def plant_table(town):
    """Everything hangs on a harvest that stands already, and keeps its trail."""
    for row in rows("tables", FILE):
        if "told" in row:
            _plant_harvest(town, row)
        harvest = _harvest_of(town, row)
        harvest.head_count, harvest.new_faces = row["here"], row["new"]
        harvest.asked_on = harvest.approved_on
        harvest.save()
        on = harvest.gathering.starts_at.date()
        here = {
            "community": harvest.community,
            "group": harvest.group,
            "harvest": harvest,
            "noted_on": on,
        }
        _plant_themes(town, row, here)
        for what, who, due, outcome, words in row["promises"]:
            settled = today() if outcome else None
            TablePromise.objects.create(
                **here,
                what=what,
                who=who,
                due_on=day(due),
                outcome=outcome,
                outcome_words=words,
                settled_on=settled,
            )


def _plant_harvest(town, row):
    group, starts = town[row["group"]], moment(row["at"])
    here = {"community": group.community, "group": group}
    gathering = Gathering.objects.create(
        **here, starts_at=starts, start_question=row["question"], movements=["connect", "learn"], reach=2
    )
    Harvest.objects.create(
        **here, gathering=gathering, told=row["told"], insights=row["insights"], approved_on=starts.date()
    )


def _harvest_of(town, row):
    found = Harvest.objects.select_related("gathering", "group", "community")
    return found.get(group=town[row["group"]], gathering__starts_at=moment(row["at"]))


def _plant_themes(town, row, here):
    insight = Insight.objects.create(**here, words=row["insight"], differently=row["differently"])
    for words in row.get("themes", []):
        Theme.objects.create(**here, words=words)
    if "from_insight" in row:
        values = {name: row.get(name, "") for name in CAN}
        theme = Theme.objects.create(**here, born_of=insight, words=row["from_insight"], **values)
        Signal.objects.filter(title=row.get("signal", "")).update(theme=theme)
        if "initiative" in row:
            initiative = town[row["initiative"]].initiative
            initiative.born_of_theme = theme
            initiative.save()


def plant_course(town):
    """Decisions of course, one not carried yet; what changed, one waiting for its yeses; and art."""
    for row in rows("decisions", FILE):
        gathering = _harvest_of(town, row).gathering
        words = {name: row[name] for name in ("question", "proposal", "objections", "used", "passed")}
        Decision.objects.create(gathering=gathering, decided_on=gathering.starts_at.date(), **words)
    for row in rows("changes", FILE):
        words = {name: row[name] for name in ("what", "for_whom", "why", "our_part", "who_else")}
        agreed = day(f"{row['year']}-12-16") if row["agreed"] else None
        YearlyChange.objects.create(group=town[row["group"]], year=row["year"], approved_on=agreed, **words)
    for row in rows("art", FILE):
        words = {name: row[name] for name in ("title", "own_words", "artists", "place_text")}
        since, until = day(row["since"]), day(row["until"])
        ArtProject.objects.create(trajectory=town[row["group"]].trajectory, since=since, until=until, **words)
