"""Plant what people of Lingerveen said under each other's stories, and where a sentence is used."""

from config.example.content import day, moment, rows
from stories.models import Consent, Pair, Recognition, Story, StoryCitation
from stories.telling.actions.telling import HOLDS_FOR
from stories.telling.derived import derive
from trajectories.models import Signal, Theme

FILE = "reading.toml"


def plant_reading(town):
    """Recognitions, an addition, a pair that waits for a yes, and sentences beside a signal, a theme and figures."""
    told = {story.title: story for story in Story.objects.told().select_related("community")}
    for row in rows("recognitions", FILE):
        said = moment(row["days"])
        Recognition.objects.create(
            story=told[row["story"]],
            by=town[row["by"]],
            words=row["words"],
            pseudonym=row["name"],
            reach=row["reach"],
            given_at=said,
            until=said + HOLDS_FOR,
        )
    for row in rows("later", FILE):
        _plant_later(told[row["story"]], row)
    for row in rows("pairs", FILE):
        two = {"proposed": told[row["proposed"]], "other": told[row["other"]]}
        Pair.objects.create(proposed_on=day(row["day"]), **two)
    for row in rows("citations", FILE):
        _plant_citation(told[row["quote"]], row)


def _plant_later(story, row):
    story.later, story.later_on = row["words"], day(row["day"])
    story.text_hash = story.fingerprint
    story.save()
    Consent.objects.not_withdrawn().filter(story=story).update(text_hash=story.text_hash)
    derive([story])


def _plant_citation(story, row):
    if "subject" in row:
        place = {"community": story.community, "area_code": row["area"], "subject": row["subject"]}
    elif "theme" in row:
        place = {"theme": Theme.objects.get(words__startswith=row["theme"])}
    else:
        asked = Signal.objects.filter(community=story.community, put_on__isnull=False)
        place = {"signal": asked.order_by("pk")[row["signal"]]}
    StoryCitation.objects.create(quote=story.quote, **place)
