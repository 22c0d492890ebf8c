"""Plant what builders learn in the example town: their view of the craft, a circle, and cards that were used."""

from config.example.content import day, rows
from trajectories.models import Circle, CircleMeeting, CircleMember, Craft, Gathering, Lesson, MethodUse


def plant_learning(town):
    """Crafts, one circle with a lesson that left it, and two method cards with what to do otherwise."""
    for row in rows("crafts", "learning.toml"):
        Craft.objects.create(by=town[row["person"]], words=row["words"], written_on=day(row["days"]))
    for row in rows("circles", "learning.toml"):
        _plant_circle(town, row)
    for row in rows("methods", "learning.toml"):
        held = Gathering.objects.filter(group=town[row["group"]], harvest__isnull=False)
        used = {"otherwise": row["otherwise"], "written_by": town[row["person"]]}
        MethodUse.objects.create(gathering=held.latest("starts_at"), card=row["card"], **used)


def _plant_circle(town, row):
    begun = day(row["started"])
    circle = Circle.objects.create(title=row["title"], rhythm=row["rhythm"], started_on=begun)
    seats = [
        CircleMember.objects.create(circle=circle, user=town[person], since=begun) for person in row["people"]
    ]
    meeting = CircleMeeting.objects.create(circle=circle, on=day(row["met"]), notes=row["notes"])
    meeting.present.set(seats)
    Lesson.objects.create(meeting=meeting, words=row["lesson"], carried_out_on=day(row["met"]))
