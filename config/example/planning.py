"""Plant a series, a moved and a cancelled date, and sign-ups with a waiting list in the example town."""

import uuid
from datetime import time, timedelta

from django.contrib.auth.models import AnonymousUser

from config.example.content import day, moment, rows
from trajectories.gatherings import actions as gatherings_actions
from trajectories.models import Gathering
from trajectories.planning import actions as planning_actions
from trajectories.series import actions as series_actions
from trajectories.series.recurrence import Frequency, Recurrence
from trajectories.signups import actions as signups_actions


def plant_planning(town):
    """Through the same deeds as people use, so that places, notices and numbers are right."""
    for row in rows("series", "planning.toml"):
        _plant_series(town, row)
    for row in rows("evenings", "planning.toml"):
        _plant_evening(town, row)


def _plant_series(town, row):
    first, by = day(row["from"]), town[row["by"]]
    first += timedelta(days=(row["weekday"] - first.weekday()) % 7)
    values = {
        "clock": time.fromisoformat(row["clock"]),
        "minutes": row["minutes"],
        "start_question": row["question"],
        "place": town[f"place {row['place']}"],
        "movements": ["explore", "learn"],
        **{name: row[name] for name in ("provisions", "interpreter", "places", "reach")},
    }
    rhythm = Recurrence(Frequency.WEEKS, row["every"], first)
    series = series_actions.plan_series(by=by, group=town[row["group"]], values=values, rhythm=rhythm)
    dates = list(Gathering.objects.filter(series=series))
    moved, cancelled = row["moved"], row["cancelled"]
    one, later = dates[moved["number"]], timedelta(days=moved["days"])
    one = planning_actions.change_gathering(
        by=by, gathering=one, values={"start_question": moved["question"]}
    )
    planning_actions.move_gathering(
        by=by, gathering=one, starts_at=one.starts_at + later, ends_at=one.ends_at + later
    )
    planning_actions.cancel_gathering(by=by, gathering=dates[cancelled["number"]], why=cancelled["why"])


def _plant_evening(town, row):
    starts, by = moment(row["at"]), town[row["by"]]
    values = {
        "start_question": row["question"],
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=row["hours"]),
        "place": town[f"place {row['place']}"],
        "reach": 4,
        **{name: row[name] for name in ("needs", "provisions", "movements", "places")},
    }
    made = planning_actions.plan_gathering(by=by, group=town[row["group"]], values=values)
    for origin, text in row["agenda"]:
        gatherings_actions.add_agenda_item(by=by, gathering=made, text=text, origin=origin)
    made = planning_actions.invite_to_gathering(by=by, gathering=made)
    coming = [(town[key], town[key].display_name) for key in row["people"]]
    coming += [(AnonymousUser(), name) for name in row["names"]]
    for person, name in coming:
        signups_actions.sign_up(by=person, gathering=made, name=name, token=uuid.uuid4())
