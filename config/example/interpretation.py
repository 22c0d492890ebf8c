"""Plant what people of the example town made of stories together, by the same deeds as on the site."""

from config.example.content import day, rows
from stories.meaning.actions import rounds, together
from stories.models import (
    ChangeRound,
    NamedTheme,
    Observation,
    Reading,
    ReadingSession,
    Story,
    StoryLesson,
    StoryReport,
)

FILE = "interpretation.toml"
OTHERS = {"naima": "gerrit", "gerrit": "naima", "tineke": "gerrit", "joost": "naima"}


def _keep(town, model, row, **values):
    """Written by one person, with the yes of a resident and of somebody else when it is agreed."""
    here = model(community=town[row["community"]])
    return together.keep(by=town[row["by"]], row=here, values={"reach": 4, **values})


def _agree(town, row, made):
    for name in (row["by"], OTHERS[row["by"]]):
        together.agree(by=town[name], row=made)


def _story(title):
    return Story.objects.get(title=title)


def plant_interpretation(town):
    """Observations and sessions before the report that points at them."""
    for row in rows("observations", FILE):
        seen = _plant_observation(town, row)
    for row in rows("sessions", FILE):
        met = _plant_session(town, row)
    for row in rows("reports", FILE):
        _plant_report(town, row, seen, met)
    for row in rows("rounds", FILE):
        _plant_round(town, row)
    for row in rows("lessons", FILE):
        made = _keep(town, StoryLesson, row, words=row["words"], story=_story(row["story"]))
        _agree(town, row, made)
    for row in rows("readings", FILE):
        at = {"area_code": row["area"], "subject": row["subject"]}
        made = _keep(town, Reading, row, words=row["words"], **at)
        for name in (row["by"], row["with"]):
            together.agree(by=town[name], row=made)


def _plant_observation(town, row):
    made = _keep(town, Observation, row, words=row["words"])
    for title in row["stories"]:
        together.lay_story(by=town[row["by"]], row=made, story=_story(title))
    for name, words in row["sides"]:
        together.interpret(by=town[name], observation=made, words=words)
    _agree(town, row, made)
    values = {"words": row["bundle"], "why": row["why"], "observations": [made]}
    _agree(town, row, _keep(town, NamedTheme, row, **values))
    return made


def _plant_session(town, row):
    values = {"on": day(row["days"]), "place": row["place"], "came_of_it": row["came_of_it"]}
    made = _keep(town, ReadingSession, row, **values)
    for title, why in row["stories"]:
        together.lay_story(by=town[row["by"]], row=made, story=_story(title), why=why)
    _agree(town, row, made)
    return made


def _plant_report(town, row, seen, met):
    made = _keep(town, StoryReport, row, title=row["title"], opening=row["opening"])
    heading, title = row["quote"]
    parts = [
        dict(zip(("title", "words"), row["begins"], strict=True)),
        {"title": heading, "story": _story(title)},
        {"observation": seen},
        {"session": met},
        dict(zip(("title", "words"), row["ends"], strict=True)),
    ]
    for values in parts:
        together.add_part(by=town[row["by"]], report=made, values=values)
    _agree(town, row, made)


def _plant_round(town, row):
    dates = {"begins_on": day(row["begins"]), "ends_on": day(row["ends"])}
    made = _keep(town, ChangeRound, row, title=row["title"], domains=row["domains"], **dates)
    for title in row["offered"]:
        story = _story(title)
        rounds.offer_story(by=story.teller, round=made, story=story)
    for name in row["panel"]:
        rounds.sit_down(by=town[name], round=made)
    chosen = {"domain": 0, "story": _story(row["chosen"]), "reason": row["reason"]}
    rounds.choose(by=town[row["chooser"]], round=made, **chosen)
    words = {"differently": row["differently"], "told_back": row["told_back"]}
    _agree(town, row, rounds.close_round(by=town[row["by"]], round=made, **words))
