"""Time as length: where a day lies, which days get a mark, and how the road is cut in columns."""

from datetime import date, timedelta

from django.utils.dates import MONTHS_3

MONTH = 30.44
STEPS = (7, 14, 21, *(MONTH * n for n in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 36, 60)))


def look_ahead(days):
    """How many days of road to show after today: never more than a third of the road behind us."""
    return max(1, int(min(300, max(days * 0.085, min(60, days / 3)))))


class Axis:
    """Maps a day to a length between `low` and `high`, linear in time."""

    def __init__(self, data, low, high):
        self.start, self.today = data.start, data.start + timedelta(days=data.days)
        self.low, self.high = low, high
        self.end = self.today + timedelta(days=look_ahead(data.days))
        self.now = self(self.today)

    def __call__(self, day):
        day = max(self.start, min(self.end, day))
        share = (day - self.start).days / (self.end - self.start).days
        return self.low + share * (self.high - self.low)

    def holds(self, day):
        """Whether a day lies on the drawn road."""
        return self.start <= day <= self.end


def columns(axis):
    """At most fourteen stretches of a round length from the start: the same in every rendition."""
    days = (axis.today - axis.start).days
    per_day = (axis.now - axis.low) / days
    step = next((n for n in STEPS if days / n <= 14.5), STEPS[-1]) * per_day
    borders = [axis.low]
    while borders[-1] + step * 1.6 < axis.now:
        borders.append(borders[-1] + step)
    return [*borders, axis.now]


def month(day):
    """The short name of a month, in the reader's language."""
    return str(MONTHS_3[day.month])


def month_and_year(day):
    """The label at the beginning of the road."""
    return f"{month(day)} {day.year}"


def _month_starts(axis):
    year, number = axis.start.year, axis.start.month
    while date(year, number, 1) <= axis.end:
        yield date(year, number, 1)
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)


def ticks(axis, room=44):
    """Months up to a year and a half, else years; every n-th, so that labels stay `room` apart."""
    long = (axis.today - axis.start).days > 550
    marks = [d for d in _month_starts(axis) if d >= axis.start and (not long or d.month == 1)]
    step = 1
    while step < len(marks) and axis(marks[step]) - axis(marks[0]) < room:
        step += 1
    return [(d, str(d.year) if long else month(d)) for d in marks[::step]]
